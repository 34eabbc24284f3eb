/**
 * Which changes are of which people, read from the log's own rows: those of the person, of the records that went up in
 * theirs, and of what belongs to them, whether it stands or was removed.
 *
 * A note kept beside a change when it was written would be missing for every change that came by file, and the history
 * of one person would be another one in each office.
 */
import {
  entities,
  entityById,
  isOwned,
  ownedEntities,
  ownerField,
  type OwnedEntity,
  personEntities,
} from "../../../shared/domain/entities";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { type Sql, sql } from "../file/sql";
import { everyOpOfRow } from "../log/op-rows";
import { ownerColumn, tableOf } from "../projection/columns";

/** Bytes of an op's hash that are the row of decisions about it. */
const decisionRowLength = 16;

const ofPeople = JSON.stringify(personEntities.map((entity) => entities[entity].id));

function ownRowsOf(entity: OwnedEntity): Sql {
  const owner = sql.name(ownerColumn(entity));
  return sql`UNION ALL SELECT own.id FROM person CROSS JOIN official ON official.id = person.row
             CROSS JOIN ${sql.name(tableOf(entity))} AS own ON own.${owner} = official.pk`;
}

/**
 * Whether a row of `unresolved` names the official whose it is. One condition for all entities: each part of a UNION nests
 * one deeper in SQLite, which allows few.
 */
const namesOwner = sql`unresolved.entity || ' ' || unresolved.field IN (${sql.join(
  ownedEntities.map((entity) => `${entities[entity].id} ${ownerField(entity).id}`),
)})`;

/**
 * `person (row)`: records of officials with those that went up in them; `theirs (row)`: all rows that are theirs, or would
 * be by a proposal; `own (row)`: these, and what was decided about ops of them (a decision's row begins the op's hash).
 */
function ownRows(pks: readonly number[]): Sql {
  return sql`
    WITH RECURSIVE wanted (pk) AS (SELECT value FROM json_each(${JSON.stringify(pks)})),
    person (row) AS (
      SELECT op.row FROM wanted CROSS JOIN op ON op.id = wanted.pk
      UNION
      SELECT unresolved.row FROM person
      CROSS JOIN unresolved ON unresolved.target = person.row AND unresolved.field = 0 AND unresolved.state = 'joined'
    ),
    theirs (row) AS (
      SELECT row FROM person
      ${sql.join(ownedEntities.map(ownRowsOf), sql` `)}
      UNION ALL SELECT unresolved.row FROM person CROSS JOIN unresolved ON unresolved.target = person.row
        WHERE ${namesOwner}
      UNION
      SELECT proposed_owner.row FROM person CROSS JOIN proposed_owner ON proposed_owner.owner = person.row
    ),
    own (row) AS (
      SELECT row FROM theirs
      UNION ALL
      SELECT substr(op.hash, 1, ${decisionRowLength}) FROM theirs CROSS JOIN op ON op.row = theirs.row
    )`;
}

/** Changes that touched people: one of their rows, alone or among others. @param pks of officials, removed ones too */
export function ofOfficials(pks: readonly number[]): Sql {
  return sql`
    change.id IN (
      ${ownRows(pks)}
      SELECT touched.id FROM own
      CROSS JOIN op ON op.row = own.row
      CROSS JOIN change AS touched ON touched.writer = op.writer AND touched.first_seq = op.change_seq)`;
}

/** Rows of a person, UUIDs: their own, those that went up in it, and all that belong to these. @param pk as above */
export function rowsOfPerson(db: ReadHandle, pk: number): ReadonlySet<string> {
  const rows = db.raw<[Buffer]>(sql`${ownRows([pk])} SELECT row FROM own`);
  return new Set(rows.map(([row]) => bytesToUuid(row)));
}

