import { describe, expect, it } from "vitest";
import { entities } from "../../../shared/domain/entities";
import { officialSections } from "./sections";

describe("the sections of a person's own fields", () => {
  it("show every field of the registry exactly once", () => {
    const shown = officialSections.flatMap((section) => section.slots.map((slot) => slot.field));
    expect([...shown].sort()).toEqual(Object.keys(entities.official.fields).sort());
  });
});
