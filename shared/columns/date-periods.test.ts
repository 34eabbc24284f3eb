import { describe, expect, it } from "vitest";
import { periodSchema } from "../contract/schemas/views";
import { leastPeriod, periodsOf } from "./date-periods";

describe("the periods of a date", () => {
  it.each([
    ["1980-05-12", ["1980", "1980-05"]],
    ["1980-05", ["1980", "1980-05"]],
    ["1980", ["1980", "1980-"]],
    ["", [""]],
  ])("are of %j: %j", (date, periods) => {
    expect(periodsOf(date)).toEqual(periods);
    expect(periods).toContain(leastPeriod(date));
    for (const period of periods) expect(periodSchema.parse(period)).toBe(period);
  });
});
