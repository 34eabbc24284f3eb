// What the types cannot hold of the registry: numbers that are used once, and names that lead somewhere.
import { describe, expect, it } from "vitest";
import { entityDefinition, type EntityDefinition, entityNames, type FieldDefinition } from "./index";

const definitions: readonly (readonly [string, EntityDefinition])[] = entityNames.map((name) => [
  name,
  entityDefinition(name),
]);
const fieldsOf = ({ fields }: EntityDefinition): readonly (readonly [string, FieldDefinition])[] =>
  Object.entries(fields);

describe("the registry", () => {
  it("uses every number once, and keeps 0 for the presence of a row", () => {
    const ids = definitions.map(([, { id }]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, definition] of definitions) {
      const numbers = fieldsOf(definition).map(([, { id }]) => id);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(Math.min(...numbers)).toBeGreaterThan(0);
    }
  });

  it.each(definitions)("names fields and entities of %s that are there", (_name, definition) => {
    const { owner, title, since, paper, figures, fields } = definition;
    const named = [title, since, paper?.number, paper?.date, figures?.since, ...(figures?.fields ?? [])];
    for (const field of named) {
      if (field !== null && field !== undefined) expect(Object.keys(fields)).toContain(field);
    }
    for (const [, { entity, ladder, type, choices, words }] of fieldsOf(definition)) {
      if (entity !== undefined) expect(entityNames).toContain(entity);
      expect(type.startsWith("reference")).toBe(entity !== undefined);
      if (ladder !== undefined) expect(fields[ladder]?.choices).toBeDefined();
      // Every closed list has words of its own or those of a ladder.
      if (choices !== undefined) expect(words ?? ladder).toBeDefined();
    }
    if (owner !== null) expect(fields[owner.field]).toMatchObject({ entity: owner.entity, required: true });
  });

  it("lets what belongs to a person be told apart in a list", () => {
    const unnamed = definitions.filter(
      ([, { owner, label }]) => owner?.entity === "official" && label === null,
    );
    expect(unnamed.map(([name]) => name)).toEqual([]);
  });
});
