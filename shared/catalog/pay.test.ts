// Guards what pay is worked out from: each scale ends where its text says, and each grade stands on a scale.

import { describe, expect, it } from "vitest";
import { basePayOn, shippedBasePay, shippedGrade, shippedGrades, shippedScales } from "./pay";

describe("shipped scales", () => {
  // The last coefficient as the decree prints it, in hundredths.
  it.each([
    ["A3.1", 800],
    ["A3.2", 755],
    ["A2.1", 678],
    ["A2.2", 638],
    ["A1", 498],
    ["A0", 489],
    ["B", 406],
    ["C1", 363],
    ["C2", 348],
    ["C3", 333],
    ["driver", 403],
    ["service", 298],
  ])("%s ends at %i", (key, last) => {
    const scale = shippedScales.find((one) => one.key === key);
    expect(scale).toBeDefined();
    if (scale === undefined) return;
    expect(scale.first + scale.rise * (scale.steps - 1)).toBe(last);
  });

  it("are the twelve, each once, and go up after 36 months in A, after 24 below", () => {
    expect(shippedScales).toHaveLength(12);
    expect(new Set(shippedScales.map(({ key }) => key)).size).toBe(12);
    for (const { key, months } of shippedScales)
      expect([key, months]).toEqual([key, key.startsWith("A") ? 36 : 24]);
  });

  it("pass off as verified none that only offices use", () => {
    expect(shippedScales.filter(({ verified }) => !verified).map(({ key }) => key)).toEqual([
      "driver",
      "service",
    ]);
  });
});

describe("shipped grades", () => {
  it("stand on a scale each, and have a code of their own", () => {
    const keys = shippedScales.map(({ key }) => key);
    for (const { code, scale } of shippedGrades) expect([code, keys.includes(scale)]).toEqual([code, true]);
    expect(new Set(shippedGrades.map(({ code }) => code)).size).toBe(shippedGrades.length);
  });

  it.each([
    ["01.003", "Chuyên viên"],
    ["01003", "Chuyên viên"],
    [" 02.008 ", "Văn thư viên trung cấp"],
  ])("are found by the digits of %j", (code, name) => {
    expect(shippedGrade(code)?.name).toBe(name);
  });

  it.each(["", "1.003", "01.03", "99.999"])("are not guessed from %j", (code) => {
    expect(shippedGrade(code)).toBeNull();
  });
});

describe("basePayOn", () => {
  it.each([
    ["2019-06-30", null],
    ["2019-07-01", 1_490_000],
    ["2023-06-30", 1_490_000],
    ["2023-07-01", 1_800_000],
    ["2024-07-01", 2_340_000],
    ["2026-06-30", 2_340_000],
    ["2026-07-01", 2_530_000],
    ["2030-01-01", 2_530_000],
  ])("on %s is %s", (day, amount) => {
    expect(basePayOn(shippedBasePay, day)?.amount ?? null).toBe(amount);
    expect(basePayOn([...shippedBasePay].reverse(), day)?.amount ?? null).toBe(amount);
  });
});
