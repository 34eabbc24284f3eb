/**
 * The entity tables, made from the registry.
 *
 * Without this each new field would need a migration beside its entry in the registry, and the two would come to
 * disagree.
 *
 * - `pk` of a row is the id of the op that created it, so that the same log gives the same tables.
 * - References are checked at the end of a transaction, since a parent may come after its children.
 * - What statistics and the grid's order read stands first (references, derived columns, booleans), because SQLite
 *   decodes a row from its start.
 */
import type { EntityName } from "../../../shared/domain/entities";
import type { WriteHandle } from "../file/handle";
import { type Sql, sql } from "../file/sql";
import { type Column, fieldColumns, projectionOrder, referredBy, storageOf, tableOf } from "./columns";
import { derivedColumns, indexesBesideReferences } from "./derived";
import { referrersOf } from "./referrers";

const columnTypes = {
  text: sql`TEXT`,
  integer: sql`INTEGER`,
  boolean: sql`INTEGER`,
  reference: sql`INTEGER`,
} as const;

function fieldColumn(column: Column): Sql {
  const name = sql.name(column.name);
  const storage = storageOf(column.definition);
  const parts = [name, columnTypes[storage]];
  if (storage === "boolean") parts.push(sql`CHECK (${name} IN (0, 1))`);
  const target = referredBy(column);
  if (target !== null) {
    if (column.definition.required === true) parts.push(sql`NOT NULL`);
    parts.push(sql`REFERENCES ${sql.name(tableOf(target))} (pk) DEFERRABLE INITIALLY DEFERRED`);
  }
  return sql.join(parts, sql` `);
}

function tableStatement(entity: EntityName): Sql {
  const columns = fieldColumns(entity);
  const of = (wanted: readonly string[]) =>
    columns.filter(({ definition }) => wanted.includes(storageOf(definition))).map(fieldColumn);
  const derived = derivedColumns(entity).map(
    ({ name, storage }) => sql`${sql.name(name)} ${columnTypes[storage]} NOT NULL`,
  );
  const parts = [
    sql`pk INTEGER PRIMARY KEY`,
    ...of(["reference"]),
    ...derived,
    ...of(["boolean"]),
    sql`id BLOB NOT NULL CHECK (length(id) = 16)`,
    ...of(["text", "integer"]),
  ];
  return sql`CREATE TABLE ${sql.name(tableOf(entity))} (${sql.join(parts)}) STRICT`;
}

export interface TableIndex {
  readonly column: string;
  readonly filledOnly: boolean;
  readonly ties: readonly string[];
}

export function indexesOf(entity: EntityName): TableIndex[] {
  const references = fieldColumns(entity).filter((column) => referredBy(column) !== null);
  return [
    ...references.map(({ name: column }) => ({ column, filledOnly: false, ties: [] })),
    ...indexesBesideReferences(entity).map(({ column, filledOnly = false, ties = [] }) => ({
      column,
      filledOnly,
      ties,
    })),
  ];
}

/** Every name that `createTables` and `createIndexes` give. */
export function namesMade(): string[] {
  return projectionOrder.flatMap((entity) => {
    const table = tableOf(entity);
    return [table, `${table}_id`, ...indexesOf(entity).map(({ column }) => `${table}_${column}`)];
  });
}

function indexStatement(entity: EntityName, { column, filledOnly, ties }: TableIndex): Sql {
  const table = tableOf(entity);
  const name = sql.name(column);
  const columns = sql.join([column, ...ties].map(sql.name));
  const index = sql`CREATE INDEX ${sql.name(`${table}_${column}`)} ON ${sql.name(table)} (${columns})`;
  return filledOnly ? sql`${index} WHERE ${name} IS NOT NULL` : index;
}

function idIndexStatement(entity: EntityName): Sql {
  const table = tableOf(entity);
  return sql`CREATE UNIQUE INDEX ${sql.name(`${table}_id`)} ON ${sql.name(table)} (id)`;
}

function isReferredTo(entity: EntityName): boolean {
  return referrersOf(entity).length > 0;
}

/**
 * Makes the tables, with no more indexes than filling them needs: the others are made faster, and with less written to
 * the disk, once the rows are there.
 */
export function createTables(db: WriteHandle): void {
  for (const entity of projectionOrder) {
    db.run(tableStatement(entity));
    if (isReferredTo(entity)) db.run(idIndexStatement(entity));
  }
}

/** Makes the indexes that `createTables` left out. */
export function createIndexes(db: WriteHandle): void {
  for (const entity of projectionOrder) {
    if (!isReferredTo(entity)) db.run(idIndexStatement(entity));
    for (const index of indexesOf(entity)) db.run(indexStatement(entity, index));
  }
}
