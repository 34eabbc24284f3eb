import { describe, expect, it } from "vitest";
import { periodAround, periodSizes, readPeriod, steppedPeriod } from "./period";

const day = "2026-11-30";

describe("the time shown", () => {
  it.each([
    ["month", "2026-11", "2026-11-01", "2026-11-30"],
    ["quarter", "2026-q4", "2026-10-01", "2026-12-31"],
    ["year", "2026", "2026-01-01", "2026-12-31"],
    ["overdue", "overdue", "1900-01-01", "2026-11-29"],
  ] as const)("as a %s is %s, and is read from the address as it was written", (size, key, from, to) => {
    const period = periodAround(size, day);
    expect(period).toMatchObject({ size, key, from, to });
    expect(readPeriod(key, day)).toEqual(period);
  });

  it("steps on and back over the turn of the year", () => {
    expect(steppedPeriod(readPeriod("2026-12", day), 1)).toMatchObject({ key: "2027-01", to: "2027-01-31" });
    expect(steppedPeriod(readPeriod("2026-q1", day), -1)).toMatchObject({ key: "2025-q4" });
    expect(steppedPeriod(readPeriod("2026", day), 1)).toMatchObject({ key: "2027" });
    expect(steppedPeriod(readPeriod("overdue", day), 1)).toBeNull();
    expect(steppedPeriod(readPeriod("1900", day), -1)).toBeNull();
    for (const size of periodSizes) {
      const here = periodAround(size, day);
      const next = steppedPeriod(here, 1);
      if (next !== null) expect(steppedPeriod(next, -1)).toEqual(here);
    }
  });

  it.each([null, "", "2026-13", "2026-q5", "1800-01", "mai"])(
    "is this month where the address says %s",
    (key) => {
      expect(readPeriod(key, day).key).toBe("2026-11");
    },
  );
});
