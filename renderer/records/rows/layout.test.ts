import { describe, expect, it } from "vitest";
import { entityDefinition, ownedEntities } from "../../../shared/domain/entities";
import { columnFields, enteredFields, slotsOf } from "./layout";

describe("the layout of an entity's rows", () => {
  it.each(ownedEntities)("gives every field of %s one place in the dialog, but for the person", (entity) => {
    const fields = Object.keys(entityDefinition(entity).fields).filter((field) => field !== "official");
    const places = slotsOf(entity, fields.slice(2)).map((slot) => slot.field);
    expect([...places].sort()).toEqual([...fields].sort());
    expect(enteredFields(entity)).toEqual(fields);
    expect(fields).toEqual(expect.arrayContaining(columnFields(entity)));
  });

  it("puts what comes first there, and gives long texts the whole width", () => {
    const slots = slotsOf("assignment", ["kind", "unit"]);
    expect(slots.slice(0, 3).map(({ field }) => field)).toEqual(["kind", "unit", "post"]);
    expect(slots.find(({ field }) => field === "note")?.span).toBe(12);
    expect(slots.find(({ field }) => field === "kind")?.span).toBe(6);
  });
});
