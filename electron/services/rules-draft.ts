/**
 * Edits of the rules: checked whole, previewed from the facts in memory, written as one change. The preview judges
 * everybody by the rules as they would be, with the code that judges them afterwards, and compares the two snapshots; so
 * it is the effect and no estimate of it.
 */
import { appError, type FieldIssue } from "../../shared/contract/errors";
import type { Moment } from "../../shared/contract/schemas/common";
import type { Written } from "../../shared/contract/schemas/proposed";
import type {
  Move,
  MovedPerson,
  RulesPreview,
  Turn,
  WeakRuleData,
} from "../../shared/contract/schemas/rules";
import { grouped } from "../../shared/domain/grouped";
import { isoToPacked, packedToIso } from "../../shared/domain/partial-date";
import { type RowFields, textOf } from "../../shared/domain/validate/fields";
import { type PostCategory, postGroups } from "../../shared/domain/values";
import { editedChoice, editedSets, type RuleEdit } from "../../shared/standards/draft";
import { effectDays } from "../../shared/standards/effect-days";
import { compareSnapshots, movesOf, peopleMoved, type StatusMove } from "../../shared/statistics/compare";
import { type Snapshot, takeSnapshot } from "../../shared/statistics/snapshot";
import { officialIds, officialRecord } from "../roster/read/officials";
import { allRows } from "../roster/read/rows";
import { allStandardSets, chosenStandards } from "../roster/read/standards";
import type { RosterIndex } from "../roster/read/index/roster-index";
import { rowsToCheck } from "./catalog";
import { refuseContradictions } from "./contradictions";
import { enteredFields } from "./entered-fields";
import type { OpenRoster } from "./open-roster";
import { refuseErrors } from "./records";
import { weakerByDraft } from "./weak-rules";

/** Edits that may be written, with what is worth a second look in them. */
export interface CheckedDraft {
  readonly edits: readonly RuleEdit[];
  readonly warnings: readonly FieldIssue[];
}

/**
 * @throws AppError row-unknown for an edit of a row that is not there; value-invalid for a new row of which the id is
 *   taken; validation with the issues of all rows; rules-contradict; rules-circle; rules-deep
 */
export function checkDraft(roster: OpenRoster, edits: readonly RuleEdit[]): CheckedDraft {
  const cleaned = edits.map((edit) => ({ ...edit, fields: enteredFields(edit.entity, edit.fields) }));
  const sets = new Set(cleaned.filter(({ entity }) => entity === "standardSet").map(({ id }) => id));
  const stored = new Map(
    [...new Set(cleaned.map(({ entity }) => entity)), "standardSet" as const].map((entity) => [
      entity,
      new Map(allRows(roster.db, entity).map(({ id, fields }) => [id, fields] as const)),
    ]),
  );
  const whole = new Map<RuleEdit["entity"], Map<string, RowFields>>();
  for (const { entity, id, isNew, fields } of cleaned) {
    const before = stored.get(entity)?.get(id);
    if (before === undefined && !isNew) throw appError("row-unknown", { entity, id });
    if (before !== undefined && isNew) throw appError("value-invalid", { field: "id", value: id });
    const rows = whole.get(entity) ?? new Map<string, RowFields>();
    whole.set(entity, rows.set(id, { ...before, ...rows.get(id), ...fields }));
  }
  for (const fields of whole.get("standardRule")?.values() ?? []) {
    const set = textOf(fields, "set");
    if (set !== null && !sets.has(set) && stored.get("standardSet")?.has(set) !== true)
      throw appError("row-unknown", { entity: "standardSet", id: set });
  }
  const checks = new Map([...whole].map(([entity, rows]) => [entity, rowsToCheck(roster, entity, rows)]));
  const issues = cleaned.flatMap(
    ({ entity, id }) => checks.get(entity)?.(id, whole.get(entity)?.get(id) ?? {}) ?? [],
  );
  refuseErrors(issues);
  refuseContradictions(roster, cleaned);
  return { edits: cleaned, warnings: issues };
}

/** Writes checked edits as one change. @throws AppError as checkDraft; roster-readonly */
export function saveRules(
  roster: OpenRoster,
  edits: readonly RuleEdit[],
  reason: string | null,
): { changeId: number | null; warnings: readonly FieldIssue[] } & Written {
  const { edits: checked, warnings } = checkDraft(roster, edits);
  const order = ["post", "standardSet", "standardRule", "standardChoice"];
  const { changeId, proposed } = roster.write({
    action: "catalog",
    reason,
    edits: [...checked]
      .sort((a, b) => order.indexOf(a.entity) - order.indexOf(b.entity))
      .map(
        ({ entity, id, isNew, fields }) =>
          ({ kind: isNew ? "create" : "update", entity, id, fields }) as const,
      ),
  });
  return { changeId, proposed, warnings };
}

/** Two snapshots of one day, by the rules as they are and as they would be. */
export interface Compared {
  readonly index: RosterIndex;
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly weaker: readonly WeakRuleData[];
  /** ISO days after this one on which the edits take effect: each is judged by a question of its own. */
  readonly laterDays: readonly string[];
}

/**
 * Judges everybody by the rules as they would be. The edits must be checked.
 * @param on ISO day
 */
