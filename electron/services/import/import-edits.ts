/** What a plan writes, as edits of one change: made while they are written, so that a long list is never held twice. */
import { ownerField } from "../../../shared/domain/entities";
import type { Value } from "../../../shared/import/line";
import type { Answers } from "../../../shared/import/questions";
import type { Edit } from "../../roster/change-log";
import type { OpenRoster } from "../open-roster";
import type { ImportPlan } from "./import-plan";
import { newRowEdits } from "./new-rows";
import { answeredWordings, wordingRows } from "./wordings";

/**
 * Rows of catalogs that answers add, people with their rows, texts that are kept with them, who was said to be two people,
 * and what was said of texts once for all.
 */
export function* importEdits(
  roster: Pick<OpenRoster, "db" | "log" | "newId">,
  { people, lines, newRows }: ImportPlan,
  answers: Answers,
): Generator<Edit> {
  const ids = new Map<string, string>();
  if (newRows.size > 0) yield* newRowEdits(roster, newRows, valuesIn(people), ids);
  const named = (fields: Written): Written => (ids.size === 0 ? fields : withNames(fields, ids));
  const paired = new Set(people.flatMap(({ apartFrom }) => apartFrom));
  const idsOfPaired = new Map<string, string>();
  for (const { id: planned, outcome, writes, kept, apartFrom } of people) {
    if (planned === null) continue;
    // What is planned has no name of its own yet.
    const id = outcome === "added" ? roster.newId() : planned;
    if (paired.has(planned)) idsOfPaired.set(planned, id);
    for (const { entity, id: row, isNew, fields } of writes) {
      if (!isNew) yield { kind: "update", entity, id: row, fields: named(fields) };
      else if (entity === "official") yield { kind: "create", entity, id, fields };
      else {
        const owned = { ...named(fields), [ownerField(entity).name]: id };
        yield { kind: "create", entity, id: roster.newId(), fields: owned };
      }
    }
    for (const fields of kept)
      yield { kind: "create", entity: "keptText", id: roster.newId(), fields: { official: id, ...fields } };
    for (const other of apartFrom) yield apart(roster.newId(), id, idsOfPaired.get(other) ?? other);
  }
  const known = wordingRows(roster);
  for (const [key, fields] of answeredWordings(lines, answers, (value) => ids.get(String(value)) ?? value)) {
    const before = known.get(key);
    // A row that is about the text already may be of an office above, whose it stays; the one that comes last holds.
    if (before === undefined || JSON.stringify(before.value) !== fields.value)
      yield { kind: "create", entity: "wording", id: roster.newId(), fields };
  }
}

type Written = Readonly<Record<string, Value>>;

/** Values that rows would be written with, by which the rows are known that they refer to. */
function valuesIn(people: ImportPlan["people"]): Set<string> {
  return new Set(
    people.flatMap(({ writes }) => writes.flatMap(({ fields }) => Object.values(fields).map(String))),
  );
}

/** What was referred to by the name of a plan has another one once it is written. */
function withNames(fields: Written, ids: ReadonlyMap<string, string>): Written {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, ids.get(String(value)) ?? value]),
  );
}

/** Two people from now on: nobody is asked again whether they are one. */
function apart(id: string, one: string, other: string): Edit {
  const [first, second] = one < other ? [one, other] : [other, one];
  return { kind: "create", entity: "keptApart", id, fields: { one: first, other: second } };
}

/** How many rows of people and texts a plan writes; 0: it changes nothing. */
export function editCount({ people }: ImportPlan): number {
  return people.reduce(
    (sum, { writes, kept, apartFrom }) => sum + writes.length + kept.length + apartFrom.length,
    0,
  );
}
