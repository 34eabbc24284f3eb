/** Officials: whole records, rows of the grid, order and search material. */
import { byOwned, type FieldValue, type OwnedEntity } from "../../../shared/domain/entities";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { type StoredRow, rowFields, rowsOfOfficial } from "./rows";

export interface OfficialRecordRows {
  readonly id: string;
  readonly pk: number;
  readonly fields: Record<string, FieldValue>;
  /** Everything that belongs to the person, in the order of creation. */
  readonly rows: Readonly<Record<OwnedEntity, readonly StoredRow[]>>;
}

export interface OfficialGridRow {
  readonly pk: number;
  readonly id: string;
  readonly fullName: string;
  readonly sex: string | null;
  /** Canonical partial date. */
  readonly birth: string | null;
  readonly identityNumber: string | null;
}

/** pk, full name, other name, identity number. */
export type OfficialName = [number, string, string | null, string | null];

/** Most rows that one call for the grid reads. */
const mostGridRows = 500;

export function officialPk(db: ReadHandle, id: string): number | null {
  if (!isUuid(id)) return null;
  return db.value<number>("SELECT pk FROM official WHERE id = ?", uuidToBytes(id)) ?? null;
}

export function officialId(db: ReadHandle, pk: number): string | null {
  const id = db.value<Buffer>("SELECT id FROM official WHERE pk = ?", pk);
  return id === undefined ? null : bytesToUuid(id);
}

/** Ids of several pks; those of removed officials are missing. */
export function officialIds(db: ReadHandle, pks: readonly number[]): Map<number, string> {
  const sql =
    "SELECT official.pk, official.id FROM json_each(?) AS wanted JOIN official ON official.pk = wanted.value";
  const rows = db.raw<[number, Buffer]>(sql, JSON.stringify(pks));
  return new Map(rows.map(([pk, id]) => [pk, bytesToUuid(id)]));
}

/** A person with all that belongs to the record, or null. */
export function officialRecord(db: ReadHandle, id: string): OfficialRecordRows | null {
  const official = rowFields(db, "official", id);
  if (official === null) return null;
  return { ...official, rows: byOwned((entity) => rowsOfOfficial(db, entity, official.pk)) };
}

type GridColumns = [number, Buffer, string | null, string | null, string | null, string | null];

const gridSql = `
  SELECT official.pk, official.id, official.full_name, official.sex, official.birth, official.identity_number
  FROM json_each(?) AS wanted JOIN official ON official.pk = wanted.value
  ORDER BY wanted.key`;

/**
 * Rows for the grid in the order asked for; removed officials are missing.
 * @throws RangeError for more than `mostGridRows`
 */
export function officialGridRows(db: ReadHandle, pks: readonly number[]): OfficialGridRow[] {
  if (pks.length > mostGridRows)
    throw new RangeError(`At most ${mostGridRows} rows at once, not ${pks.length}`);
  return db
    .raw<GridColumns>(gridSql, JSON.stringify(pks))
    .map(([pk, id, name, sex, birth, identityNumber]) => ({
      pk,
      id: bytesToUuid(id),
      fullName: name ?? "",
      sex,
      birth,
      identityNumber,
    }));
}

export function officialCount(db: ReadHandle): number {
  return db.value<number>("SELECT count(*) FROM official") ?? 0;
}

/** Every pk in Vietnamese name order; equal names in the order of creation. */
export function officialOrder(db: ReadHandle): number[] {
  return db.raw<[number]>("SELECT pk FROM official ORDER BY sort_key, pk").map(([pk]) => pk);
}

const beforeSql = `
  SELECT (one.sort_key, one.pk) < (other.sort_key, other.pk)
  FROM official AS one, official AS other WHERE one.pk = ? AND other.pk = ?`;

/** Whether one official goes before another in name order; false when either is not there. */
export function isBefore(db: ReadHandle, pk: number, otherPk: number): boolean {
  return db.value<number>(beforeSql, pk, otherPk) === 1;
}

/** pks of officials whose identity number begins with some digits, in number order. */
export function officialsByIdentityPrefix(db: ReadHandle, prefix: string, limit: number): number[] {
  const sql = `
    SELECT pk FROM official
    WHERE identity_number >= ? AND identity_number < ?
    ORDER BY identity_number, pk LIMIT ?`;
  return db.raw<[number]>(sql, prefix, `${prefix}:`, limit).map(([pk]) => pk);
}

/** Names for the search index, by pk after `afterPk`; empty at the end. */
export function officialNames(db: ReadHandle, afterPk: number, limit: number): OfficialName[] {
  const sql = `
    SELECT pk, coalesce(full_name, ''), other_name, identity_number FROM official
    WHERE pk > ? ORDER BY pk LIMIT ?`;
  return db.raw<[number, string, string | null, string | null]>(sql, afterPk, limit);
}

/** The names of one official, or null. */
export function officialNamesOf(db: ReadHandle, pk: number): OfficialName | null {
  const sql = "SELECT pk, coalesce(full_name, ''), other_name, identity_number FROM official WHERE pk = ?";
  return db.raw<[number, string, string | null, string | null]>(sql, pk)[0] ?? null;
}
