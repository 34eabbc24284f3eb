// Guards the ages of retirement against the table of NĐ 135/2020, and the months that are left up to it.

import { describe, expect, it } from "vitest";
import { monthsLeft, retirementMonth } from "./retirement";

const text = (month: number) => `${Math.trunc(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

describe("retirementMonth", () => {
  // Rows of the annex: born in a month, retired at the end of another.
  it.each<["male" | "female", number, string]>([
    ["male", 19601231, "2020-12"],
    ["female", 19651231, "2020-12"],
    ["male", 19610101, "2021-04"],
    ["male", 19610930, "2021-12"],
    ["male", 19611001, "2022-04"],
    ["male", 19660701, "2028-07"],
    ["male", 19700101, "2032-01"],
    ["female", 19660101, "2021-05"],
    ["female", 19660831, "2021-12"],
    ["female", 19660901, "2022-05"],
    ["female", 19800101, "2040-01"],
  ])("of a %s born on %i is %s", (sex, birth, expected) => {
    expect(text(retirementMonth(sex, birth))).toBe(expected);
  });
});

describe("monthsLeft", () => {
  it("counts whole months up to the end of the month, and none afterwards", () => {
    expect(monthsLeft("male", 19700101, 20270201)).toBe(60);
    expect(monthsLeft("male", 19700101, 20270202)).toBe(59);
    expect(monthsLeft("male", 19700101, 20320115)).toBe(0);
    expect(monthsLeft("male", 19700101, 20350101)).toBe(0);
  });
});
