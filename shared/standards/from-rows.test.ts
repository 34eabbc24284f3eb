// Guards that a row from a newer program is never judged as if its unknown parts were not there.

import { describe, expect, it } from "vitest";
import type { RowFields } from "../domain/validate/fields";
import { standardRuleFromRow, standardSetFromRow } from "./from-rows";

const row: RowFields = {
  set: "s",
  standard: "professional",
  postGroups: "civilServant justiceCivilStatus",
  minimumLevel: "university",
  anyFlag: "border mountain",
  allFlags: "provincialReduction",
  clause: "Điều 1",
  verified: true,
  graceUntil: "2024-12-25",
  graceServingOn: null,
  graceYears: null,
  graceEvent: null,
  graceGroups: "civilServant",
  entry: null,
  order: 10,
};

describe("standardRuleFromRow", () => {
  it("reads sets of keys, days and what was verified", () => {
    expect(standardRuleFromRow("r", row)).toMatchObject({
      id: "r",
      setId: "s",
      postGroups: ["civilServant", "justiceCivilStatus"],
      anyFlag: ["mountain", "border"],
      allFlags: ["provincialReduction"],
      verified: true,
      graceUntil: 20241225,
      graceServingOn: null,
      graceYears: null,
      graceEvent: null,
      graceGroups: ["civilServant"],
    });
    expect(standardRuleFromRow("r", { ...row, anyFlag: null, allFlags: "", verified: null })).toMatchObject({
      anyFlag: [],
      allFlags: [],
      verified: false,
    });
  });

  it("passes over a standard that is not known and a rule that hangs on flags that are not known", () => {
    expect(standardRuleFromRow("r", { ...row, standard: "seniority" })).toBeNull();
    expect(standardRuleFromRow("r", { ...row, allFlags: "provincialReduction volcano" })).toBeNull();
    expect(standardRuleFromRow("r", { ...row, anyFlag: "volcano" })).toBeNull();
    expect(standardRuleFromRow("r", { ...row, entry: "second" })).toBeNull();
    expect(standardRuleFromRow("r", { ...row, graceEvent: "eclipse", graceYears: 5 })).toBeNull();
    expect(standardRuleFromRow("r", { ...row, entry: "first" })).not.toBeNull();
    expect(standardRuleFromRow("r", { ...row, anyFlag: "mountain volcano" })?.anyFlag).toEqual(["mountain"]);
  });

  it("passes over post groups that are not known", () => {
    expect(standardRuleFromRow("r", { ...row, postGroups: "civilServant wizard" })?.postGroups).toEqual([
      "civilServant",
    ]);
  });
});

describe("standardSetFromRow", () => {
  it("reads the days in force", () => {
    const set = { key: "k", name: "N", validFrom: "2019-12-25", validTo: null, verified: false };
    expect(standardSetFromRow("s", set)).toEqual({
      ...set,
      id: "s",
      basedOn: null,
      validFrom: 20191225,
      verified: false,
      inUse: true,
    });
    expect(standardSetFromRow("s", { ...set, inUse: false }).inUse).toBe(false);
    expect(() => standardSetFromRow("s", { ...set, validFrom: "2019" })).toThrow(RangeError);
  });
});