export async function judgedByDraft(
  roster: OpenRoster,
  edits: readonly RuleEdit[],
  on: string,
  kinds: readonly PostCategory[],
): Promise<Compared> {
  const index = await roster.index();
  const day = isoToPacked(on);
  const stored = allStandardSets(roster.db);
  const draft = {
    sets: editedSets(stored, edits),
    chosen: editedChoice(chosenStandards(roster.db), edits),
    posts: new Map(edits.filter(({ entity }) => entity === "post").map(({ id, fields }) => [id, fields])),
  };
  const before = index.snapshot(day, kinds);
  const groupOf = (id: string) =>
    postGroups.find((key) => key === (draft.posts.get(id)?.["group"] ?? index.catalog.postOf(id)?.group)) ??
    null;
  return {
    index,
    before,
    after: takeSnapshot(index.facts, index.catalog.context(day, kinds, draft)),
    weaker: weakerByDraft(stored, draft.sets, edits, groupOf),
    laterDays: effectDays(stored, draft.sets, edits, day).map(packedToIso),
  };
}

/** Whose status would change, counted in all and per unit. */
export function previewOf({ index, before, after, weaker, laterDays }: Compared): RulesPreview {
  const { moves, people, byUnit, uncovered } = compareSnapshots(before, after);
  const ofUnit = grouped(moves, ({ unit }) => unit);
  return {
    people,
    moves: summed(moves),
    byUnit: index.catalog.unitsByName
      .filter((unit) => byUnit.has(unit.index))
      .map((unit) => ({
        unitId: unit.id,
        unitCode: unit.code,
        unitName: unit.fullName,
        people: byUnit.get(unit.index) ?? 0,
        moves: summed(ofUnit.get(unit.index) ?? []),
      })),
    uncovered,
    weaker: [...weaker],
    laterDays: [...laterDays],
  };
}

/** People behind a number of a preview, in Vietnamese order of their names. */
export interface MovedQuestion {
  readonly unitId: string | null;
  readonly move: Turn | null;
  readonly offset: number;
  readonly limit: number;
}

export async function movedPeople(
  roster: OpenRoster,
  { index, before, after }: Compared,
  { unitId, move, offset, limit }: MovedQuestion,
): Promise<{ total: number; people: MovedPerson[] }> {
  const { order } = await index.nameList;
  const unit = unitId === null ? null : index.catalog.unitOfId(unitId);
  if (unitId !== null && unit === null) throw appError("row-unknown", { entity: "unit", id: unitId });
  const filter = { ...(unit === null ? {} : { unit: unit.index }), ...(move === null ? {} : { move }) };
  const found = peopleMoved(before, after, filter, order);
  const page = [...found.subarray(offset, offset + limit)];
  const pks = page.map((person) => index.facts.people.pk[person] ?? 0);
  const ids = officialIds(roster.db, pks);
  return {
    total: found.length,
    people: page.map((person, place) => {
      const record = officialRecord(roster.db, ids.get(pks[place] ?? 0) ?? "");
      if (record === null) throw new Error("A person of the index is not in the roster");
      const { unit: units, post: posts } = after.columns;
      return {
        id: record.id,
        fullName: String(record.fields["fullName"]),
        birth: textOf(record.fields, "birth"),
        unitName: index.catalog.units[units[person] ?? -1]?.fullName ?? "",
        postName: index.catalog.posts[posts[person] ?? -1]?.name ?? null,
        moves: movesOf(before, after, person),
      };
    }),
  };
}

/** The same moves of several units together, the most frequent first. */
function summed(moves: readonly StatusMove[]): Move[] {
  const sums = new Map<string, Move>();
  for (const { standard, from, to, people, unverified } of moves) {
    const key = `${standard} ${from} ${to}`;
    const sum = sums.get(key) ?? { people: 0, unverified: 0 };
    sums.set(key, {
      standard,
      from,
      to,
      people: sum.people + people,
      unverified: sum.unverified + unverified,
    });
  }
  return [...sums.values()].sort((a, b) => b.people - a.people);
}

/** Days of a draft whose people are likely opened next: the one on screen and those on which the edits take effect. */
const keptDays = 4;

/**
 * The snapshots of the drafts that were looked at last, so that opening the people behind their numbers judges nobody
 * again.
 */
export class RulesDesk {
  readonly #kept = new Map<string, Compared>();

  async compared(
    roster: OpenRoster,
    edits: readonly RuleEdit[],
    { on }: Pick<Moment, "on">,
    kinds: readonly PostCategory[],
  ): Promise<Compared> {
    const index = await roster.index();
    const key = JSON.stringify([roster.path, index.version, on, kinds, edits]);
    const known = this.#kept.get(key);
    if (known !== undefined && known.index === index) return known;
    // Of another state of the roster nobody asks again.
    for (const [old, kept] of this.#kept) if (kept.index !== index) this.#kept.delete(old);
    const compared = await judgedByDraft(roster, checkDraft(roster, edits).edits, on, kinds);
    this.#kept.set(key, compared);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > keptDays && oldest.done !== true) this.#kept.delete(oldest.value);
    return compared;
  }
}
