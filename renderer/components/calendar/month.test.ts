import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayMoved, daysIn, monthsOn, weeksOf } from "./month";

const month = fc.record({
  year: fc.integer({ min: 1901, max: 2199 }),
  month: fc.integer({ min: 1, max: 12 }),
});

describe("a month", () => {
  it("begins its weeks on Monday", () => {
    const weeks = weeksOf({ year: 2021, month: 10 });
    expect(weeks[0]).toEqual([null, null, null, null, "2021-10-01", "2021-10-02", "2021-10-03"]);
    expect(weeks.at(-1)).toEqual([
      "2021-10-25",
      "2021-10-26",
      "2021-10-27",
      "2021-10-28",
      "2021-10-29",
      "2021-10-30",
      "2021-10-31",
    ]);
  });

  it("has each of its days once, in whole weeks", () => {
    fc.assert(
      fc.property(month, (one) => {
        const weeks = weeksOf(one);
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        const days = weeks.flat().filter((day) => day !== null);
        expect([days.length, new Set(days).size]).toEqual([daysIn(one), daysIn(one)]);
      }),
    );
  });
});

describe("keys in a calendar", () => {
  it.each([
    ["ArrowLeft", false, "2021-09-30"],
    ["ArrowDown", false, "2021-10-08"],
    ["Home", false, "2021-09-27"],
    ["End", false, "2021-10-03"],
    ["PageUp", false, "2021-09-01"],
    ["PageUp", true, "2020-10-01"],
    ["PageDown", true, "2022-10-01"],
  ] as const)("%s (with Shift: %s)", (key, shift, expected) => {
    expect(dayMoved(key, shift, "2021-10-01")).toBe(expected);
  });

  it("come to the last day where a month has no such day, and stay within the years there are", () => {
    expect(dayMoved("PageDown", false, "2021-01-31")).toBe("2021-02-28");
    expect(dayMoved("PageUp", true, "2020-02-29")).toBe("2019-02-28");
    expect(dayMoved("ArrowLeft", false, "1900-01-01")).toBe("1900-01-01");
    expect(dayMoved("ArrowRight", false, "2200-12-31")).toBe("2200-12-31");
    expect(monthsOn({ year: 1900, month: 1 }, -1)).toEqual({ year: 1900, month: 1 });
    expect(dayMoved("a", false, "2021-10-01")).toBeNull();
  });
});
