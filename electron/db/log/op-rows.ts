/**
 * Reads ops from the table: as the fold needs them, and as they were hashed.
 */
import type { HistoryOp } from "../../../shared/sync/fold";
import type { Op } from "../../../shared/sync/op";
import { decodeBody } from "../../../shared/sync/op-codec";
import type { ReadHandle } from "../handle";

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
  branch: number,
  seq: number,
  hash: Buffer,
  lamport: number,
  at: number,
  entity: number,
  changeSeq: number,
  created: number,
  body: Buffer,
];

const historySql = `
  SELECT op.id, op.writer, writer.identity, writer.branch, op.seq, op.hash, op.lamport, op.at, op.entity,
         op.change_seq, op.created, op.body
  FROM op JOIN writer ON writer.id = op.writer
  WHERE op.row = ?
  ORDER BY op.id`;

/** Name of a writer's chain for the fold; a second branch of a cloned writer is a chain of its own. */
export function chainName(identity: Uint8Array, branch: number): string {
  const hex = Buffer.from(identity.buffer, identity.byteOffset, identity.length).toString("hex");
  return branch === 0 ? hex : `${hex}.${branch}`;
}

/** Every op of one row, in the order in which they came. */
export function historyOfRow(db: ReadHandle, row: Uint8Array): StoredOp[] {
  return db.raw<HistoryRow>(historySql, row).map((columns) => {
    const [localId, writer, identity, branch, seq, hash, lamport, at, entity, changeSeq, created, body] =
      columns;
    const { fields, supersedes } = decodeBody(body);
    const named = new Map<number, string[]>();
    for (const [field, hashes] of supersedes)
      named.set(
        field,
        hashes.map((one) => Buffer.from(one).toString("hex")),
      );
    return {
      id: hash.toString("hex"),
      chain: chainName(identity, branch),
      seq,
      lamport,
      create: created === 1,
      fields,
      supersedes: named,
      localId,
      writer,
      entity,
      at,
      changeSeq,
    };
  });
}

type ChainRow = readonly [
  id: number,
  seq: number,
  hash: Buffer,
  lamport: number,
  at: number,
  user: string,
  changeSeq: number,
  entity: number,
  row: Buffer,
  created: number,
  body: Buffer,
];

const chainSql = `
  SELECT op.id, op.seq, op.hash, op.lamport, op.at, author.name, op.change_seq, op.entity, op.row, op.created, op.body
  FROM op JOIN author ON author.id = op.author
  WHERE op.writer = ? AND op.seq > ?
  ORDER BY op.seq
  LIMIT 2000`;

export interface ChainLink {
  readonly localId: number;
  readonly op: Op;
  readonly hash: Uint8Array;
}

/** One writer's ops in order, as they were hashed; `prev` is the hash kept beside the op before. */
export function* chainOfWriter(db: ReadHandle, writer: number, identity: Uint8Array): Generator<ChainLink> {
  let prev: Uint8Array | null = null;
  let lastSeq = 0;
  for (;;) {
    const rows: ChainRow[] = db.raw<ChainRow>(chainSql, writer, lastSeq);
    if (rows.length === 0) return;
    for (const [localId, seq, hash, lamport, at, user, change, entity, row, created, body] of rows) {
      const op: Op = {
        writer: identity,
        seq,
        prev,
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
      prev = hash;
      lastSeq = seq;
    }
  }
}
