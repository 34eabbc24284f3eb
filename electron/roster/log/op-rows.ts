/**
 * Reads ops from the table: as the fold needs them, and as they were hashed.
 */
import { type Standing, standing } from "../../../shared/domain/authority";
import { entities } from "../../../shared/domain/entities";
import type { Branch } from "../../../shared/sync/branch";
import type { HistoryOp } from "../../../shared/sync/fold";
import type { Op } from "../../../shared/sync/op";
import { appError } from "../../../shared/contract/errors";
import { bytesToUuid, sameBytes } from "../../../shared/sync/bytes";
import { encodeOp, storedBody } from "../../../shared/sync/op-codec";
import { isStandingProven } from "../file/op-standing";
import { sha256 } from "../file/sha256";
import type { HashedOp } from "../../../shared/sync/packet/types";
import type { ReadHandle } from "../file/handle";
import { type Sql, sql } from "../file/sql";
import { asItStands } from "./one-entity";
import { shownFields } from "./shown-fields";
import { areAllOfStanding } from "./written-standings";

/** An op of one row with its place in this roster. */
export interface StoredOp extends HistoryOp {
  /** Order of arrival in this roster. */
  readonly localId: number;
  readonly writer: number;
  readonly entity: number;
  readonly at: number;
  /** Sequence of its change's first op. */
  readonly changeSeq: number;
  /** UUID. */
  readonly row: string;
  /** As it was when it was read. */
  readonly standing: Standing;
}

type OpColumns = readonly [
  id: number,
  writer: number,
  identity: Buffer | null,
  forked: number,
  seq: number,
  hash: Buffer,
  lamport: number,
  at: number,
  entity: number,
  changeSeq: number,
  created: number,
  body: Buffer,
  row: Buffer,
  standing: Standing,
  standingProof: number,
  user: string | null,
  prev: Buffer | null,
];

/** Rows of the table that are read at once. */
const pageRows = 2000;

const columns = sql`op.id, op.writer, writer.identity, writer.forked, op.seq, op.hash, op.lamport, op.at, op.entity,
  op.change_seq, op.created, op.body, op.row, op.standing,
  op.standing_proof, author.name,
  coalesce(op.prev, (SELECT before.hash FROM op AS before
                     WHERE before.writer = op.writer AND before.seq = op.seq - 1))`;
/** Op by op, whether its writer and author are there or not: without them it is not what was written. */
const ops = sql`op LEFT JOIN writer ON writer.id = op.writer LEFT JOIN author ON author.id = op.author`;
const rowSql = sql.prepared(sql`
  SELECT ${columns} FROM ${ops}
  WHERE op.row = ${null} AND op.id < ${null}
  ORDER BY op.id`);
/** The index that finds these holds the same numbers; a test compares them with the registry. */
const rulingRowsSql = sql.prepared(sql`
  SELECT ${columns} FROM ${ops}
  WHERE op.row IN (SELECT row FROM op WHERE entity IN (2, 13, 14)) AND op.id < ${null}
  ORDER BY op.id`);
const credentialSql = sql.prepared(sql`
  SELECT ${columns} FROM ${ops}
  WHERE op.entity = ${null} AND op.entity IN (2, 13, 14)
  ORDER BY op.id`);
const waitingSql = sql.prepared(sql`
  SELECT ${columns} FROM ${ops} WHERE op.standing = ${null} AND op.standing <> 0
  ORDER BY op.id`);
const openSql = sql.prepared(sql`
  SELECT ${columns} FROM ${ops} WHERE op.id IN (SELECT op FROM open_op) ORDER BY op.id`);
const rowOrderSql = sql.prepared(sql`
  SELECT ${columns} FROM ${ops}
  WHERE (op.row, op.id) > (${null}, ${null}) AND op.id < ${null}
  ORDER BY op.row, op.id LIMIT ${null}`);

/** Name of a writer for the fold. */
export function writerName(identity: Uint8Array): string {
  return Buffer.from(identity.buffer, identity.byteOffset, identity.length).toString("hex");
}

/** The piece of a forked writer that a row of the writer table is, with the pieces before it. */
function pieceOf(db: ReadHandle, id: number): Branch {
  const row = db.get<{ identity: Buffer; first: number; parent: number | null }>(
    sql`SELECT identity, first_seq AS first, parent FROM writer WHERE id = ${id}`,
  );
  if (row === undefined) throw new Error(`No writer ${id}`);
  const parent = row.parent === null ? null : pieceOf(db, row.parent);
  return { writer: writerName(row.identity), fork: { piece: id, first: row.first, parent } };
}

/** Branches by row of the writer table, each read once. */
class Branches {
  readonly #db: ReadHandle;
  readonly #known = new Map<number, Branch>();

  constructor(db: ReadHandle) {
    this.#db = db;
  }

