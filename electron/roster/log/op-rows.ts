/**
 * Reads ops from the table: as the fold needs them, and as they were hashed.
 */
import type { Branch } from "../../../shared/sync/branch";
import type { HistoryOp } from "../../../shared/sync/fold";
import type { Op } from "../../../shared/sync/op";
import { storedBody } from "../../../shared/sync/op-codec";
import type { HashedOp } from "../../../shared/sync/packet/types";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { shownFields } from "./shown-fields";

/** An op of one row with its place in this roster. */
export interface StoredOp extends HistoryOp {
  /** Order of arrival in this roster. */
  readonly localId: number;
  readonly writer: number;
  readonly entity: number;
  readonly at: number;
  /** Sequence of its change's first op. */
  readonly changeSeq: number;
}

type HistoryRow = readonly [
  id: number,
  writer: number,
  identity: Buffer,
  forked: number,
  seq: number,
  hash: Buffer,
  lamport: number,
  at: number,
  entity: number,
  changeSeq: number,
  created: number,
  body: Buffer,
];

const historySql = (row: Uint8Array, before: number) => sql`
  SELECT op.id, op.writer, writer.identity, writer.forked, op.seq, op.hash, op.lamport, op.at, op.entity,
         op.change_seq, op.created, op.body
  FROM op JOIN writer ON writer.id = op.writer
  WHERE op.row = ${row} AND op.id < ${before}
  ORDER BY op.id`;

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

/**
 * Every op of one row, in the order in which they came.
 * @param before only those with a smaller local id
 */
export function historyOfRow(
  db: ReadHandle,
  row: Uint8Array,
  before: number = Number.MAX_SAFE_INTEGER,
): StoredOp[] {
  const branches = new Branches(db);
  return db.raw<HistoryRow>(historySql(row, before)).map((columns) => {
    const [localId, writer, identity, forked, seq, hash, lamport, at, entity, changeSeq, created, body] =
      columns;
    const { fields, supersedes } = storedBody(body);
    return {
      id: hash.toString("hex"),
      branch: branches.of(writer, identity, forked),
      seq,
      lamport,
      create: created === 1,
      fields: shownFields(entity, fields),
      supersedes: namedByHex(supersedes),
      localId,
      writer,
      entity,
      at,
      changeSeq,
    };
  });
}

/** Hash of one op of a row of the writer table; null where it is not here. */
export function hashAt(db: ReadHandle, writer: number, seq: number): Buffer | null {
  return db.value<Buffer>(sql`SELECT hash FROM op WHERE writer = ${writer} AND seq = ${seq}`) ?? null;
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
  LIMIT 2000`;

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
    if (rows.length === 0) return;
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
  }
}
