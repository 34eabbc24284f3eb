import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placedEntries } from "./known-days";

const today = "2026-11-28";
const days = (...clocks: string[]) => placedEntries(clocks, today).map(({ day }) => day);
const doubted = (...clocks: string[]) =>
  placedEntries(clocks, today).flatMap((one, place) => (one.doubted ? [place] : []));

const clock = fc
  .integer({ min: 0, max: 40 })
  .map((count) => new Date(Date.UTC(2026, 10, 1) + count * 86_400_000).toISOString().slice(0, 10));
const log = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: clock },
    { weight: 1, arbitrary: fc.constantFrom("1970-01-01", "2010-01-01", "2031-05-05", "2200-12-31") },
  ),
  { maxLength: 12 },
);

/** Length of the longest series of clocks up to today that does not fall, by trying all. */
function longest(clocks: readonly string[]): number {
  let best = 0;
  for (let chosen = 0; chosen < 1 << clocks.length; chosen++) {
    const kept = clocks.filter((_, place) => (chosen >> place) & 1);
    if (kept.every((one, place) => one <= today && (place === 0 || (kept[place - 1] ?? "") <= one)))
      best = Math.max(best, kept.length);
  }
  return best;
}

describe("the day on which an entry came to stand in the roster", () => {
  it("is that of its clock where clocks agree with the order", () => {
    expect(days("2026-01-05", "2026-01-05", "2026-02-01")).toEqual([
      "2026-01-05",
      "2026-01-05",
      "2026-02-01",
    ]);
    expect(doubted("2026-01-05", "2026-01-05", "2026-02-01")).toEqual([]);
    expect(days()).toEqual([]);
  });

  it("moves for no other entry because of one wrong clock, whichever way it was wrong", () => {
    for (const wrong of ["1970-01-01", "2010-01-01", "2031-01-01", "2200-12-31"]) {
      expect(days("2026-01-05", "2026-01-06", wrong, "2026-01-08", "2026-01-09")).toEqual([
        "2026-01-05",
        "2026-01-06",
        "2026-01-08",
        "2026-01-08",
        "2026-01-09",
      ]);
      expect(doubted("2026-01-05", "2026-01-06", wrong, "2026-01-08", "2026-01-09")).toEqual([2]);
    }
  });

  it("is no day that is over for a doubted entry that nothing follows", () => {
    expect(days("2026-01-05", "2201-01-01")).toEqual(["2026-01-05", null]);
    expect(days("2026-01-05", "2026-01-06", "1970-01-01")).toEqual(["2026-01-05", "2026-01-06", null]);
  });

  it("doubts the lower clock of two that contradict each other", () => {
    expect(doubted("2026-03-01", "2026-02-01")).toEqual([1]);
    expect(doubted("2026-03-01", "2026-02-01", "2026-04-01")).toEqual([1]);
  });

  it("never falls along the log, and as few clocks as possible are doubted", () => {
    fc.assert(
      fc.property(log, (clocks) => {
        const placed = placedEntries(clocks, today);
        placed.forEach(({ day, doubted: isDoubted }, place) => {
          if (!isDoubted) expect(day).toBe(clocks[place]);
          const before = placed[place - 1];
          if (before !== undefined && day !== null) expect(before.day).not.toBeNull();
          if (before?.day != null && day !== null) expect(before.day <= day).toBe(true);
        });
        expect(placed.filter((one) => !one.doubted)).toHaveLength(longest(clocks));
      }),
    );
  });
});
