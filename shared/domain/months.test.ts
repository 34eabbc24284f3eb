// Guards arithmetic by months: ends of months, turns of years, and that no day is made up for a date that has none.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, addMonthsToDate, firstDayOfMonth, lastDayOfMonth, monthNumber } from "./months";

describe("addMonths", () => {
  it.each([
    [20240315, 36, 20270315],
    [20240831, 6, 20250228],
    [20230831, 6, 20240229],
    [20240131, 1, 20240229],
    [20240430, 1, 20240530],
    [20241231, 12, 20251231],
    [20260430, -6, 20251030],
    [20260531, -3, 20260228],
    [20260131, -1, 20251231],
    [20260601, 0, 20260601],
  ])("%i and %i months is %i", (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected);
  });

  it("leaves the number of the day as it is wherever the month has it", () => {
    const days = fc.record({
      year: fc.integer({ min: 1950, max: 2150 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(days, fc.integer({ min: -480, max: 480 }), ({ year, month, day }, count) => {
        const start = year * 10_000 + month * 100 + day;
        const moved = addMonths(start, count);
        expect(moved % 100).toBe(day);
        expect(addMonths(moved, -count)).toBe(start);
      }),
    );
  });

  it("refuses what is no full day and what leaves the calendar", () => {
    expect(() => addMonths(20240300, 1)).toThrow(RangeError);
    expect(() => addMonths(22001201, 1)).toThrow(RangeError);
  });
});

describe("addMonthsToDate", () => {
  it.each([
    ["2024-03-15", 36, "2027-03-15"],
    ["2024-08-31", 6, "2025-02-28"],
    ["2024-11", 6, "2025-05"],
    ["2024-12", 12, "2025-12"],
    ["2024", 36, "2027"],
    ["2024", 24, "2026"],
    ["2024", 6, null],
    ["2199-06", 36, null],
  ])("%s and %i months is %s", (date, count, expected) => {
    expect(addMonthsToDate(date, count)).toBe(expected);
  });
});

describe("days of a month", () => {
  it.each([
    [20240229, 20240201, 20240229],
    [20250210, 20250201, 20250228],
    [20251215, 20251201, 20251231],
  ])("of %i are %i to %i", (day, first, last) => {
    expect(firstDayOfMonth(monthNumber(day))).toBe(first);
    expect(lastDayOfMonth(monthNumber(day))).toBe(last);
  });
});
