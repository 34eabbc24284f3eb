import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { endOfHanoiDay, hanoiDay, hanoiText, isoInstant } from "./hanoi-time";
import { parsePartialDate } from "./partial-date";

const zones = ["America/Los_Angeles", "UTC", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati"];
const ownZone = process.env["TZ"];
afterAll(() => {
  if (ownZone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = ownZone;
});

/** Answers in each zone that a PC may be set to. */
function everywhere<T>(ask: () => T): T[] {
  return zones.map((zone) => {
    process.env["TZ"] = zone;
    return ask();
  });
}

describe("days of Hà Nội", () => {
  it("begin at 17:00 UTC, in whatever zone the PC is", () => {
    const cases: [number, string][] = [
      [Date.UTC(2021, 8, 30, 16, 59, 59, 999), "2021-09-30"],
      [Date.UTC(2021, 8, 30, 17), "2021-10-01"],
      [Date.UTC(2021, 9, 1, 16, 59), "2021-10-01"],
      [Date.UTC(2020, 11, 31, 17), "2021-01-01"],
      [Date.UTC(2024, 1, 28, 18), "2024-02-29"],
      // Clocks go forward in Los Angeles within this hour.
      [Date.UTC(2021, 2, 14, 10, 30), "2021-03-14"],
    ];
    expect(
      everywhere(() => new Date(2021, 0, 1).getTime()).filter((one, at, all) => all.indexOf(one) === at),
    ).toHaveLength(4);
    for (const [instant, day] of cases)
      expect(everywhere(() => hanoiDay(instant))).toEqual(zones.map(() => day));
  });

  it("end with the millisecond before the next one begins", () => {
    const instant = fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(2200, 11, 30) });
    fc.assert(
      fc.property(instant, (at) => {
        const day = hanoiDay(at);
        const [end = 0] = everywhere(() => endOfHanoiDay(day));
        expect(new Set(everywhere(() => endOfHanoiDay(day)))).toEqual(new Set([end]));
        expect(at).toBeLessThanOrEqual(end);
        expect(at).toBeGreaterThan(end - 86_400_000);
        expect(hanoiDay(end)).toBe(day);
        expect(hanoiDay(end + 1) > day).toBe(true);
      }),
    );
  });

  it("are days that the program can write, however wrong a clock is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.double()), (at) => {
        expect(parsePartialDate(hanoiDay(at))).not.toBeNull();
        expect(isoInstant(at)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(hanoiText(at)).toMatch(/^\d\d\/\d\d\/\d{4,5} \d\d:\d\d$/);
      }),
    );
    expect(hanoiDay(Date.UTC(2600, 0, 1))).toBe("2200-12-31");
    expect(hanoiDay(Date.UTC(1800, 0, 1))).toBe("1900-01-01");
  });

  it("are told with the hour of Hà Nội", () => {
    const at = Date.UTC(2026, 10, 22, 18, 5);
    expect(everywhere(() => hanoiText(at))).toEqual(zones.map(() => "23/11/2026 01:05"));
    expect(isoInstant(at)).toBe("2026-11-22T18:05:00.000Z");
  });

  it("are asked for by name only", () => {
    expect(() => endOfHanoiDay("hôm qua")).toThrow(RangeError);
  });
});
