/**
 * Refuses rules that would contradict each other and sets that would detail each other, whoever writes them: the screen, a
 * script, a rules file.
 */
import { appError } from "../../shared/contract/errors";
import { textOf } from "../../shared/domain/validate/fields";
import { contradictions } from "../../shared/standards/contradictions";
import { editedSets, type RuleEdit } from "../../shared/standards/draft";
import { inCircles } from "../../shared/standards/families";
import type { StandardSetRows } from "../../shared/standards/from-rows";
import { basedSet } from "../../shared/standards/set-rows";
import type { EntityName } from "../../shared/domain/entities";
import { allStandardSets } from "../roster/read/standards";
import type { OpenRoster } from "./open-roster";

interface CatalogEdit extends Omit<RuleEdit, "entity"> {
  readonly entity: EntityName;
}

/**
 * @param edits rows of any entity; only sets and rules can contradict. What contradicted before stays no obstacle to
 *   editing something else.
 * @throws AppError rules-contradict, rules-circle
 */
export function refuseContradictions({ db }: OpenRoster, edits: readonly CatalogEdit[]): void {
  const ofRules = edits.filter(isOfRules);
  if (ofRules.length === 0) return;
  const before = allStandardSets(db);
  const known = new Set(contradictions(before).map(pairOf));
  const after = editedSets(before, ofRules);
  refuseCircles(before, after);
  const found = contradictions(after).find((one) => !known.has(pairOf(one)));
  if (found === undefined) return;
  const nameOf = (id: string) => {
    for (const { fields, rules } of after) {
      const rule = rules.find((one) => one.id === id);
      if (rule !== undefined)
        return `“${textOf(rule.fields, "clause") ?? ""}” (${textOf(fields, "name") ?? ""})`;
    }
    return "";
  };
  throw appError("rules-contradict", { first: nameOf(found.first), second: nameOf(found.second) });
}

function refuseCircles(before: readonly StandardSetRows[], after: readonly StandardSetRows[]): void {
  const known = inCircles(before.map(basedSet));
  const circular = inCircles(after.map(basedSet));
  const set = after.find(({ id }) => circular.has(id) && !known.has(id));
  if (set === undefined) return;
  const base = after.find(({ id }) => id === textOf(set.fields, "basedOn"));
  const nameOf = (row: StandardSetRows | undefined) => `“${textOf(row?.fields ?? {}, "name") ?? ""}”`;
  throw appError("rules-circle", { first: nameOf(set), second: nameOf(base) });
}

function isOfRules(edit: CatalogEdit): edit is CatalogEdit & RuleEdit {
  return edit.entity === "standardSet" || edit.entity === "standardRule";
}

function pairOf({ first, second }: { readonly first: string; readonly second: string }): string {
  return [first, second].sort().join(" ");
}
