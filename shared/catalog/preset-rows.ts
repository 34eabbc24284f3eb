/**
 * The shipped facts as rows of a roster, for whoever writes them into a new one: fields as the entities name them,
 * referenced rows before those that refer to them.
 */
import type { EntityName, FieldValue } from "../domain/entities";
import { catalogId, choiceOfStandardsId } from "./ids";
import { shippedListItems } from "./list-items";
import { shippedBasePay, shippedScales } from "./pay";
import { shippedPosts } from "./posts";
import type { ShippedSet } from "./rule-rows";
import { shippedSets } from "./standard-sets";
import type { ShippedUnit } from "./unit-data";

/** What the program ships rows of. */
export type PresetEntity = Extract<
  EntityName,
  "unit" | "post" | "standardSet" | "standardRule" | "standardChoice" | "salaryScale" | "basePay" | "listItem"
>;

export interface PresetRow {
  readonly entity: PresetEntity;
  readonly id: string;
  /** Only fields with a value. */
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** What every new roster starts with: posts, standard sets and rules, scales of pay and base pay, code lists. */
export function presetRows(): PresetRow[] {
  const posts = shippedPosts.map(({ id, ...fields }) => presetRow("post", id, fields));
  return [
    ...posts,
    ...shippedSets.flatMap(rowsOfSet),
    presetRow("standardChoice", choiceOfStandardsId(), {}),
    ...payRows(),
    ...shippedListItems.map(({ id, ...fields }) => presetRow("listItem", id, fields)),
  ];
}

/** A standard set and its rules. */
export function rowsOfSet({ set, rules }: ShippedSet): PresetRow[] {
  return [
    presetRow("standardSet", set.id, set.fields),
    ...rules.map((rule) => presetRow("standardRule", rule.id, rule.fields)),
  ];
}

function payRows(): PresetRow[] {
  return [
    ...shippedScales.map((scale) => presetRow("salaryScale", catalogId(`salaryScale/${scale.key}`), scale)),
    ...shippedBasePay.map((pay) => presetRow("basePay", catalogId(`basePay/${pay.validFrom}`), pay)),
  ];
}

/** A shipped unit; its parent and predecessors are other rows, which the caller sees to. */
export function unitRow(unit: ShippedUnit): PresetRow {
  const { id, parentId, predecessors, ...fields } = unit;
  return presetRow("unit", id, {
    ...fields,
    parent: parentId,
    predecessors: predecessors.length === 0 ? null : predecessors.join(" "),
  });
}

function presetRow(entity: PresetEntity, id: string, fields: object): PresetRow {
  const values = Object.entries(fields as Record<string, FieldValue>).filter(([, value]) => value !== null);
  return { entity, id, fields: Object.fromEntries(values) };
}
