import { describe, expect, it } from "vitest";
import { isCode, isMonth, isReversed, isYear, parseTimeSpan } from "./scalars";

describe("forms of scalars", () => {
  it("know a year and a month of the calendar", () => {
    expect([1960, 1899, 2201, 19.6, "1960", null].map(isYear)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(["2021-10", "2021-13", "2021", "2021-10-01"].map(isMonth)).toEqual([true, false, false, false]);
  });

  it("know a time span by its two ends, of which one may be missing", () => {
    expect(parseTimeSpan("2015-09..2019-06")).toEqual({ from: "2015-09", to: "2019-06" });
    expect(parseTimeSpan("2015..")).toEqual({ from: "2015", to: null });
    expect(parseTimeSpan("..2019-06-30")).toEqual({ from: null, to: "2019-06-30" });
    for (const wrong of ["..", "2015", "2015-13..", "2015..2016..2017", "2015 - 2016", ""]) {
      expect(parseTimeSpan(wrong)).toBeNull();
    }
  });

  it("call a span reversed only where it surely is", () => {
    expect(isReversed({ from: "2019", to: "2018" })).toBe(true);
    expect(isReversed({ from: "2019-06", to: "2019" })).toBe(false);
    expect(isReversed({ from: null, to: "1950" })).toBe(false);
  });

  it("take codes without blanks or marks", () => {
    expect(["6021", "A.01-2", "", " 6021", "Mã 1"].map(isCode)).toEqual([true, true, false, false, false]);
  });
});
