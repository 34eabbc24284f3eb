/**
 * What the tables showed of rows before files touched them.
 *
 * What a reception does is what readers of the tables will see, and no more: an operation that wins nothing, or whose row
 * cannot be shown yet, changes nobody's record. So rows are compared as they stand, before and after; whatever moves them
 * (a value, a reference that leads somewhere at last, records that were joined) is seen, and nothing is told twice.
 */
import { type EntityName, entities, type FieldValue } from "../../../shared/domain/entities";
import { bytesToUuid, toHex } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { type Sql, type SqlValue, sql } from "../file/sql";
import { type Column, fieldColumns, ownerColumn, referredBy, tableOf } from "../projection/columns";
import { isOwned } from "../../../shared/domain/entities";

/** Columns of a row that stands in its table, in the registry's order. */
export type ShownValues = readonly SqlValue[];

export interface ShownRow {
  readonly entity: EntityName;
  readonly row: Uint8Array;
  /** Null: it did not stand in its table. */
  readonly before: ShownValues | null;
}

/** One key a row; ids of rows are given once, but a hostile file may use one for two entities. */
export function keyOfRow(entity: EntityName, row: Uint8Array): string {
  return `${entities[entity].id} ${toHex(row)}`;
}

type Reading = (params: readonly SqlValue[]) => Sql;

const byPk = new Map<EntityName, Reading>();
const byId = new Map<EntityName, Reading>();

function reading(known: Map<EntityName, Reading>, entity: EntityName, key: Sql): Reading {
  let made = known.get(entity);
  if (made === undefined) {
    const columns = sql.join(fieldColumns(entity).map(({ name }) => sql.name(name)));
    made = sql.prepared(sql`SELECT ${columns} FROM ${sql.name(tableOf(entity))} WHERE ${key} = ${null}`);
    known.set(entity, made);
  }
  return made;
}

/** A row as it stands in its table, or null. */
export function shownNow(db: ReadHandle, entity: EntityName, row: Uint8Array): ShownValues | null {
  return db.raw<SqlValue[]>(reading(byId, entity, sql`id`)([row]))[0] ?? null;
}

/** UUID of the row that a reference column leads to; null for none. */
function targetOf(db: ReadHandle, pk: SqlValue): string | null {
  const row = pk === null ? undefined : db.value<Buffer>(sql`SELECT row FROM op WHERE id = ${pk}`);
  return row === undefined ? null : bytesToUuid(row);
}

/** Places of the columns that name whom rows belong to. */
const ownerPlaces = new Map<EntityName, number>();

/** The official whom a row that stands belongs to; null for rows of nobody. */
export function officialShown(
  db: ReadHandle,
  { entity, row }: Pick<ShownRow, "entity" | "row">,
  values: ShownValues,
): string | null {
  if (entity === "official") return bytesToUuid(row);
  if (!isOwned(entity)) return null;
  let place = ownerPlaces.get(entity);
  if (place === undefined) {
    const owner = ownerColumn(entity);
    place = fieldColumns(entity).findIndex(({ name }) => name === owner);
    ownerPlaces.set(entity, place);
  }
  return targetOf(db, values[place] ?? null);
}

function fieldValue(db: ReadHandle, column: Column, value: SqlValue): FieldValue {
  if (value === null || value instanceof Uint8Array) return null;
  if (referredBy(column) !== null) return targetOf(db, value);
  return column.definition.type === "boolean" ? value === 1 : value;
}

/** The values by the names of their fields; references as row ids. */
export function namedValues(
  db: ReadHandle,
  entity: EntityName,
  values: ShownValues,
): ReadonlyMap<string, FieldValue> {
  return new Map(
    fieldColumns(entity).map((column, place) => [
      column.field,
      fieldValue(db, column, values[place] ?? null),
    ]),
  );
}

/** Rows as they stood when each was touched first. */
export class ShownRows {
  readonly #db: ReadHandle;
  readonly #rows = new Map<string, ShownRow>();

  constructor(db: ReadHandle) {
    this.#db = db;
  }

  /** @param standing pk of the row where it stands in its table */
  note(entity: EntityName, row: Uint8Array, standing: number | undefined): void {
    const key = keyOfRow(entity, row);
    if (this.#rows.has(key)) return;
    const before =
      standing === undefined
        ? null
        : (this.#db.raw<SqlValue[]>(reading(byPk, entity, sql`pk`)([standing]))[0] ?? null);
    this.#rows.set(key, { entity, row, before });
  }

  of(key: string): ShownRow | undefined {
    return this.#rows.get(key);
  }

  /** Takes over a row that was noted elsewhere; where it is known already, that came first. */
  keep(key: string, row: ShownRow): ShownRow {
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    this.#rows.set(key, row);
    return row;
  }

  [Symbol.iterator](): IterableIterator<[string, ShownRow]> {
    return this.#rows.entries();
  }
}
