/**
 * The rules as they would be after some edits, from rows: what a preview judges by and what is checked before anything
 * is written. The same function for the window, the command line and a rules file, so that what is previewed is what is
 * written.
 */
import { grouped } from "../domain/grouped";
import { type RowFields, textOf } from "../domain/validate/fields";
import type { StandardSetRows } from "./from-rows";

/** Values for one row: all of a new one, or those that differ of one that is there. */
export interface RuleEdit {
  readonly entity: "standardSet" | "standardRule" | "post" | "standardChoice";
  readonly id: string;
  readonly isNew: boolean;
  readonly fields: RowFields;
}

/**
 * The sets with their rules after the edits. A rule goes to the set that it names; one of a set that is not there is
 * passed over, as it judges nobody.
 */
export function editedSets(sets: readonly StandardSetRows[], edits: readonly RuleEdit[]): StandardSetRows[] {
  const rows = new Map<string, RowFields>(sets.map(({ id, fields }) => [id, fields]));
  const rules = new Map<string, RowFields>(
    sets.flatMap((set) => set.rules.map(({ id, fields }) => [id, { ...fields, set: set.id }])),
  );
  for (const { entity, id, fields } of edits) {
    if (entity === "standardSet") rows.set(id, { ...rows.get(id), ...fields });
    if (entity === "standardRule") rules.set(id, { ...rules.get(id), ...fields });
  }
  const ofSet = grouped(rules, ([, rule]) => textOf(rule, "set"));
  return [...rows].map(([id, fields]) => ({
    id,
    fields,
    rules: (ofSet.get(id) ?? []).map(([ruleId, rule]) => ({ id: ruleId, fields: rule })),
  }));
}

/** The standards chosen to count after the edits. */
export function editedChoice(
  chosen: readonly string[] | null,
  edits: readonly RuleEdit[],
): readonly string[] | null {
  const last = edits.findLast(({ entity }) => entity === "standardChoice");
  if (last === undefined) return chosen;
  return textOf(last.fields, "standards")?.split(" ") ?? null;
}
