import { describe, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { officialSections, rowSlots } from "./sections";

describe("the record's sections", () => {
  it("show every field of the registry exactly once", () => {
    const shown = officialSections.flatMap((section) => section.slots.map((slot) => slot.field));
    expect([...shown].sort()).toEqual(Object.keys(entities.official.fields).sort());
    for (const entity of ["assignment", "qualification"] as const) {
      const fields = Object.keys(entities[entity].fields).filter((field) => field !== "official");
      expect(rowSlots[entity].map((slot) => slot.field).sort()).toEqual(fields.sort());
    }
  });
});