/** Where the ops of a change stand. */
export interface ChangeSpan {
  readonly writer: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** Rows of people looked at for whom one change is about. */
const mostRows = 400;

/**
 * `theirs (person, row)`: the records of people, and the rows that are theirs as they stand or stood; by the rows of their
 * records, so that what it costs follows from how many they are.
 */
export function rowsOfRecords(people: readonly Uint8Array[]): Sql {
  const wanted = JSON.stringify(people.map((row) => Buffer.from(row).toString("hex")));
  return sql`
    WITH person (row) AS MATERIALIZED (SELECT unhex(value) FROM json_each(${wanted})),
    theirs (person, row) AS (
      SELECT row, row FROM person
      ${sql.join(ownedEntities.map(rowsBesideOf), sql` `)}
      UNION ALL SELECT person.row, unresolved.row FROM person
        CROSS JOIN unresolved ON unresolved.target = person.row WHERE ${namesOwner}
    )`;
}

function rowsBesideOf(entity: OwnedEntity): Sql {
  return sql`
    UNION ALL SELECT person.row, own.id FROM person CROSS JOIN official ON official.id = person.row
      CROSS JOIN ${sql.name(tableOf(entity))} AS own ON own.${sql.name(ownerColumn(entity))} = official.pk`;
}

/** Ops of one change. */
export function opsOfChange({ writer, firstSeq, lastSeq }: ChangeSpan): Sql {
  return sql`writer = ${writer} AND seq BETWEEN ${firstSeq} AND ${lastSeq}`;
}

/**
 * pk of the one official whom ops are about, as records are joined today; null where it is none or several.
 * @param which condition on the rows of `op`
 */
export function subjectOf(db: ReadHandle, which: Sql): number | null {
  const seen = new Set<string>();
  let subject: number | null = null;
  for (const [row, entityId] of db.raw<[Buffer, number]>(sql`
    SELECT row, entity FROM op
    WHERE ${which} AND entity IN (SELECT value FROM json_each(${ofPeople}))
    LIMIT ${mostRows}`)) {
    const key = row.toString("hex");
    const entity = entityById(entityId);
    if (entity === null || seen.has(key)) continue;
    seen.add(key);
    const person = isOwned(entity) ? ownerOf(db, entity, row) : standingFor(db, row);
    if (person === null) continue;
    if (subject !== null && subject !== person) return null;
    subject = person;
  }
  return subject;
}

/** Ops of one change that are looked at for whom it concerns. */
const mostOps = 20_000;

export interface TouchedPeople {
  /** Rows of the first of them. */
  readonly first: readonly Buffer[];
  /** How many there are among the ops that were looked at. */
  readonly count: number;
  /** Not all ops were. */
  readonly more: boolean;
}

/** Whom a change concerns, in the order of its ops; removed people too. @param named how many rows are wanted */
export function peopleTouched(db: ReadHandle, span: ChangeSpan, named: number): TouchedPeople {
  const { rows, more } = touchedRows(db, span);
  return { first: rows.slice(0, named), count: rows.length, more };
}

/** Rows of the people whom a change concerns, in the order of its ops. */
export function touchedRows(
  db: ReadHandle,
  span: ChangeSpan,
): { readonly rows: readonly Buffer[]; readonly more: boolean } {
  const { writer, firstSeq } = span;
  const lastSeq = Math.min(span.lastSeq, firstSeq + mostOps - 1);
  const which = sql`op.writer = ${writer} AND op.seq BETWEEN ${firstSeq} AND ${lastSeq}`;
  const touched = db.raw<[seq: number, row: Buffer]>(sql`
    SELECT op.seq, op.row FROM op WHERE ${which} AND op.entity = ${entities.official.id}
    ${sql.join(
      ownedEntities.map((entity) => ownersTouched(entity, which)),
      sql` `,
    )}
    UNION ALL SELECT op.seq, unresolved.target FROM op
      CROSS JOIN unresolved ON unresolved.row = op.row
      WHERE ${which} AND ${namesOwner} AND unresolved.entity = op.entity`);
  const people = new Map<string, { seq: number; row: Buffer }>();
  for (const [seq, row] of touched) {
    const key = row.toString("hex");
    const known = people.get(key);
    if (known === undefined || seq < known.seq) people.set(key, { seq, row });
  }
  const inOrder = [...people.values()].sort((one, other) => one.seq - other.seq);
  return { rows: inOrder.map(({ row }) => row), more: lastSeq < span.lastSeq };
}

/** Whose rows of an entity were touched, whether they stand or were removed. */
function ownersTouched(entity: OwnedEntity, which: Sql): Sql {
  const { id } = entities[entity];
  return sql`
    UNION ALL SELECT op.seq, official.id FROM op
      CROSS JOIN ${sql.name(tableOf(entity))} AS own ON own.id = op.row
      CROSS JOIN official ON official.pk = own.${sql.name(ownerColumn(entity))}
      WHERE ${which} AND op.entity = ${id}`;
}

/** pk of the official whose row it is, also where either is removed. */
function ownerOf(db: ReadHandle, entity: OwnedEntity, row: Uint8Array): number | null {
  const standing = db.value<number>(
    sql`SELECT ${sql.name(ownerColumn(entity))} FROM ${sql.name(tableOf(entity))} WHERE id = ${row}`,
  );
  if (standing !== undefined) return standing;
  const owner = db.value<Buffer>(
    sql`SELECT target FROM unresolved WHERE row = ${row} AND field = ${ownerField(entity).id}`,
  );
  return owner === undefined ? proposedOwnerOf(db, entity, row) : standingFor(db, owner);
}

/** The same of a row that only waits: it stands in no table, and its ops alone say whose it would be. */
function proposedOwnerOf(db: ReadHandle, entity: OwnedEntity, row: Uint8Array): number | null {
  const owner = foldRow(everyOpOfRow(db, row)).values.get(ownerField(entity).id);
  return typeof owner === "string" && isUuid(owner) ? standingFor(db, Buffer.from(uuidToBytes(owner))) : null;
}

/** pk of the record that stands for one: itself, the one that it went up in, or itself where none stands. */
function standingFor(db: ReadHandle, row: Buffer): number | null {
  const seen = new Set<string>();
  for (let at: Buffer | undefined = row; at !== undefined && !seen.has(at.toString("hex")); ) {
    const pk = db.value<number>(sql`SELECT pk FROM official WHERE id = ${at}`);
    if (pk !== undefined) return pk;
    seen.add(at.toString("hex"));
    at = db.value<Buffer>(
      sql`SELECT target FROM unresolved WHERE row = ${at} AND field = 0 AND state = 'joined'`,
    );
  }
  // A row bears the number of the op that created it.
  return db.value<number>(sql`SELECT id FROM op WHERE row = ${row} AND created = 1 LIMIT 1`) ?? null;
}
