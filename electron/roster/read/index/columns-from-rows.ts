/**
 * Columns read from the file: everybody's rows of one entity, some people at a time, by the same rule by which a cell is
 * read (shared/columns/rows.ts), so that a list is sorted by what stands in it.
 */
import type { PersonColumn } from "../../../../shared/columns/column";
import { type ColumnPerson, valuesRead } from "../../../../shared/columns/rows";
import { keyOfValue } from "../../../../shared/columns/value-order";
import { byOwned, entityDefinition, type FieldValue } from "../../../../shared/domain/entities";
import { unpackPartialDate } from "../../../../shared/domain/partial-date";
import type { ReadHandle } from "../../file/handle";
import { type PersonRowRead, rowsOfPeople } from "../column-rows";
import { type FactsAsked, mainOf } from "./columns-from-facts";

/** People read before the next pause. */
const slicePeople = 2_000;

const noRows = byOwned((): readonly PersonRowRead[] => []);

/** Is told of everybody, also of whoever has no value. */
type Take = (person: number, values: readonly string[]) => void;

/**
 * The values of everybody, as filters name them, some people at a time.
 * @param people indices of the facts
 */
export async function readColumn(
  db: ReadHandle,
  column: PersonColumn,
  people: Int32Array,
  asked: FactsAsked,
  pause: () => Promise<void>,
  take: Take,
): Promise<void> {
  for (let start = 0; start < people.length; start += slicePeople) {
    readSlice(db, column, people.subarray(start, start + slicePeople), asked, take);
    await pause();
  }
}

/** As `readColumn`, at once: for those whom a change touched. */
export function readColumnNow(
  db: ReadHandle,
  column: PersonColumn,
  people: readonly number[],
  asked: FactsAsked,
  take: Take,
): void {
  for (let start = 0; start < people.length; start += slicePeople)
    readSlice(db, column, people.slice(start, start + slicePeople), asked, take);
}

function readSlice(
  db: ReadHandle,
  column: PersonColumn,
  people: ArrayLike<number>,
  asked: FactsAsked,
  take: Take,
): void {
  const { facts, snapshot } = asked;
  const pkOf = (person: number) => facts.people.pk[person] ?? 0;
  const rows = rowsOfPeople(db, column.entity, Array.from(people, pkOf), fieldsRead(column));
  for (let at = 0; at < people.length; at++) {
    const person = people[at] ?? 0;
    const own = rows.get(pkOf(person)) ?? [];
    const reading = personOf(column, own, unpackPartialDate(facts.people.birth[person] ?? 0), () => {
      const main = mainOf(asked, person);
      return main < 0 ? null : (facts.assignments.pk[main] ?? null);
    });
    take(
      person,
      valuesRead(reading, column, snapshot.asOf).map(({ value }) => keyOfValue(value)),
    );
  }
}

/** As much of a person as one column reads. @param mainPk row number of the main assignment */
function personOf(
  { entity, pick }: PersonColumn,
  rows: readonly PersonRowRead[],
  birth: string | null,
  mainPk: () => number | null,
): ColumnPerson {
  if (entity === "official") {
    return { id: "", fields: rows[0]?.fields ?? {}, rows: noRows, mainId: null };
  }
  const main = pick.kind === "main" ? mainPk() : null;
  const fields: Readonly<Record<string, FieldValue>> = { birth };
  const mainId = main === null ? null : (rows.find(({ pk }) => pk === main)?.id ?? null);
  return { id: "", fields, rows: { ...noRows, [entity]: rows }, mainId };
}

/** The column's own field, and those by which its row is chosen and its value put in words. */
export function fieldsRead({ entity, field, definition, pick }: PersonColumn): ReadonlySet<string> {
  const worded = definition.ladder === undefined ? [field] : [field, definition.ladder];
  if (pick.kind !== "best") return new Set(worded);
  const { fields, since, figures } = entityDefinition(entity);
  const ladder = Object.keys(fields).find((name) => fields[name]?.ladder === pick.by);
  const dated = since ?? figures?.since;
  return new Set([...worded, pick.by, ladder, dated].filter((name) => name !== undefined));
}
