import { describe, expect, it } from "vitest";
import { unitQuery } from "./unit-query";

describe("a query for a unit", () => {
  it.each([
    ["UBND xã Quảng Yên", "xã quảng yên"],
    ["VP HĐND và UBND xã Quảng Yên", "xã quảng yên"],
    ["tp ho chi minh", "thành phố ho chi minh"],
    ["TT. Thanh Ba", "thị trấn thanh ba"],
    ["quang yen", "quang yen"],
    ["08173", "08173"],
    ["UBND", "ubnd"],
    ["", ""],
  ])("%j is %j", (typed, meant) => {
    expect(unitQuery(typed)).toBe(meant);
  });
});
