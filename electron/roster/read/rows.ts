/**
 * Reads whole rows of any entity with their fields by the registry's names.
 *
 * The form, `describe` and `edit` treat entities alike; the statement of each follows from the registry, so that a new
 * field is read without anybody adding it to a list here.
 */
import {
  type EntityName,
  type FieldValue,
  type OwnedEntity,
  ownerField,
} from "../../../shared/domain/entities";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle, SqlValue } from "../file/handle";
import { type Column, columnOf, fieldColumns, tableOf } from "../projection/columns";

/** A row as it stands: every field of the registry, null where nothing is known; references as row ids. */
export interface StoredRow {
  readonly id: string;
  readonly pk: number;
  readonly fields: Record<string, FieldValue>;
}

interface Reading {
  readonly columns: readonly Column[];
  readonly select: string;
}

function readingOf(entity: EntityName): Reading {
  const columns = fieldColumns(entity);
  const table = tableOf(entity);
  const parts = columns.map(({ name, definition }) =>
    definition.type === "reference" && definition.entity !== undefined
      ? `(SELECT target.id FROM ${tableOf(definition.entity)} AS target WHERE target.pk = ${table}."${name}")`
      : `${table}."${name}"`,
  );
  return { columns, select: `SELECT ${table}.pk, ${table}.id, ${parts.join(", ")} FROM ${table}` };
}

function fieldValue({ definition }: Column, value: SqlValue): FieldValue {
  if (value === null) return null;
  if (definition.type === "boolean") return value === 1;
  return value instanceof Uint8Array ? bytesToUuid(value) : value;
}

/** Rows of an entity; `condition` is the rest of the statement, from WHERE on. */
function readRows(db: ReadHandle, entity: EntityName, condition: string, ...params: SqlValue[]): StoredRow[] {
  const { columns, select } = readingOf(entity);
  return db
    .raw<[number, Buffer, ...SqlValue[]]>(`${select} ${condition}`, ...params)
    .map(([pk, id, ...values]) => {
      const fields: Record<string, FieldValue> = {};
      columns.forEach((column, index) => {
        fields[column.field] = fieldValue(column, values[index] ?? null);
      });
      return { id: bytesToUuid(id), pk, fields };
    });
}

/** One row by id, or null when no such row is there. */
export function rowFields(db: ReadHandle, entity: EntityName, id: string): StoredRow | null {
  if (!isUuid(id)) return null;
  return readRows(db, entity, "WHERE id = ?", uuidToBytes(id))[0] ?? null;
}

/** Every row of an entity in the order of creation: for entities of a few dozen rows. */
export function allRows(db: ReadHandle, entity: EntityName): StoredRow[] {
  return readRows(db, entity, "ORDER BY pk");
}

/** Rows that belong to an official, in the order of creation. */
export function rowsOfOfficial(db: ReadHandle, entity: OwnedEntity, officialPk: number): StoredRow[] {
  return readRows(db, entity, `WHERE "${columnOf(ownerField(entity).name)}" = ? ORDER BY pk`, officialPk);
}
