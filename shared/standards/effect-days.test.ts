// Guards that a preview looks at every later day on which edits of the rules take effect, and at no other.

import { describe, expect, it } from "vitest";
import type { RowFields } from "../domain/validate/fields";
import { editedSets, type RuleEdit } from "./draft";
import { effectDays } from "./effect-days";

const sets = [
  {
    id: "nation",
    fields: { key: "nation", validFrom: "2025-07-01" },
    rules: [
      { id: "main", fields: { minimumLevel: "university" } },
      { id: "short", fields: { validFrom: "2026-01-01", validTo: "2027-12-31" } },
      { id: "graced", fields: { graceUntil: "2028-02-29" } },
    ],
  },
  {
    id: "province",
    fields: { key: "province", validFrom: "2027-03-01", basedOn: "nation" },
    rules: [{ id: "own", fields: {} }],
  },
  { id: "other", fields: { key: "other", validFrom: "2029-01-01", validTo: "2030-12-31" }, rules: [] },
];
const edit = (entity: RuleEdit["entity"], id: string, fields: RowFields): RuleEdit => ({
  entity,
  id,
  isNew: false,
  fields,
});
const days = (...edits: RuleEdit[]) => effectDays(sets, editedSets(sets, edits), edits, 20261129);

describe("the days on which edits take effect", () => {
  it("are the day after an end that is set, and after the end that it was", () => {
    expect(days(edit("standardRule", "main", { validTo: "2026-11-30" }))).toEqual([20261201]);
    expect(days(edit("standardRule", "short", { validTo: "2026-12-31" }))).toEqual([20270101, 20280101]);
    expect(days(edit("standardRule", "short", { validTo: "2200-12-31" }))).toEqual([20280101]);
  });

  it("are the day after a term of grace, and none for what already holds", () => {
    expect(days(edit("standardRule", "graced", { graceUntil: null }))).toEqual([20280301]);
    expect(days(edit("standardRule", "main", { minimumLevel: "college" }))).toEqual([]);
    expect(days(edit("post", "main", {}), edit("standardChoice", "nation", { standards: "it" }))).toEqual([]);
  });

  it("are those of the set of an edited rule, and of a set's rules and of what stands on it", () => {
    expect(days(edit("standardRule", "own", { minimumLevel: "college" }))).toEqual([20270301]);
    expect(days(edit("standardSet", "nation", { inUse: false }))).toEqual([20270301, 20280101, 20280301]);
  });

  it("are those of a text copied forward, whose old one ends the day before", () => {
    const copy = { key: "new", validFrom: "2027-01-01" };
    const edits = [edit("standardSet", "other", { validTo: "2029-06-30" }), edit("standardSet", "new", copy)];
    expect(days(...edits)).toEqual([20270101, 20290101, 20290701, 20310101]);
  });
});
