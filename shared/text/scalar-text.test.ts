import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readScalar, type ScalarField, scalarText } from "./scalar-text";

const decimal: ScalarField = { type: "decimal", scale: 2 };
const money: ScalarField = { type: "money" };
const span: ScalarField = { type: "timeSpan" };

describe("scalars in words", () => {
  it("are written as an office writes them", () => {
    expect(scalarText(decimal, 234)).toBe("2,34");
    expect(scalarText(decimal, -5)).toBe("-0,05");
    expect(scalarText({ type: "decimal" }, 12_500)).toBe("12.500");
    expect(scalarText(money, 2_340_000)).toBe("2.340.000 đ");
    expect(scalarText({ type: "year" }, 1960)).toBe("1960");
    expect(scalarText({ type: "month" }, "2021-10")).toBe("10/2021");
    expect(scalarText(span, "2015-09..2019-06")).toBe("09/2015 – 06/2019");
    expect(scalarText(span, "2015..")).toBe("2015 – …");
    expect(scalarText({ type: "code" }, "6021")).toBe("6021");
  });

  it("are shown as they stand where a newer program wrote them", () => {
    expect(scalarText(decimal, "2.34")).toBe("2.34");
    expect(scalarText({ type: "month" }, "tháng mười")).toBe("tháng mười");
    expect(scalarText(span, "2015")).toBe("2015");
  });

  it("are read from what people type", () => {
    expect(["2,34", "2.34", "2,3", "2", "1.234,5", "-0,05"].map((text) => readScalar(decimal, text))).toEqual(
      [234, 234, 230, 200, 123_450, -5],
    );
    expect(["2.340.000 đ", "2340000", "2 340 000 đồng"].map((text) => readScalar(money, text))).toEqual([
      2_340_000, 2_340_000, 2_340_000,
    ]);
    expect(readScalar({ type: "year" }, "1960")).toBe(1960);
    expect(readScalar({ type: "month" }, "10/2021")).toBe("2021-10");
    for (const text of ["09/2015 - 06/2019", "9/2015–6/2019", "2015-09..2019-06", "09/2015 đến 06/2019"]) {
      expect(readScalar(span, text)).toBe("2015-09..2019-06");
    }
    expect(readScalar(span, "2015 – nay")).toBe("2015..");
  });

  it("are refused where they cannot be read", () => {
    expect(["2,345", "hai", "1,2,3", "1..2", ""].map((text) => readScalar(decimal, text))).toEqual(
      Array(5).fill(null),
    );
    expect(["2.34", "1,5", "-"].map((text) => readScalar(money, text))).toEqual(Array(3).fill(null));
    expect(["60", "1899", "năm 1960"].map((text) => readScalar({ type: "year" }, text))).toEqual(
      Array(3).fill(null),
    );
    expect(["2021", "13/2021", "01/10/2021"].map((text) => readScalar({ type: "month" }, text))).toEqual(
      Array(3).fill(null),
    );
    expect(["2015", " – ", "2015 – 13/2016"].map((text) => readScalar(span, text))).toEqual(
      Array(3).fill(null),
    );
    expect(readScalar({ type: "code" }, "mã 1")).toBeNull();
  });

  it("can be typed back as they are shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (units, scale) => {
        const field: ScalarField = { type: "decimal", scale };
        expect(readScalar(field, scalarText(field, units))).toBe(units);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (amount) => {
        expect(readScalar(money, scalarText(money, amount))).toBe(amount);
      }),
    );
  });
});
