import { describe, expect, it } from "vitest";
import { enteredEntities, entities, entityDefinition, isOwned } from "../../../shared/domain/entities";
import {
  blocksOf,
  everydayBlocks,
  fileBlocks,
  foldedBlocks,
  gatheredEntities,
  placeOf,
  restrictedBlocks,
} from "./sections";

describe("a person's file on the screen", () => {
  it("has every own field of the registry exactly once", () => {
    const shown = fileBlocks.flatMap((block) => block.slots.map((slot) => slot.field));
    expect([...shown].sort()).toEqual(Object.keys(entities.official.fields).sort());
  });

  it("has every entity of rows that people enter exactly once", () => {
    const shown = [...gatheredEntities, ...fileBlocks.flatMap((block) => block.entities)];
    expect([...shown].sort()).toEqual(enteredEntities.filter(isOwned).sort());
  });

  it("shows each block in one of the three parts", () => {
    const shown = [...everydayBlocks, ...foldedBlocks, ...restrictedBlocks].map(({ key }) => key);
    expect([...shown].sort()).toEqual(fileBlocks.map(({ key }) => key).sort());
  });

  it("puts all that is sensitive, and nothing else, among what is restricted", () => {
    for (const { restricted, slots, entities: rows } of fileBlocks) {
      const said = [
        ...slots.map(({ field }) => Object(entities.official.fields)[field].sensitive === true),
        ...rows.map((entity) => entityDefinition(entity).sensitive === true),
      ];
      expect(new Set(said)).toEqual(new Set([restricted]));
    }
    expect(restrictedBlocks.length).toBeGreaterThan(0);
  });

  it("keeps the width that names, dates and notes had", () => {
    const span = (field: string) =>
      fileBlocks.flatMap(({ slots }) => slots).find((slot) => slot.field === field)?.span;
    const fields = [
      "fullName",
      "otherName",
      "sex",
      "birth",
      "identityNumber",
      "ethnicity",
      "birthPlace",
      "phone",
    ];
    expect(fields.map(span)).toEqual([6, 3, 3, 3, 3, 3, 6, 3]);
    expect(["note", "lifeStory", "mandates"].map(span)).toEqual([12, 12, 12]);
  });

  it("finds the place of a field and of a row", () => {
    expect(placeOf("official", "phone")?.key).toBe("contact");
    expect(placeOf("salary", "step")?.key).toBe("pay");
    expect(placeOf("official", "bloodGroup")?.key).toBe("health-restricted");
    expect(placeOf("unit", "code")).toBeNull();
  });

  it("leads through what a draft holds from below to the top", () => {
    const row = { id: "a", isNew: false, began: {}, names: {} };
    const draft = {
      form: "official" as const,
      about: "a",
      removed: [],
      correction: null,
      rows: [
        { ...row, entity: "official" as const, fields: { phone: "1", birth: "1980", sex: "male" } },
        { ...row, entity: "salary" as const, fields: { step: 3 } },
      ],
    };
    expect(blocksOf(draft).map(([{ key }, field]) => [key, field])).toEqual([
      ["pay", null],
      ["contact", "phone"],
      ["identity", "sex"],
    ]);
  });
});
