/** Refuses rules that would contradict each other, whoever writes them: the screen, a script, a rules file. */
import { appError } from "../../shared/contract/errors";
import { textOf } from "../../shared/domain/validate/fields";
import { contradictions } from "../../shared/standards/contradictions";
import { editedSets, type RuleEdit } from "../../shared/standards/draft";
import type { EntityName } from "../../shared/domain/entities";
import { allStandardSets } from "../roster/read/standards";
import type { OpenRoster } from "./open-roster";

interface CatalogEdit extends Omit<RuleEdit, "entity"> {
  readonly entity: EntityName;
}

/**
 * @param edits rows of any entity; only sets and rules can contradict. What contradicted before stays no obstacle to
 *   editing something else.
 * @throws AppError rules-contradict
 */
export function refuseContradictions({ db }: OpenRoster, edits: readonly CatalogEdit[]): void {
  const ofRules = edits.filter(isOfRules);
  if (ofRules.length === 0) return;
  const before = allStandardSets(db);
  const known = new Set(contradictions(before).map(pairOf));
  const after = editedSets(before, ofRules);
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

function isOfRules(edit: CatalogEdit): edit is CatalogEdit & RuleEdit {
  return edit.entity === "standardSet" || edit.entity === "standardRule";
}

function pairOf({ first, second }: { readonly first: string; readonly second: string }): string {
  return [first, second].sort().join(" ");
}
