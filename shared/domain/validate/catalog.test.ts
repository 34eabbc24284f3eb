import { describe, expect, it } from "vitest";
import type { CatalogEntity, FieldValue } from "../entities";
import { validateCatalogRow } from "./catalog";

const id = "018f0000-0000-7000-8000-000000000001";

function told(entity: CatalogEntity, fields: Record<string, FieldValue>): string[] {
  return validateCatalogRow(entity, id, fields).map(
    (issue) => `${issue.severity} ${issue.field} ${issue.reason}`,
  );
}

const unit = { code: "08173", name: "Quảng Yên", type: "xa", level: "commune" };
const rule = {
  set: id,
  standard: "professional",
  postGroups: "civilServant",
  minimumLevel: "university",
  clause: "Điều 10",
  order: 1,
};

describe("validateCatalogRow", () => {
  it("keeps unit codes as 2, 3 or 5 digits with their zeros", () => {
    for (const code of ["25", "232", "08173"]) expect(told("unit", { ...unit, code })).toEqual([]);
    for (const code of ["8173", "0817A", "081730"]) {
      expect(told("unit", { ...unit, code })).toEqual(["error code codeDigits"]);
    }
  });

  it("refuses a validity that ends before it begins, and accepts a single day", () => {
    const dated = (validFrom: string, validTo: string) => told("unit", { ...unit, validFrom, validTo });
    expect(dated("2020-01-01", "2020-01-01")).toEqual([]);
    expect(dated("2020-01-02", "2020-01-01")).toEqual(["error validTo validityReversed"]);
  });

  it("refuses a minimum level that the standard's ladder does not have", () => {
    expect(told("standardRule", rule)).toEqual([]);
    expect(told("standardRule", { ...rule, minimumLevel: null })).toEqual([]);
    expect(told("standardRule", { ...rule, minimumLevel: "advanced" })).toEqual([
      "error minimumLevel levelNotOfKind",
    ]);
    expect(told("standardRule", { ...rule, standard: "politicalTheory", minimumLevel: "advanced" })).toEqual(
      [],
    );
  });

  it("wants a level where fields of study are asked for", () => {
    expect(told("standardRule", { ...rule, majors: "Đất đai" })).toEqual([]);
    expect(told("standardRule", { ...rule, minimumLevel: null, majors: "Đất đai" })).toEqual([
      "error majors majorsWithoutLevel",
    ]);
  });

  it("wants a rule that speaks of somebody, and bounds the right way round", () => {
    expect(told("standardRule", { ...rule, postGroups: null })).toEqual(["error postGroups ruleForNobody"]);
    expect(told("standardRule", { ...rule, ageFrom: 18, ageTo: 17 })).toEqual(["error ageTo boundsReversed"]);
    expect(told("standardRule", { ...rule, monthsFrom: -1 })).toEqual(["error monthsFrom numberNegative"]);
    expect(told("standardRule", { ...rule, validFrom: "2025-01-02", validTo: "2025-01-01" })).toEqual([
      "error validTo validityReversed",
    ]);
  });

  it("wants grace whole", () => {
    const grace = { graceUntil: "2024-12-25", graceServingOn: "2019-12-25" };
    expect(told("standardRule", { ...rule, ...grace })).toEqual([]);
    expect(told("standardRule", { ...rule, ...grace, graceUntil: null })).toEqual([
      "error graceUntil graceIncomplete",
    ]);
    expect(told("standardRule", { ...rule, ...grace, graceServingOn: null })).toEqual([
      "error graceServingOn graceIncomplete",
    ]);
    const years = { graceYears: 5, graceEvent: "unitStart" };
    expect(told("standardRule", { ...rule, ...years })).toEqual([]);
    expect(told("standardRule", { ...rule, ...years, graceServingOn: "2025-07-01" })).toEqual([]);
    expect(told("standardRule", { ...rule, ...years, graceEvent: null })).toEqual([
      "error graceEvent graceYearsIncomplete",
    ]);
    expect(told("standardRule", { ...rule, ...years, graceYears: 2030 })).toEqual([
      "error graceYears graceYearsUnlikely",
    ]);
    expect(told("standardRule", { ...rule, ...years, ...grace })).toEqual(["error graceUntil graceTwice"]);
  });

  it("reports what the registry refuses before anything else", () => {
    expect(told("unit", { ...unit, code: null, validFrom: "2020", validTo: "2019-01-01" })).toEqual([
      "error code required",
      "error validFrom dayNeeded",
    ]);
  });
});
