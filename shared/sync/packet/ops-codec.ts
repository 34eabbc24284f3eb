/**
 * Packs the ops of a packet: columns instead of records, so that compression finds what repeats.
 *
 * Hashes are left out, since each op's follows from its content and from the op before; that is also why a packet
 * with a changed op cannot be read as the same history. Bodies are carried byte for byte, unknown parts included.
 * The layout stands in docs/formats/packet.md; it is fixed as long as the packet's format number is.
 *
 * Invariant: decoding gives exactly the ops that were encoded, or throws OpFormatError.
 */
import { encode } from "cborg";
import { sameBytes, toHex } from "../bytes";
import { decodeCanonical } from "../canonical";
import { hashLength, type Op, type Sha256, writerLength } from "../op";
import { checkOp, encodeOp, highestLamport, longestBody, OpFormatError } from "../op-codec";
import { ByteReader, ByteWriter } from "./byte-columns";
import { Memory } from "./memory";
import type { HashedOp, OpRun } from "./types";

/** Ops of one batch at most: few enough that unpacking one is a short pause. */
export const batchSize = 1000;

const continues = 0;
const newWriter = 1;
const rowLength = 16;

/** Ops of one writer that follow each other; a run of more than `batchSize` comes in several. */
export interface OpBatch {
  readonly writer: Uint8Array;
  readonly ops: readonly HashedOp[];
}

class State {
  readonly writers = new Memory<Uint8Array>();
  readonly users = new Memory<string>();
  readonly rows = new Memory<Uint8Array>();
  lamport = 0;
  at = 0;
  /** Last op of the batch before, with how many ops that had. */
  last: HashedOp | null = null;
  lastCount = 0;
}

/**
 * Packed bytes in pieces, one a batch; joined they are what decodeOps reads.
 * @throws Error for runs that are none (gaps, another writer's op) or ops that no reader would take: a caller's bug
 */
export function* encodeOps(runs: Iterable<OpRun>): Generator<Uint8Array, void, undefined> {
  const state = new State();
  for (const run of runs) {
    let continued = false;
    let batch: HashedOp[] = [];
    for (const op of run.ops) {
      if (batch.length === batchSize) {
        yield encodeBatch(state, batch, continued);
        continued = true;
        batch = [];
      }
      const before = batch.at(-1) ?? (continued ? state.last : null);
      checkFollows(op, before, run.writer);
      batch.push(op);
    }
    if (batch.length > 0) yield encodeBatch(state, batch, continued);
  }
}

function checkFollows({ op }: HashedOp, before: HashedOp | null, writer: Uint8Array): void {
  if (!sameBytes(op.writer, writer)) throw new Error("An op of another writer");
  if (op.lamport > highestLamport || op.entity > highestLamport || op.body.length > longestBody)
    throw new Error("An op beyond the limits");
  if (before === null) return;
  if (op.seq !== before.op.seq + 1 || op.prev === null || !sameBytes(op.prev, before.hash))
    throw new Error("A run with a gap");
}

function encodeBatch(state: State, batch: readonly HashedOp[], continued: boolean): Uint8Array {
  const out = new ByteWriter();
  const changes = new ByteWriter();
  const lamports = new ByteWriter();
  const ats = new ByteWriter();
  const users = new ByteWriter();
  const kinds = new ByteWriter();
  const rows = new ByteWriter();
  const lengths = new ByteWriter();
  const newRows = new ByteWriter();
  const bodies = new ByteWriter();
  encodeStart(state, out, (batch[0] as HashedOp).op, continued);
  out.number(batch.length);
  const newUsers: string[] = [];
  let before = continued ? (state.last?.op ?? null) : null;
  for (const { op } of batch) {
    changes.number(changeCode(op, before));
    lamports.difference(op.lamport, state.lamport + 1);
    ats.difference(op.at, state.at);
    const user = state.users.reference(op.user, op.user);
    if (user === 0) newUsers.push(op.user);
    users.number(user);
    kinds.number(2 * op.entity + (op.create ? 1 : 0));
    const row = state.rows.reference(op.row, toHex(op.row));
    if (row === 0) newRows.raw(op.row);
    rows.number(row);
    lengths.number(op.body.length);
    bodies.raw(op.body);
    state.lamport = op.lamport;
    state.at = op.at;
    before = op;
  }
  state.last = batch.at(-1) ?? null;
  for (const column of [changes, lamports, ats, users, kinds, rows, lengths]) out.raw(column.take());
  if (newUsers.length > 0) {
    const texts = encode(newUsers);
    out.number(texts.length);
    out.raw(texts);
  }
  out.raw(newRows.take());
  out.raw(bodies.take());
  return out.take();
}

