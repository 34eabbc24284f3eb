// Guards the day and the coefficient of everybody's next step of pay, worked by hand for each scale and each delay.

import { describe, expect, it } from "vitest";
import { shippedScales } from "../catalog/pay";
import { coefficientOf, type CurrentPay, nextStep, type SalaryScale, shippedOverTop } from "./salary-steps";

function scaleOf(key: string): SalaryScale {
  const scale = shippedScales.find((one) => one.key === key);
  if (scale === undefined) throw new Error(`No scale ${key}`);
  return scale;
}

/** Paid since 15/01/2024, without an allowance, unless said otherwise. */
const since = (given: Partial<CurrentPay>): CurrentPay => ({
  step: null,
  coefficient: null,
  from: "2024-01-15",
  overPercent: null,
  overFrom: null,
  ...given,
});

/** Coefficients of the first two and of the last two steps, and the number of the last, in each scale. */
type ScaleLine = readonly [
  key: string,
  first: number,
  second: number,
  lastButOne: number,
  last: number,
  top: number,
];
const scaleTable: readonly ScaleLine[] = [
  ["A3.1", 620, 656, 764, 800, 6],
  ["A3.2", 575, 611, 719, 755, 6],
  ["A2.1", 440, 474, 644, 678, 8],
  ["A2.2", 400, 434, 604, 638, 8],
  ["A1", 234, 267, 465, 498, 9],
  ["A0", 210, 241, 458, 489, 10],
  ["B", 186, 206, 386, 406, 12],
  ["C1", 165, 183, 345, 363, 12],
  ["C2", 150, 168, 330, 348, 12],
  ["C3", 135, 153, 315, 333, 12],
  ["driver", 205, 223, 385, 403, 12],
  ["service", 100, 118, 280, 298, 12],
];

/** Delay in months; the day from 15/01/2024 after 36, 24 and 12 months with it. */
const delayTable: readonly (readonly [number, string, string, string])[] = [
  [0, "2027-01-15", "2026-01-15", "2025-01-15"],
  [3, "2027-04-15", "2026-04-15", "2025-04-15"],
  [6, "2027-07-15", "2026-07-15", "2025-07-15"],
  [12, "2028-01-15", "2027-01-15", "2026-01-15"],
];

describe.each(scaleTable)("scale %s", (key, first, second, lastButOne, last, top) => {
  const scale = scaleOf(key);

  it.each(delayTable)("with a delay of %i months", (months, after36, after24, after12) => {
    const on = key.startsWith("A") ? after36 : after24;
    const delays = months === 0 ? [] : [{ months }];
    const due = (date: string) => ({
      on: date,
      earliest: Number(date.replaceAll("-", "")),
      delayedBy: months,
    });
    expect(nextStep(scale, since({ step: 1, coefficient: first }), delays)).toEqual({
      kind: "regular",
      step: 2,
      coefficient: second,
      percent: 0,
      ...due(on),
    });
    expect(nextStep(scale, since({ step: top - 1, coefficient: lastButOne }), delays)).toEqual({
      kind: "regular",
      step: top,
      coefficient: last,
      percent: 0,
      ...due(on),
    });
    expect(nextStep(scale, since({ step: top, coefficient: last }), delays)).toEqual({
      kind: "overTop",
      step: top,
      coefficient: last,
      percent: 5,
      ...due(on),
    });
    // The allowance was granted on the 15th; the step before that does not count any more.
    const withAllowance = { step: top, coefficient: last, from: "2018-03-01", overFrom: "2024-01-15" };
    expect(nextStep(scale, since({ ...withAllowance, overPercent: 7 }), delays)).toEqual({
      kind: "overTop",
      step: top,
      coefficient: last,
      percent: 8,
      ...due(after12),
    });
  });
});

