/** Rows that somebody may know, found by entity, unit and person; those that stand in no table included. */
import {
  entities,
  entityDefinition,
  type EntityName,
  type OwnedEntity,
  ownerField,
} from "../../../shared/domain/entities";
import { earliestPackedDay, isoToPacked, type PackedDay } from "../../../shared/domain/partial-date";
import { hanoiDay } from "../../../shared/domain/hanoi-time";
import { bytesToUuid, toHex, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { historyOfRow } from "../log/op-rows";
import { sql } from "../file/sql";
import { ownerColumn, tableOf } from "../projection/columns";
import { type HiddenRow, packedDay } from "./scope-people";

/** Every row of an entity. */
export function allRowsOf(db: ReadHandle, entity: EntityName, hidden: readonly HiddenRow[]): Uint8Array[] {
  const standing = db.raw<[Buffer]>(sql`SELECT id FROM ${sql.name(tableOf(entity))}`).map(([id]) => id);
  return [...standing, ...hidden.filter((one) => one.entity === entities[entity].id).map(({ row }) => row)];
}

/** Assignments that name one of some units. */
export function assignmentRows(
  db: ReadHandle,
  units: ReadonlySet<string>,
  hidden: readonly HiddenRow[],
): Uint8Array[] {
  const { unit } = entities.assignment.fields;
  const standing = db
    .raw<[Buffer]>(
      sql`SELECT assignment.id
       FROM json_each(${JSON.stringify([...units])}) AS wanted
       JOIN unit ON unit.id = unhex(replace(wanted.value, '-', ''))
       JOIN assignment ON assignment.unit = unit.pk`,
    )
    .map(([id]) => id);
  const removed = hidden.filter(
    ({ entity, values }) => entity === entities.assignment.id && units.has(String(values.get(unit.id))),
  );
  return [...standing, ...removed.map(({ row }) => row)];
}

/**
 * Rows of an entity that belong to a person.
 * @param official UUID of the record that stands for the person
 * @param group all records that are this person
 */
export function rowsOfPerson(
  db: ReadHandle,
  entity: OwnedEntity,
  official: string,
  group: readonly string[],
  hidden: readonly HiddenRow[],
): Uint8Array[] {
  const standing = db.raw<[Buffer]>(
    sql`SELECT own.id FROM official JOIN ${sql.name(tableOf(entity))} AS own
        ON own.${sql.name(ownerColumn(entity))} = official.pk WHERE official.id = ${uuidToBytes(official)}`,
  );
  const owner = ownerField(entity).id;
  const removed = hidden.filter(
    (one) => one.entity === entities[entity].id && group.includes(String(one.values.get(owner))),
  );
  return [...standing.map(([id]) => id), ...removed.map(({ row }) => row)];
}

/** The day from which figures count a row: the one that it says, else the one on which it was entered. */
export function countedFrom(db: ReadHandle, row: Uint8Array, entity: EntityName): PackedDay {
  const { figures, fields } = entityDefinition(entity);
  const ops = historyOfRow(db, row);
  const since = packedDay(foldRow(ops).values.get(fields[figures?.since ?? ""]?.id ?? 0));
  return since === 0 ? isoToPacked(hanoiDay(ops[0]?.at ?? 0)) : earliestPackedDay(since);
}

/** Questions put to an office, or about its people, removed ones too. */
export function questionRows(
  db: ReadHandle,
  signKeys: readonly Uint8Array[],
  isTheirs: (official: string) => boolean,
): Uint8Array[] {
  const keys = new Set(signKeys.map(toHex));
  const { official } = entities.question.fields;
  return db
    .all<{ id: Buffer; to: string | null; official: Buffer | null }>(
      sql`SELECT question.id, question."to", official.id AS official
       FROM question LEFT JOIN official ON official.pk = question.official`,
    )
    .filter(({ id, to, official: person }) => {
      if (to !== null && keys.has(to)) return true;
      if (person !== null) return isTheirs(bytesToUuid(person));
      const named = foldRow(historyOfRow(db, id)).values.get(official.id);
      return typeof named === "string" && isTheirs(named);
    })
    .map(({ id }) => id);
}

/** Pairs kept apart of whom both are known, also where one of them was removed. */
export function keptApartRows(
  db: ReadHandle,
  hidden: readonly HiddenRow[],
  isKnown: (official: string) => boolean,
): Uint8Array[] {
  const { one, other } = entities.keptApart.fields;
  const standing = db
    .raw<[Buffer, Buffer, Buffer]>(
      sql`SELECT kept_apart.id, one.id AS one, other.id AS other
       FROM kept_apart JOIN official AS one ON one.pk = kept_apart.one
       JOIN official AS other ON other.pk = kept_apart.other`,
    )
    .map(([row, a, b]) => ({ row, pair: [bytesToUuid(a), bytesToUuid(b)] }));
  const left = hidden
    .filter(({ entity }) => entity === entities.keptApart.id)
    .map(({ row, values }) => ({ row, pair: [String(values.get(one.id)), String(values.get(other.id))] }));
  return [...standing, ...left].filter(({ pair }) => pair.every(isKnown)).map(({ row }) => row);
}
