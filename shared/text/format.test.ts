// Guards the figures as printed: the published rates of Thanh Ba, exact rounding, office forms of days.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDay,
  formatDecimal,
  formatFraction,
  formatNumber,
  formatPercent,
  formatRange,
  officialDay,
  percentTenths,
} from "./format";

describe("formatNumber", () => {
  it.each([
    [0, "0"],
    [478, "478"],
    [999, "999"],
    [1000, "1.000"],
    [12_500, "12.500"],
    [1_234_567, "1.234.567"],
    [-12_500, "-12.500"],
    [-0, "0"],
  ])("%d → %s", (n, text) => {
    expect(formatNumber(n)).toBe(text);
  });

  it("loses no digit", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        const text = formatNumber(n);
        expect(Number(text.replaceAll(".", ""))).toBe(n);
        expect(text).toMatch(/^-?\d{1,3}(\.\d{3})*$/);
      }),
    );
  });

  it("throws for what is no whole number", () => {
    for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => formatNumber(bad)).toThrow(RangeError);
    }
  });
});

describe("formatDecimal", () => {
  it.each([
    [80.75, 1, "80,8"],
    [80.8, 1, "80,8"],
    [80, 1, "80,0"],
    [2.34, 2, "2,34"],
    [1.005, 2, "1,01"],
    [0.05, 1, "0,1"],
    [0.04, 1, "0,0"],
    [-0.04, 1, "0,0"],
    [-2.25, 1, "-2,3"],
    [12_500.5, 1, "12.500,5"],
    [999.95, 1, "1.000,0"],
    [2.5, 0, "3"],
    [1e21, 0, "1.000.000.000.000.000.000.000"],
    [1.5e-7, 7, "0,0000002"],
  ])("%d with %i decimals → %s", (x, digits, text) => {
    expect(formatDecimal(x, digits)).toBe(text);
  });

  it("throws for what cannot be written", () => {
    expect(() => formatDecimal(Number.NaN, 1)).toThrow(RangeError);
    expect(() => formatDecimal(1, -1)).toThrow(RangeError);
    expect(() => formatDecimal(1, 1.5)).toThrow(RangeError);
  });
});

describe("formatPercent", () => {
  it.each([
    [386, 478, "80,8 %"],
    [461, 478, "96,4 %"],
    [31, 33, "93,9 %"],
    [0, 33, "0,0 %"],
    [33, 33, "100,0 %"],
    [1, 2000, "0,1 %"],
    [1, 2001, "0,0 %"],
    [23, 2000, "1,2 %"],
    [0, 0, "–"],
  ])("%i of %i → %s", (part, whole, text) => {
    expect(formatPercent(part, whole)).toBe(text);
  });

  it("is the nearest tenth, the upper one when two are equally near", () => {
    const counts = fc.tuple(fc.nat({ max: 250_000 }), fc.integer({ min: 1, max: 250_000 }));
    fc.assert(
      fc.property(counts, ([a, b]) => {
        const [part, whole] = [Math.min(a, b), b];
        const tenths = percentTenths(part, whole) ?? Number.NaN;
        // tenths - 1/2 <= 1000 part / whole < tenths + 1/2, in whole numbers.
        expect((2 * tenths - 1) * whole).toBeLessThanOrEqual(2000 * part);
        expect((2 * tenths + 1) * whole).toBeGreaterThan(2000 * part);
      }),
    );
  });

  it("throws for what are no counts of people", () => {
    expect(() => formatPercent(-1, 2)).toThrow(RangeError);
    expect(() => formatPercent(0.5, 2)).toThrow(RangeError);
    expect(() => formatPercent(1, Number.NaN)).toThrow(RangeError);
  });
});

describe("formatRange and formatFraction", () => {
  it("says both ends, or one where they round alike", () => {
    expect(formatRange(3, 5, 24)).toBe("12,5–20,8 %");
    expect(formatRange(5, 5, 24)).toBe("20,8 %");
    expect(formatRange(50_000, 50_001, 250_000)).toBe("20,0 %");
    expect(formatRange(0, 0, 0)).toBe("–");
    expect(() => formatRange(5, 3, 24)).toThrow(RangeError);
  });

  it("says n/N", () => {
    expect(formatFraction(386, 478)).toBe("386/478");
    expect(formatFraction(10_614, 250_000)).toBe("10.614/250.000");
    expect(formatFraction(0, 0)).toBe("0/0");
  });
});

describe("days", () => {
  it("writes dd/mm/yyyy", () => {
    expect(formatDay("2021-10-01")).toBe("01/10/2021");
    for (const bad of ["2021-10", "2021", "2021-02-30", "01/10/2021", ""]) {
      expect(() => formatDay(bad)).toThrow(RangeError);
    }
  });

  it.each([
    ["2021-10-01", "ngày 01 tháng 10 năm 2021"],
    ["2021-01-31", "ngày 31 tháng 01 năm 2021"],
    ["2021-02-09", "ngày 09 tháng 02 năm 2021"],
    ["2021-03-10", "ngày 10 tháng 3 năm 2021"],
    ["2021-09-02", "ngày 02 tháng 9 năm 2021"],
    ["2021-12-12", "ngày 12 tháng 12 năm 2021"],
  ])("writes %s as %s on a document", (iso, text) => {
    expect(officialDay(iso)).toBe(text);
  });

  it("has no official day for a partial date", () => {
    expect(() => officialDay("2021-10")).toThrow(RangeError);
  });
});