describe("the day of the next step", () => {
  const pay = (from: string) => since({ step: 3, coefficient: 300, from });

  it.each([
    ["2024-01-15", "2027-01-15", 20270115],
    ["2024-02-29", "2027-02-28", 20270228],
    ["2024-03", "2027-03", 20270301],
    ["2024", "2027", 20270101],
  ])("from %s is %s, sorted as %i", (from, on, earliest) => {
    expect(nextStep(scaleOf("A1"), pay(from))).toMatchObject({ on, earliest });
  });

  it("contains every delay, and says how much of it they are", () => {
    expect(nextStep(scaleOf("A1"), pay("2024-03"), [{ months: 6 }, { months: 12 }])).toMatchObject({
      on: "2028-09",
      delayedBy: 18,
    });
  });

  it("is not worked out from a year alone where months count", () => {
    expect(nextStep(scaleOf("A1"), pay("2024"), [{ months: 6 }])).toEqual({
      kind: "unknown",
      missing: ["monthOfFrom"],
    });
    const rise = since({ step: 9, coefficient: 498, overPercent: 5, overFrom: "2024" });
    expect(nextStep(scaleOf("A1"), rise, [{ months: 3 }])).toEqual({
      kind: "unknown",
      missing: ["monthOfOverFrom"],
    });
  });

  it("is none beyond the calendar", () => {
    expect(nextStep(scaleOf("A1"), pay("2199-05-01"))).toEqual({ kind: "unknown", missing: ["from"] });
  });
});

describe("coefficientOf", () => {
  it.each([
    ["A1", 1, 234],
    ["A1", 9, 498],
    ["A1", 10, null],
    ["A1", 0, null],
    ["B", 12, 406],
    ["B", 13, null],
  ])("of %s, step %i, is %s", (key, step, coefficient) => {
    expect(coefficientOf(scaleOf(key), step)).toBe(coefficient);
  });
});

describe("the allowance beyond the top step", () => {
  it("grows as the rule in use says, which may be another than the shipped one", () => {
    const rule = { ...shippedOverTop, firstPercent: 6, risePercent: 2, months: 24 };
    const top = since({ step: 9, coefficient: 498 });
    expect(nextStep(scaleOf("A1"), top, [], rule)).toMatchObject({ percent: 6, on: "2027-01-15" });
    const risen = { ...top, overPercent: 6, overFrom: "2025-03" };
    expect(nextStep(scaleOf("A1"), risen, [], rule)).toMatchObject({ percent: 8, on: "2027-03" });
  });
});

describe("what is missing", () => {
  const a1 = scaleOf("A1");
  it.each([
    ["scale", null, since({ step: 1 })],
    ["step", a1, since({})],
    ["from", a1, since({ step: 1, from: null })],
    ["from", a1, since({ step: 9, from: null })],
    ["overFrom", a1, since({ step: 9, overPercent: 5 })],
  ] as const)("is the %s", (missing, scale, pay) => {
    expect(nextStep(scale, pay)).toEqual({ kind: "unknown", missing: [missing] });
  });

  it("is not the step where its coefficient says it, nor the other way round", () => {
    const next = { kind: "regular", step: 4, coefficient: 333 };
    expect(nextStep(a1, since({ coefficient: 300 }))).toMatchObject(next);
    expect(nextStep(a1, since({ step: 3 }))).toMatchObject(next);
  });

  it("is not when the top step was reached, once the allowance says since when it is paid", () => {
    const pay = since({ step: 9, from: null, overPercent: 6, overFrom: "2025-06-01" });
    expect(nextStep(a1, pay)).toMatchObject({ percent: 7, on: "2026-06-01" });
  });
});

describe("what does not fit together", () => {
  it.each([
    ["coefficientUnlikeStep", { step: 3, coefficient: 333 }, 300],
    ["stepOffScale", { step: 10, coefficient: 498 }, null],
    ["stepOffScale", { step: 0 }, null],
    ["stepOffScale", { step: 1.5 }, null],
    ["coefficientOffScale", { coefficient: 301 }, null],
    ["coefficientOffScale", { coefficient: 531 }, null],
    ["overUnlikeStep", { step: 8, overPercent: 5, overFrom: "2024-01-15" }, 465],
    ["overUnlikeStep", { step: 9, overPercent: 4, overFrom: "2024-01-15" }, 498],
  ] as const)("gives no day: %s", (problem, given, expected) => {
    expect(nextStep(scaleOf("A1"), since(given))).toEqual({ kind: "mismatch", problem, expected });
  });

  it("is not an allowance of none", () => {
    expect(nextStep(scaleOf("A1"), since({ step: 8, overPercent: 0 }))).toMatchObject({
      kind: "regular",
      step: 9,
    });
  });
});
