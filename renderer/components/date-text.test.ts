import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateProblem, typedOfValue, valueOfTyped } from "./date-text";

const canonical = fc
  .record({
    year: fc.integer({ min: 1900, max: 2200 }),
    month: fc.integer({ min: 0, max: 12 }),
    day: fc.integer({ min: 0, max: 28 }),
  })
  .map(({ year, month, day }) => {
    const two = (n: number) => String(n).padStart(2, "0");
    if (month === 0) return String(year);
    return day === 0 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
  });

describe("date text", () => {
  it("reads back what it shows, at every precision", () => {
    fc.assert(fc.property(canonical, (value) => valueOfTyped(typedOfValue(value)) === value));
  });

  it("never loses typed text that is no date", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (typed) => {
        const value = valueOfTyped(typed);
        return dateProblem(value) === null || typedOfValue(value) === typed;
      }),
    );
  });

  it("says what is wrong with a text", () => {
    expect(dateProblem("")).toBeNull();
    expect(dateProblem("1980-05")).toBeNull();
    expect(dateProblem(valueOfTyped("12/5/1980"))).toBeNull();
    expect(dateProblem("31/02/1980")).toBe("impossible");
    expect(dateProblem("12/5/80")).toBe("unclear");
    expect(dateProblem("12/5/80", false, { latestYear: 2026 })).toBeNull();
    expect(dateProblem("hôm qua")).toBe("format");
  });

  it("asks for the day where a whole day is needed", () => {
    expect(dateProblem("1980-05", true)).toBe("dayMissing");
    expect(dateProblem("1980-05-12", true)).toBeNull();
  });
});
