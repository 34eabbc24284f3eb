/** Officials: whole records, rows of the grid, order and search material. */
import { appError } from "../../../shared/contract/errors";
import { byOwned, type FieldValue, type OwnedEntity } from "../../../shared/domain/entities";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { namesProof, proven, provenColumns } from "../projection/proven";
import { type StoredRow, rowFields, rowsByPk, rowsOfOfficial, rowsOfOfficials } from "./rows";

export interface OfficialRecordRows {
  readonly id: string;
  readonly pk: number;
  readonly fields: Record<string, FieldValue>;
  /** Everything that belongs to the person, by row id. */
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
  return db.value<number>(sql`SELECT pk FROM official WHERE id = ${uuidToBytes(id)}`) ?? null;
}

export function officialId(db: ReadHandle, pk: number): string | null {
  const id = db.value<Buffer>(sql`SELECT id FROM official WHERE pk = ${pk}`);
  return id === undefined ? null : bytesToUuid(id);
}

/** Ids of several pks; those of removed officials are missing. */
export function officialIds(db: ReadHandle, pks: readonly number[]): Map<number, string> {
  const rows = db.raw<[number, Buffer]>(sql`
    SELECT official.pk, official.id
    FROM json_each(${JSON.stringify(pks)}) AS wanted JOIN official ON official.pk = wanted.value`);
  return new Map(rows.map(([pk, id]) => [pk, bytesToUuid(id)]));
}

/** A person with all that belongs to the record, or null. */
export function officialRecord(db: ReadHandle, id: string): OfficialRecordRows | null {
  const official = rowFields(db, "official", id);
  if (official === null) return null;
  return { ...official, rows: byOwned((entity) => rowsOfOfficial(db, entity, official.pk)) };
}

/**
 * Several people as `officialRecord` reads each, in one go; removed ones are missing.
 * @param pks a few hundred at most, since all that belongs to them is held at once
 */
export function officialRecords(db: ReadHandle, pks: readonly number[]): OfficialRecordRows[] {
  const people = rowsByPk(db, "official", pks);
  const byId = new Map(people.map(({ id, pk }) => [id, pk]));
  const owned = byOwned((entity) => rowsOfOfficials(db, entity, byId));
  return people.map((person) => ({
    ...person,
    rows: byOwned((entity) => owned[entity].get(person.pk) ?? []),
  }));
}

type NamesColumns = [
  pk: number,
  id: Buffer,
  fullName: string | null,
  otherName: string | null,
  sex: string | null,
  birth: string | null,
  identityNumber: string | null,
  sortKey: string,
  birthPacked: number,
  proof: number,
];

const namesColumns = provenColumns("official", namesProof);

const gridSql = (pks: string) => sql`
  SELECT ${namesColumns}
  FROM json_each(${pks}) AS wanted JOIN official ON official.pk = wanted.value
  ORDER BY wanted.key`;

/**
 * Rows for the grid in the order asked for; removed officials are missing.
 * @throws AppError `roster-damaged`; RangeError for more than `mostGridRows`
 */
export function officialGridRows(db: ReadHandle, pks: readonly number[]): OfficialGridRow[] {
  if (pks.length > mostGridRows)
    throw new RangeError(`At most ${mostGridRows} rows at once, not ${pks.length}`);
  const rows = proven(db, db.raw<NamesColumns>(gridSql(JSON.stringify(pks))));
  if (rows.length < pks.length) refuseHidden(db, pks, rows);
  return rows.map(([pk, id, name, , sex, birth, identityNumber]) => ({
    pk,
    id: bytesToUuid(id),
    fullName: name ?? "",
    sex,
    birth,
    identityNumber,
  }));
}

/**
 * Somebody whom the way by key does not find may have been removed. Whoever goes through all rows finds them if not, and
 * then an inner page is damaged.
 * @throws AppError `roster-damaged`
 */
function refuseHidden(db: ReadHandle, pks: readonly number[], rows: readonly NamesColumns[]): void {
  const found = new Set(rows.map(([pk]) => pk));
  const missing = JSON.stringify(pks.filter((pk) => !found.has(pk)));
  const hidden = db.value<number>(
    sql`SELECT 1 FROM official NOT INDEXED WHERE +pk IN (SELECT value FROM json_each(${missing})) LIMIT 1`,
  );
  if (hidden !== undefined) throw appError("roster-damaged", { path: db.path });
}

export function officialCount(db: ReadHandle): number {
  return db.value<number>(sql`SELECT count(*) FROM official`) ?? 0;
}

/**
 * Every pk in Vietnamese name order; namesakes by birth, then by row id. What settles ties is the same in every office
 * that holds the same records, whatever came first.
 */
export function officialOrder(db: ReadHandle): number[] {
  // Sorted from the rows, which are proven, and not read from an index, which holds the names a second time.
  const rows = sql`SELECT pk FROM official NOT INDEXED ORDER BY sort_key, birth_packed, id`;
  return db.raw<[number]>(rows).map(([pk]) => pk);
}

const beforeSql = (pk: number, otherPk: number) => sql`
  SELECT (one.sort_key, one.birth_packed, one.id) < (other.sort_key, other.birth_packed, other.id)
  FROM official AS one, official AS other WHERE one.pk = ${pk} AND other.pk = ${otherPk}`;

/** Whether one official goes before another in name order; false when either is not there. */
export function isBefore(db: ReadHandle, pk: number, otherPk: number): boolean {
  return db.value<number>(beforeSql(pk, otherPk)) === 1;
}

/** pks of officials whose identity number begins with some digits, in number order. */
export function officialsByIdentityPrefix(db: ReadHandle, prefix: string, limit: number): number[] {
  const query = sql`
    SELECT pk FROM official
    WHERE identity_number >= ${prefix} AND identity_number < ${`${prefix}:`}
    ORDER BY identity_number, pk LIMIT ${limit}`;
  return db.raw<[number]>(query).map(([pk]) => pk);
}

const names = sql`SELECT ${namesColumns} FROM official`;

function nameOf([pk, , fullName, otherName, , , identityNumber]: NamesColumns): OfficialName {
  return [pk, fullName ?? "", otherName, identityNumber];
}

/** Names for the search index, by pk after `afterPk`; empty at the end. */
export function officialNames(db: ReadHandle, afterPk: number, limit: number): OfficialName[] {
  const slice = sql`${names} WHERE pk > ${afterPk} ORDER BY pk LIMIT ${limit}`;
  return proven(db, db.raw<NamesColumns>(slice)).map(nameOf);
}

/** What a list tells people by. */
export interface OfficialKeys {
  readonly pk: number;
  readonly id: string;
  readonly fullName: string;
  /** Canonical partial date. */
  readonly birth: string | null;
  readonly identityNumber: string | null;
}

/** Names, births and numbers by pk after `afterPk`; empty at the end. */
export function officialKeys(db: ReadHandle, afterPk: number, limit: number): OfficialKeys[] {
  const slice = sql`${names} WHERE pk > ${afterPk} ORDER BY pk LIMIT ${limit}`;
  return proven(db, db.raw<NamesColumns>(slice)).map(([pk, id, fullName, , , birth, identityNumber]) => ({
    pk,
    id: bytesToUuid(id),
    fullName: fullName ?? "",
    birth,
    identityNumber,
  }));
}

/** The names of one official, or null. */
export function officialNamesOf(db: ReadHandle, pk: number): OfficialName | null {
  return proven(db, db.raw<NamesColumns>(sql`${names} WHERE pk = ${pk}`)).map(nameOf)[0] ?? null;
}
