import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issues as sentences } from "../../i18n/vi/issues";
import { type EntityName, entityDefinition, entityNames, type FieldValue } from "../entities";
import { cleanFields } from "./clean";
import { validateFields } from "./fields";
import { issueReasons } from "../checks/found";

const rowId = "018f0000-0000-7000-8000-000000000001";
const other = "018f0000-0000-7000-8000-000000000002";

function reasons(entity: EntityName, fields: Record<string, FieldValue>, complete = false): string[] {
  return validateFields(entity, rowId, fields, { complete }).map((issue) => `${issue.field}:${issue.reason}`);
}

describe("validateFields", () => {
  it("reports required fields that a new row lacks, and those that an edit empties", () => {
    expect(reasons("official", {}, true)).toEqual(["fullName:required"]);
    expect(reasons("official", {})).toEqual([]);
    expect(reasons("official", { fullName: "  " })).toEqual(["fullName:required"]);
    expect(reasons("qualification", { official: other }, true)).toEqual(["kind:required", "level:required"]);
  });

  it("refuses a field that the entity does not have, even one that every object has", () => {
    expect(reasons("official", { toString: "x" })).toEqual(["toString:unknownField"]);
    expect(reasons("official", { salary: 3 })).toEqual(["salary:unknownField"]);
  });

  it("refuses values of the wrong type", () => {
    expect(reasons("official", { fullName: 5, sex: true })).toEqual(["fullName:wrongType", "sex:wrongType"]);
    expect(reasons("assignment", { main: "true" })).toEqual(["main:wrongType"]);
    expect(reasons("post", { order: 1.5 })).toEqual(["order:wrongType"]);
  });

  it("refuses a choice that is not offered, and a set that is unsorted or repeats", () => {
    expect(reasons("official", { sex: "nam" })).toEqual(["sex:wrongChoice"]);
    expect(reasons("unit", { areaFlags: "border mountain" })).toEqual([]);
    expect(reasons("unit", { areaFlags: "mountain border" })).toEqual(["areaFlags:wrongChoice"]);
    expect(reasons("unit", { areaFlags: "border border" })).toEqual(["areaFlags:wrongChoice"]);
  });

  it("tells an impossible date from a day that lacks its parts", () => {
    expect(reasons("official", { birth: "1980-02-30" })).toEqual(["birth:impossibleDate"]);
    expect(reasons("official", { birth: "12/05/1980" })).toEqual(["birth:impossibleDate"]);
    expect(reasons("official", { birth: "1980-02" })).toEqual([]);
    expect(reasons("unit", { validFrom: "2020-01" })).toEqual(["validFrom:dayNeeded"]);
  });

  it("names the longest text accepted", () => {
    expect(validateFields("official", rowId, { phone: "0".repeat(31) }, { complete: false })).toEqual([
      {
        entity: "official",
        rowId,
        field: "phone",
        reason: "tooLong",
        params: { max: 30, count: 31 },
        severity: "error",
      },
    ]);
  });

  it("accepts references only as row ids", () => {
    expect(reasons("assignment", { unit: other, post: "08173" })).toEqual(["post:badReference"]);
    expect(reasons("unit", { predecessors: `${rowId} ${other}` })).toEqual([]);
    expect(reasons("unit", { predecessors: `${other} ${rowId}` })).toEqual(["predecessors:badReference"]);
  });

  it("never throws, gives one issue a field at most, and has a sentence for each reason", () => {
    const value: fc.Arbitrary<FieldValue> = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...entityNames),
        fc.dictionary(fc.string(), value),
        fc.boolean(),
        value,
        (entity, stray, complete, filler) => {
          const known = Object.fromEntries(
            Object.keys(entityDefinition(entity).fields).map((field) => [field, filler]),
          );
          const issues = validateFields(entity, rowId, { ...known, ...stray }, { complete });
          expect(new Set(issues.map((issue) => issue.field)).size).toBe(issues.length);
          for (const issue of issues) expect(sentences).toHaveProperty(issue.reason);
        },
      ),
    );
  });

  it("is silent about every optional field that is emptied", () => {
    for (const entity of entityNames) {
      for (const [field, definition] of Object.entries(entityDefinition(entity).fields)) {
        expect(reasons(entity, { [field]: null })).toEqual(
          definition.required === true ? [`${field}:required`] : [],
        );
      }
    }
  });
});

describe("issue reasons", () => {
  it("have a sentence each and no others", () => {
    expect(Object.keys(sentences).sort()).toEqual([...issueReasons].sort());
  });
});

describe("cleanFields", () => {
  it("composes, trims and empties texts, and leaves everything else alone", () => {
    const decomposed = "  Nguye\u0302\u0303n   Văn\tA ";
    expect(cleanFields("official", { fullName: decomposed, phone: " ", birth: " 1980 " })).toEqual({
      fullName: "Nguyễn Văn A",
      phone: null,
      birth: "1980",
    });
    expect(cleanFields("assignment", { main: false, note: "dòng 1\r\ndòng 2\u0000" })).toEqual({
      main: false,
      note: "dòng 1\ndòng 2",
    });
  });

  it("changes nothing when done twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = cleanFields("official", { fullName: text, note: text });
        expect(cleanFields("official", once)).toEqual(once);
      }),
    );
  });
});
