// Guards that what the program ships would be accepted by its own registry of entities.

import { describe, expect, it } from "vitest";
import { entityDefinition, type FieldDefinition, type FieldValue } from "../domain/entities";
import { parsePartialDate } from "../domain/partial-date";
import { postGroups } from "../domain/values";
import { illustrativeSet } from "./illustrative-set";
import { shippedPost, shippedPosts } from "./posts";
import { type PresetRow, presetRows, rowsOfSet, unitRow } from "./preset-rows";
import { shippedUnits } from "./units";

const rows: PresetRow[] = [...presetRows(), ...rowsOfSet(illustrativeSet), ...shippedUnits().map(unitRow)];

function accepts(definition: FieldDefinition, value: FieldValue): boolean {
  if (typeof value === "boolean") return definition.type === "boolean";
  if (typeof value === "number") {
    return ["integer", "decimal", "money"].includes(definition.type) && Number.isInteger(value);
  }
  if (value === null || value === "" || value.length > (definition.maxLength ?? 200)) return false;
  const keys = value.split(" ");
  const sorted = keys.every((key, place) => place === 0 || (keys[place - 1] ?? "") < key);
  switch (definition.type) {
    case "text":
      return value === value.normalize("NFC");
    case "day":
      return value.length === 10 && parsePartialDate(value) !== null;
    case "choice":
      return definition.choices?.includes(value) ?? false;
    case "choiceSet":
      return sorted && keys.every((key) => definition.choices?.includes(key));
    case "reference":
    case "referenceSet":
      return sorted && keys.every((key) => ids.get(key) === definition.entity);
    default:
      return false;
  }
}
const ids = new Map(rows.map((row) => [row.id, row.entity]));

describe("shipped rows", () => {
  it("fit the registry: known fields, required ones there, values and references allowed", () => {
    for (const row of rows) {
      const { fields } = entityDefinition(row.entity);
      const refused = Object.entries(row.fields).filter(([name, value]) => {
        const definition = fields[name];
        return definition === undefined || !accepts(definition, value);
      });
      const absent = Object.entries(fields).filter(
        ([name, { required }]) => required && !(name in row.fields),
      );
      expect({ row: row.fields, refused, absent }).toEqual({ row: row.fields, refused: [], absent: [] });
    }
  });

  it("have ids of their own", () => {
    expect(ids.size).toBe(rows.length);
  });

  it("come after the rows that they refer to", () => {
    const places = new Map(presetRows().map((row, place) => [row.id, place]));
    const early = presetRows().filter(
      ({ fields }, place) =>
        typeof fields["set"] === "string" && (places.get(fields["set"]) ?? Infinity) >= place,
    );
    expect(early).toEqual([]);
  });

  it("leave the illustration out of what a new roster gets", () => {
    expect(presetRows().some((row) => row.fields["key"] === illustrativeSet.set.fields.key)).toBe(false);
  });
});

describe("shippedPosts", () => {
  it("have keys and orders of their own, ascending, and cover every post group", () => {
    expect(new Set(shippedPosts.map((post) => post.key)).size).toBe(shippedPosts.length);
    shippedPosts.slice(1).forEach((post, place) => {
      expect(post.order).toBeGreaterThan(shippedPosts[place]?.order ?? 0);
    });
    expect(new Set(shippedPosts.map((post) => post.group))).toEqual(new Set(postGroups));
  });

  it("stand as a commune of today is read out, with the titles that are no more behind those of today", () => {
    const officials = shippedPosts.filter(({ category }) => category !== "khongChuyenTrach");
    const ended = officials.map(({ validTo }) => validTo !== null);
    expect(ended).toEqual([...ended].sort((a, b) => Number(a) - Number(b)));
    const groups = officials.filter(({ validTo }) => validTo === null).map(({ group }) => group);
    expect([...new Set(groups)]).toEqual([
      "partySecretary",
      "partyDeputySecretary",
      "peoplesCouncilLeader",
      "peoplesCommitteeLeader",
      "massOrganisationLeader",
      "partyDepartmentHead",
      "departmentHead",
      "militaryCommander",
      "civilServant",
    ]);
  });

  it("are found by key", () => {
    expect(shippedPost("justiceCivilStatus")?.name).toBe("Tư pháp - hộ tịch");
    expect(shippedPost("king")).toBeNull();
  });
});