  of(id: number, identity: Buffer, forked: number): Branch {
    let branch = this.#known.get(id);
    if (branch === undefined) {
      branch = forked === 0 ? { writer: writerName(identity), fork: null } : pieceOf(this.#db, id);
      this.#known.set(id, branch);
    }
    return branch;
  }
}

const nothingNamed: ReadonlyMap<number, readonly string[]> = new Map();

/** Superseded ops by field, as the fold compares them. */
export function namedByHex(
  supersedes: ReadonlyMap<number, readonly Uint8Array[]>,
): ReadonlyMap<number, readonly string[]> {
  if (supersedes.size === 0) return nothingNamed;
  return new Map(
    [...supersedes].map(([field, hashes]) => [
      field,
      hashes.map((hash) => Buffer.from(hash.buffer, hash.byteOffset, hash.length).toString("hex")),
    ]),
  );
}

/** @throws AppError `roster-damaged` where an op is not what its hash was made of */
export function proveOp(db: ReadHandle, op: Op, hash: Uint8Array): void {
  if (!sameBytes(sha256(encodeOp(op)), hash)) throw appError("roster-damaged", { path: db.path });
}

/**
 * Whether how ops stand is asked for, and proven, or is about to be worked out anew, whatever is written beside them.
 */
type Standings = "proven" | "anew";

/** @throws AppError `roster-damaged` where it is not what was written */
function storedOp(db: ReadHandle, branches: Branches, one: OpColumns, standings: Standings): StoredOp {
  const [
    localId,
    writer,
    identity,
    forked,
    seq,
    hash,
    lamport,
    at,
    entity,
    changeSeq,
    created,
    body,
    row,
    stands,
    standingProof,
    user,
    prev,
  ] = one;
  if (identity === null || user === null) throw appError("roster-damaged", { path: db.path });
  if (standings === "proven" && !isStandingProven(hash, stands, standingProof))
    throw appError("roster-damaged", { path: db.path });
  const head = { writer: identity, seq, prev, lamport, at, user, change: changeSeq };
  proveOp(db, { ...head, entity, row, create: created === 1, body }, hash);
  const stored = storedBody(body);
  return {
    id: hash.toString("hex"),
    branch: branches.of(writer, identity, forked),
    seq,
    lamport,
    create: created === 1,
    ...shownFields(entity, stored),
    supersedes: namedByHex(stored.supersedes),
    localId,
    writer,
    entity,
    at,
    changeSeq,
    row: bytesToUuid(row),
    standing: stands,
  };
}

function storedOps(db: ReadHandle, query: Sql, standings: Standings = "proven"): StoredOp[] {
  const branches = new Branches(db);
  return db.raw<OpColumns>(query).map((one) => storedOp(db, branches, one, standings));
}

/**
 * The ops of one row that count, in the order in which they came; of one that was written as several entities those as
 * which it stands.
 * @param before only those with a smaller local id
 * @throws AppError `roster-damaged`
 */
export function historyOfRow(
  db: ReadHandle,
  row: Uint8Array,
  before: number = Number.MAX_SAFE_INTEGER,
): StoredOp[] {
  return asItStands(everyOpOfRow(db, row, before).filter((op) => op.standing === standing.counts));
}

/** As `historyOfRow`, with those that wait, were refused or set aside, of whatever entity. */
export function everyOpOfRow(
  db: ReadHandle,
  row: Uint8Array,
  before: number = Number.MAX_SAFE_INTEGER,
): StoredOp[] {
  return storedOps(db, rowSql([row, before]));
}

/** As `everyOpOfRow`, for whoever works out anew how they stand; what is written of it says nothing. */
export function opsOfRowAnew(
  db: ReadHandle,
  row: Uint8Array,
  before: number = Number.MAX_SAFE_INTEGER,
): StoredOp[] {
  return storedOps(db, rowSql([row, before]), "anew");
}

/**
 * Every op of rows of units, credentials and decisions, from which authority follows, in the order in which they came.
 * @throws AppError `roster-damaged`
 */
export function opsOfRulingRows(db: ReadHandle): StoredOp[] {
  return storedOps(db, rulingRowsSql([Number.MAX_SAFE_INTEGER]));
}

/** Every op that says whose a key is, in the order in which they came. @throws AppError `roster-damaged` */
export function credentialOps(db: ReadHandle): StoredOp[] {
  return storedOps(db, credentialSql([entities.credential.id]));
}

/** As `opsOfRulingRows`, for whoever works out anew how they stand. @param before as `historyOfRow` */
export function opsOfRulingRowsAnew(db: ReadHandle, before: number): StoredOp[] {
  return storedOps(db, rulingRowsSql([before]), "anew");
}

/**
 * Ops of one standing that is not the usual one, in the order in which they came.
 * @throws AppError `roster-damaged`, also where one is missing among them
 */
export function opsStanding(db: ReadHandle, wanted: Exclude<Standing, 0>): StoredOp[] {
  if (!areAllOfStanding(db, wanted)) throw appError("roster-damaged", { path: db.path });
  return storedOps(db, waitingSql([wanted]));
}

/** Ops of which nothing can be said before more has come, in the order in which they came. */
export function openOps(db: ReadHandle): StoredOp[] {
  return storedOps(db, openSql([]));
}

/**
 * All ops, those of a row together, in the order of rows, a row at a time; for whoever works out anew how they stand.
 * @param before as `historyOfRow`
 */
export function* opsByRow(db: ReadHandle, before: number = Number.MAX_SAFE_INTEGER): Generator<StoredOp[]> {
  const branches = new Branches(db);
  let last: readonly [row: Uint8Array, id: number] = [new Uint8Array(), 0];
  let row: StoredOp[] = [];
  for (;;) {
    const page = db.raw<OpColumns>(rowOrderSql([...last, before, pageRows]));
    const end = page.at(-1);
    if (end !== undefined) last = [end[12], end[0]];
    for (const one of page) {
      const op = storedOp(db, branches, one, "anew");
      if (row[0] !== undefined && row[0].row !== op.row) {
        yield row;
        row = [];
      }
      row.push(op);
    }
    if (page.length < pageRows) break;
  }
  if (row.length > 0) yield row;
}

/** Hash of one op of a row of the writer table; null where it is not here. */
export function hashAt(db: ReadHandle, writer: number, seq: number): Buffer | null {
  return db.value<Buffer>(sql`SELECT hash FROM op WHERE writer = ${writer} AND seq = ${seq}`) ?? null;
}

/** The branch of an op that is named by the beginning of its hash; null where it is not here. */
export function branchOf(
  db: ReadHandle,
  { writer, seq, hash }: { readonly writer: string; readonly seq: number; readonly hash: string },
): Branch | null {
  const found = db
    .all<{ id: number; identity: Buffer; forked: number; hash: Buffer }>(sql`
      SELECT writer.id AS id, writer.identity AS identity, writer.forked AS forked, op.hash AS hash
      FROM writer JOIN op ON op.writer = writer.id
      WHERE writer.identity = ${Buffer.from(writer, "hex")} AND op.seq = ${seq}`)
    .find((one) => one.hash.toString("hex").startsWith(hash));
  return found === undefined ? null : new Branches(db).of(found.id, found.identity, found.forked);
}

/** Whether this very op is here. @param identity its writer */
export function holdsOp(db: ReadHandle, identity: Uint8Array, seq: number, hash: Uint8Array): boolean {
  const query = sql`
    SELECT 1 FROM writer JOIN op ON op.writer = writer.id
    WHERE writer.identity = ${identity} AND op.seq = ${seq} AND op.hash = ${hash}`;
  return db.value<number>(query) !== undefined;
}

/** Names of those who wrote a row's ops, in the order in which they came. @param from only ops from a local id on */
export function writersOfRow(db: ReadHandle, row: Uint8Array, from: number): string[] {
  const writers = db.raw<[Buffer]>(sql`
    SELECT writer.identity FROM op JOIN writer ON writer.id = op.writer
    WHERE op.row = ${row} AND op.id >= ${from} ORDER BY op.id`);
  return writers.map(([identity]) => writerName(identity));
}

/** Name of the writer who made a row; null where that op has not come. */
export function creatorOfRow(db: ReadHandle, row: Uint8Array): string | null {
  const identity = db.value<Buffer>(sql`
    SELECT writer.identity FROM op JOIN writer ON writer.id = op.writer
    WHERE op.row = ${row} AND op.created = 1 ORDER BY op.id LIMIT 1`);
  return identity === undefined ? null : writerName(identity);
}

type ChainRow = readonly [
  id: number,
  seq: number,
  hash: Buffer,
  prev: Buffer | null,
  lamport: number,
  at: number,
  user: string,
  changeSeq: number,
  entity: number,
  row: Buffer,
  created: number,
  body: Buffer,
];

const chainSql = (writer: number, lastSeq: number) => sql`
  SELECT op.id, op.seq, op.hash, op.prev, op.lamport, op.at, author.name, op.change_seq,
    op.entity,
         op.row, op.created, op.body
  FROM op JOIN author ON author.id = op.author
  WHERE op.writer = ${writer} AND op.seq > ${lastSeq}
  ORDER BY op.seq
  LIMIT ${pageRows}`;

export interface ChainLink extends HashedOp {
  readonly localId: number;
}

/**
 * The ops of one row of the writer table in order, as they were hashed.
 * @param after only those with a greater sequence
 * @param before hash of the op with the sequence `after`, where it is there
 */
export function* chainOfWriter(
  db: ReadHandle,
  writer: number,
  identity: Uint8Array,
  after = 0,
  before: Uint8Array | null = null,
): Generator<ChainLink> {
  let last = before;
  let lastSeq = after;
  for (;;) {
    const rows: ChainRow[] = db.raw<ChainRow>(chainSql(writer, lastSeq));
    for (const [localId, seq, hash, prev, lamport, at, user, change, entity, row, created, body] of rows) {
      const op: Op = {
        writer: identity,
        seq,
        prev: prev ?? last,
        lamport,
        at,
        user,
        change,
        entity,
        row,
        create: created === 1,
        body,
      };
      yield { localId, op, hash };
      last = hash;
      lastSeq = seq;
    }
    if (rows.length < pageRows) return;
  }
}
