/**
 * Refuses rules that would contradict each other and sets that would detail each other, whoever writes them: the screen, a
 * script, a rules file.
 */
import { appError } from "../../shared/contract/errors";
import { textOf } from "../../shared/domain/validate/fields";
import { contradicting, contradictions } from "../../shared/standards/contradictions";
import { editedSets, type RuleEdit } from "../../shared/standards/draft";
import { inCircles, mostBases, tooDeep } from "../../shared/standards/families";
import type { StandardSetRows } from "../../shared/standards/from-rows";
import { basedSet } from "../../shared/standards/set-rows";
import type { EntityName } from "../../shared/domain/entities";
import { allStandardSets } from "../roster/read/standards";
import { contradictionOf } from "./contradiction-words";
import type { OpenRoster } from "./open-roster";

interface CatalogEdit extends Omit<RuleEdit, "entity"> {
  readonly entity: EntityName;
}

/**
 * @param edits rows of any entity; only sets and rules can contradict. What contradicted before stays no obstacle to
 *   editing something else.
 * @throws AppError rules-contradict, rules-circle, rules-deep
 */
export function refuseContradictions(roster: OpenRoster, edits: readonly CatalogEdit[]): void {
  const ofRules = edits.filter(isOfRules);
  if (ofRules.length === 0) return;
  const before = allStandardSets(roster.db);
  const isKnown = contradicting(before);
  const after = editedSets(before, ofRules);
  refuseCircles(before, after);
  refuseDeep(before, after);
  const found = firstOf(contradictions(after), ({ first, second }) => !isKnown(first, second));
  if (found === null) return;
  throw contradictionOf(roster, after, found);
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

function refuseDeep(before: readonly StandardSetRows[], after: readonly StandardSetRows[]): void {
  const known = tooDeep(before.map(basedSet));
  const deep = tooDeep(after.map(basedSet));
  const set = after.find(({ id }) => deep.has(id) && !known.has(id));
  if (set === undefined) return;
  throw appError("rules-deep", { set: `“${textOf(set.fields, "name") ?? ""}”`, most: mostBases });
}

function isOfRules(edit: CatalogEdit): edit is CatalogEdit & RuleEdit {
  return edit.entity === "standardSet" || edit.entity === "standardRule";
}

function firstOf<T>(all: Iterable<T>, isMeant: (one: T) => boolean): T | null {
  for (const one of all) if (isMeant(one)) return one;
  return null;
}