function encodeStart(state: State, out: ByteWriter, first: Op, continued: boolean): void {
  if (continued) {
    out.number(continues);
    return;
  }
  const known = state.writers.reference(first.writer, toHex(first.writer));
  out.number(newWriter + known);
  if (known === 0) out.raw(first.writer);
  out.number(first.seq);
  if (first.prev !== null) out.raw(first.prev);
}

/** 0: the op begins a change; 1: it belongs to the change of the op before; else 1 + how far back the change began. */
function changeCode(op: Op, before: Op | null): number {
  if (op.change === op.seq) return 0;
  return op.change === before?.change ? 1 : 1 + op.seq - op.change;
}

/**
 * Unpacks ops, at most `batchSize` at a time, so that the caller can let other work run in between.
 *
 * Each op is as valid as decodeOp leaves it, and a run's ops are chained; whether the chain fits what is held is for
 * the caller. Rows and bodies are views of `bytes`.
 * @throws OpFormatError
 */
export function* decodeOps(bytes: Uint8Array, sha256: Sha256): Generator<OpBatch, void, undefined> {
  const reader = new ByteReader(bytes);
  const state = new State();
  while (reader.left > 0) yield decodeBatch(state, reader, sha256);
}

interface Start {
  readonly writer: Uint8Array;
  readonly seq: number;
  readonly prev: Uint8Array | null;
  readonly before: Op | null;
}

function decodeStart(state: State, reader: ByteReader): Start {
  const code = reader.number();
  if (code === continues) {
    if (state.last === null || state.lastCount !== batchSize) throw new OpFormatError("Continues nothing");
    const { op, hash } = state.last;
    return { writer: op.writer, seq: op.seq + 1, prev: hash, before: op };
  }
  let writer: Uint8Array;
  if (code === newWriter) {
    writer = new Uint8Array(reader.raw(writerLength));
    state.writers.add(writer, toHex(writer));
  } else {
    writer = state.writers.at(code - newWriter);
  }
  const seq = reader.number();
  return { writer, seq, prev: seq === 1 ? null : new Uint8Array(reader.raw(hashLength)), before: null };
}

function decodeBatch(state: State, reader: ByteReader, sha256: Sha256): OpBatch {
  const start = decodeStart(state, reader);
  const count = reader.number(batchSize);
  if (count === 0) throw new OpFormatError("A batch without ops");
  const column = (read: () => number) => Array.from({ length: count }, read);
  const changes = column(() => reader.number());
  const lamports = column(() => (state.lamport = reader.differenceFrom(state.lamport + 1)));
  const ats = column(() => (state.at = reader.differenceFrom(state.at)));
  const users = column(() => reader.number());
  const kinds = column(() => reader.number());
  const rows = column(() => reader.number());
  const lengths = column(() => reader.number(longestBody));
  const newUsers = decodeUsers(reader, users);
  const newRows = reader.raw(rowLength * rows.filter((code) => code === 0).length);
  let nextUser = 0;
  let nextRow = 0;
  let { seq, prev, before } = start;
  const ops: HashedOp[] = [];
  for (let place = 0; place < count; place++) {
    const kind = kinds[place] as number;
    if (users[place] === 0) {
      const user = newUsers[nextUser++] as string;
      state.users.add(user, user);
    }
    if (rows[place] === 0) {
      const row = newRows.subarray(rowLength * nextRow, rowLength * ++nextRow);
      state.rows.add(row, toHex(row));
    }
    const op: Op = {
      writer: start.writer,
      seq,
      prev,
      lamport: lamports[place] as number,
      at: ats[place] as number,
      user: state.users.at(users[place] || 1),
      change: changeOf(changes[place] as number, seq, before),
      entity: Math.floor(kind / 2),
      row: state.rows.at(rows[place] || 1),
      create: kind % 2 === 1,
      body: reader.raw(lengths[place] as number),
    };
    checkOp(op);
    const hash = sha256(encodeOp(op));
    ops.push({ op, hash });
    before = op;
    prev = hash;
    seq++;
  }
  state.last = ops.at(-1) ?? null;
  state.lastCount = count;
  return { writer: start.writer, ops };
}

function changeOf(code: number, seq: number, before: Op | null): number {
  if (code === 0) return seq;
  if (code === 1) {
    if (before === null) throw new OpFormatError("Belongs to no change");
    return before.change;
  }
  const change = seq + 1 - code;
  if (change === before?.change) throw new OpFormatError("A change in another form");
  return change;
}

function decodeUsers(reader: ByteReader, codes: readonly number[]): readonly string[] {
  const expected = codes.filter((code) => code === 0).length;
  if (expected === 0) return [];
  const texts = decodeCanonical(
    reader.raw(reader.number()),
    (reason, cause) => new OpFormatError(reason, { cause }),
  );
  if (!Array.isArray(texts) || texts.length !== expected) throw new OpFormatError("Not the new users");
  return (texts as unknown[]).map((text) => {
    if (typeof text !== "string") throw new OpFormatError("A user that is no text");
    return text;
  });
}
