/**
 * Reads whole rows of any entity with their fields by the registry's names.
 *
 * The form, `describe` and `edit` treat entities alike; the statement of each follows from the registry, so that a new
 * field is read without anybody adding it to a list here.
 */
import { type EntityName, type FieldValue, type OwnedEntity } from "../../../shared/domain/entities";
import { packedToIso } from "../../../shared/domain/partial-date";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { type Sql, type SqlValue, sql } from "../file/sql";
import { type Column, fieldColumns, ownerColumn, tableOf } from "../projection/columns";
import { recordedColumn } from "../projection/derived";
import { proven, wholeColumns } from "../projection/proven";
import { shapeOf } from "../projection/schema";

/** A row as it stands: every field of the registry, null where nothing is known; references as row ids. */
export interface StoredRow {
  readonly id: string;
  readonly pk: number;
  readonly fields: Record<string, FieldValue>;
  /** Day (ISO) on which the roster was told what the row says; null where that is not kept or not known. */
  readonly recordedOn: string | null;
}

interface Reading {
  readonly columns: readonly Column[];
  /** Where the value of each column stands in what is read. */
  readonly places: readonly number[];
  /** Values of the row, its proof last; behind them stand the ids of rows that are referred to. */
  readonly own: number;
  /** Where the day stands on which the row was told; −1 where none is kept. */
  readonly recorded: number;
  readonly select: Sql;
}

const readings = new Map<EntityName, Reading>();

function readingOf(entity: EntityName): Reading {
  const known = readings.get(entity);
  if (known !== undefined) return known;
  const columns = fieldColumns(entity);
  const table = sql.name(tableOf(entity));
  const names = wholeColumns(shapeOf(entity));
  const targets: Sql[] = [];
  const places = columns.map(({ name, definition }) => {
    if (definition.type !== "reference" || definition.entity === undefined) return names.indexOf(name);
    const target = sql`(SELECT target.id FROM ${sql.name(tableOf(definition.entity))} AS target
             WHERE target.pk = ${table}.${sql.name(name)})`;
    return names.length + targets.push(target) - 1;
  });
  const parts = [...names.map((name) => sql`${table}.${sql.name(name)}`), ...targets];
  const select = sql`SELECT ${sql.join(parts)} FROM ${table}`;
  const reading = { columns, places, own: names.length, recorded: names.indexOf(recordedColumn), select };
  readings.set(entity, reading);
  return reading;
}

function fieldValue({ definition }: Column, value: SqlValue): FieldValue {
  if (value === null) return null;
  if (definition.type === "boolean") return value === 1;
  return value instanceof Uint8Array ? bytesToUuid(value) : value;
}

/**
 * Rows of an entity; `condition` is the rest of the statement, from WHERE on.
 * @throws AppError `roster-damaged`
 */
function readRows(db: ReadHandle, entity: EntityName, condition: Sql): StoredRow[] {
  const { columns, places, own, recorded: recordedAt, select } = readingOf(entity);
  return db.raw<SqlValue[]>(sql`${select} ${condition}`).map((row) => {
    const values = row.slice(0, own);
    proven(db, [values]);
    const [pk, id] = values as [number, Uint8Array];
    const fields: Record<string, FieldValue> = {};
    for (const [at, column] of columns.entries())
      fields[column.field] = fieldValue(column, row[places[at] ?? -1] ?? null);
    const recorded = recordedAt < 0 ? 0 : (values[recordedAt] as number);
    return { id: bytesToUuid(id), pk, fields, recordedOn: recorded === 0 ? null : packedToIso(recorded) };
  });
}

/** One row by id, or null when no such row is there. */
export function rowFields(db: ReadHandle, entity: EntityName, id: string): StoredRow | null {
  if (!isUuid(id)) return null;
  return readRows(db, entity, sql`WHERE id = ${uuidToBytes(id)}`)[0] ?? null;
}

/** Every row of an entity by row id, an order that all offices share: for entities of a few dozen rows. */
export function allRows(db: ReadHandle, entity: EntityName): StoredRow[] {
  return readRows(db, entity, sql`ORDER BY id`);
}

/** How many rows an entity has. */
export function rowCount(db: ReadHandle, entity: EntityName): number {
  return db.value<number>(sql`SELECT count(*) FROM ${sql.name(tableOf(entity))}`) ?? 0;
}

/** Rows that belong to an official, by row id: an order that all offices share. */
export function rowsOfOfficial(db: ReadHandle, entity: OwnedEntity, officialPk: number): StoredRow[] {
  return readRows(db, entity, sql`WHERE ${sql.name(ownerColumn(entity))} = ${officialPk} ORDER BY id`);
}

/** Rows that belong to some officials, by the pk of whom they belong to, each list in the order of `rowsOfOfficial`. */
export function rowsOfOfficials(
  db: ReadHandle,
  entity: OwnedEntity,
  officials: ReadonlyMap<string, number>,
): Map<number, StoredRow[]> {
  const owner = ownerColumn(entity);
  const { field } = fieldColumns(entity).find(({ name }) => name === owner) ?? { field: owner };
  const found = new Map<number, StoredRow[]>();
  const wanted = JSON.stringify([...officials.values()]);
  const rows = readRows(
    db,
    entity,
    sql`WHERE ${sql.name(owner)} IN (SELECT value FROM json_each(${wanted})) ORDER BY id`,
  );
  for (const row of rows) {
    const pk = officials.get(String(row.fields[field]));
    if (pk === undefined) continue;
    const known = found.get(pk);
    if (known === undefined) found.set(pk, [row]);
    else known.push(row);
  }
  return found;
}

/** Rows of an entity by their pks; those that are not there are missing. */
export function rowsByPk(db: ReadHandle, entity: EntityName, pks: readonly number[]): StoredRow[] {
  return readRows(db, entity, sql`WHERE pk IN (SELECT value FROM json_each(${JSON.stringify(pks)}))`);
}
