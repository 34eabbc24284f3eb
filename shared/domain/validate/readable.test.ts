import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueFault } from "../checks/value";
import {
  type EntityName,
  entities,
  entityDefinition,
  entityNames,
  type FieldValue,
  presenceField,
} from "../entities";
import { cleanValue } from "./clean";
import { isKnownField, readValue } from "./readable";

const fields = entityNames.flatMap((entity) =>
  Object.entries(entityDefinition(entity).fields).map(([field, definition]) => ({
    entity,
    field,
    definition,
  })),
);
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.uuid(),
  fc.constantFrom("9999-99-99", "2020-02-30", "2021-05", "male", "x".repeat(30_000), ""),
);
const read = <E extends EntityName>(entity: E, field: number, one: FieldValue) =>
  readValue(entity, field, one);

describe("a value of another office", () => {
  it("is read as it would be stored here, or not at all", () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), value, ({ entity, field, definition }, one) => {
        const shown = readValue(entity, definition.id, one);
        if (shown === undefined) return;
        if (shown === null) expect(definition.required).toBeUndefined();
        else expect(valueFault(field, definition, shown)).toBeNull();
        expect(cleanValue(entity, field, shown)).toBe(shown);
        expect(readValue(entity, definition.id, shown)).toBe(shown);
      }),
    );
  });

  it("is not read where it is none of its field's", () => {
    const { birth, fullName, identityNumber, sex } = entities.official.fields;
    expect(read("official", birth.id, "9999-99-99")).toBeUndefined();
    expect(read("official", birth.id, "2020-02-30")).toBeUndefined();
    expect(read("official", birth.id, 19_800_512)).toBeUndefined();
    expect(read("official", fullName.id, null)).toBeUndefined();
    expect(read("official", fullName.id, "\u200b")).toBeUndefined();
    expect(read("official", fullName.id, "x".repeat(101))).toBeUndefined();
    expect(read("official", identityNumber.id, "mười hai")).toBeUndefined();
    expect(read("official", sex.id, "khác")).toBeUndefined();
    expect(read("unit", entities.unit.fields.parent.id, "xã bên")).toBeUndefined();
    expect(read("post", entities.post.fields.order.id, "3")).toBeUndefined();
    expect(read("official", presenceField, 5)).toBeUndefined();
    expect(read("official", presenceField, "x".repeat(501))).toBeUndefined();
  });

  it("is cleaned where only something unseen is in it", () => {
    const { birth, fullName } = entities.official.fields;
    expect(read("official", fullName.id, "Nguyễn\u200b Văn\u202e A")).toBe("Nguyễn Văn A");
    expect(read("official", birth.id, " 1980-05 ")).toBe("1980-05");
    expect(read("official", presenceField, null)).toBeNull();
  });

  it("of a field that only a newer program knows stays as it is", () => {
    expect(read("official", 4000, "9999-99-99")).toBe("9999-99-99");
    expect([isKnownField("official", 4000), isKnownField("official", presenceField)]).toEqual([false, true]);
  });
});
