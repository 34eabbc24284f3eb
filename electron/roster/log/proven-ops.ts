/**
 * Tells which ops of a damaged log are what their writers signed, and names the changes that lost one. Apart from the
 * recovery, since a guess here would look like a fact there.
 */
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import { encodeOp } from "../../../shared/sync/op-codec";
import { sha256 } from "../file/sha256";
import type { SqlValue } from "../file/sql";

/** A change of which ops are missing in the recovered roster. */
export interface LostChange {
  /** Who made it, as far as that can be told. */
  readonly user: string | null;
  /** Instant, ms since 1970, as far as it can be told. */
  readonly at: number | null;
  readonly action: string | null;
  readonly ops: number;
  /** The rows that those ops wrote, each once. */
  readonly rows: readonly Uint8Array[];
}

export const opColumns = [
  "id",
  "writer",
  "seq",
  "hash",
  "prev",
  "lamport",
  "at",
  "author",
  "change_seq",
  "entity",
  "row",
  "created",
  "body",
] as const;

export interface OpRow {
  readonly id: number;
  readonly writer: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly prev: Uint8Array | null;
  readonly lamport: number;
  readonly at: number;
  readonly author: number;
  readonly change: number;
  readonly values: readonly SqlValue[];
}

const isWhole = (value: SqlValue | undefined) => Number.isSafeInteger(value);
const isBytes = (value: SqlValue | undefined, length: number) =>
  value instanceof Uint8Array && value.length === length;

/** A row of the log; null where what was read has not the form of one: half of it may have stood on a page that is lost. */
export function opOf(values: SqlValue[]): OpRow | null {
  const [id, writer, seq, hash, prev, lamport, at, author, change, entity, row, created, body] = values;
  const isOp =
    [id, writer, seq, lamport, at, author, change, entity, created].every(isWhole) &&
    isBytes(hash, 32) &&
    (prev === null || isBytes(prev, 32)) &&
    isBytes(row, 16) &&
    body instanceof Uint8Array;
  if (!isOp) return null;
  return { id, writer, seq, hash, prev, lamport, at, author, change, values } as OpRow;
}

/** Whether an op is what its hash was made of. */
function isProven(op: OpRow, prev: Uint8Array | null, writer: Uint8Array, user: string): boolean {
  const [entity, row, created, body] = op.values.slice(9) as [number, Uint8Array, number, Uint8Array];
  const { seq, lamport, at, change } = op;
  const whole = { writer, seq, prev, lamport, at, user, change, entity, row, create: created === 1, body };
  try {
    return sameBytes(sha256(encodeOp(whole)), op.hash);
  } catch {
    // What cannot be written as an op was none.
    return false;
  }
}

function isTwin(one: OpRow, other: OpRow): boolean {
  return one.writer === other.writer && one.seq === other.seq;
}

interface Judged {
  readonly op: OpRow;
  readonly isKept: boolean;
}

export interface Proven {
  readonly kept: { readonly op: OpRow; readonly prev: Uint8Array | null }[];
  readonly lost: OpRow[];
  /** Of each author of an op that was kept. */
  readonly names: Map<number, string>;
}

/** Ops after which it is told how far the work is. */
export const opsBetweenNews = 2000;

/**
 * Follows each writer's ops; one behind a gap is proven by the hash that the op before it bore.
 * @param names of each author those that may be his: an op proves which is
 * @param onProgress told of a share from 0 to 1
 */
export function provenOps(
  ops: readonly OpRow[],
  writers: ReadonlyMap<number, Uint8Array>,
  names: ReadonlyMap<number, readonly string[]>,
  onProgress: (share: number) => void,
): Proven {
  const found: Proven = { kept: [], lost: [], names: new Map() };
  const bySeq = [...ops].sort((a, b) => a.writer - b.writer || a.seq - b.seq);
  const judged: Judged[] = [];
  for (const op of bySeq) {
    const last = judged.at(-1);
    const follows = last?.op.writer === op.writer && last.op.seq === op.seq - 1 ? last : null;
    const prev = op.prev ?? follows?.op.hash ?? null;
    const writer = writers.get(op.writer);
    const users = names.get(op.author) ?? [];
    const user = writer === undefined ? undefined : users.find((name) => isProven(op, prev, writer, name));
    const isKept = user !== undefined;
    // A page that the file let go may hold an op once more.
    if (isKept && follows === null && last?.isKept === true && isTwin(last.op, op)) continue;
    if (isKept) found.names.set(op.author, user);
    if (isKept) found.kept.push({ op, prev: op.prev ?? (follows?.isKept === false ? prev : null) });
    else found.lost.push(op);
    judged.push({ op, isKept });
    if (judged.length % opsBetweenNews === 0) onProgress(judged.length / ops.length);
  }
  return found;
}

/** Where a writer's ops begin and, as far as that is known, end. */
export interface WriterEnds {
  readonly first: number;
  readonly last: number | null;
}

/**
 * How many ops stood in the log and are not among those that were read. An op without the hash of the one before it was
 * written beside that one.
 */
export function missingOps({ kept, lost }: Proven, writers: ReadonlyMap<number, WriterEnds>): number {
  const found = [...kept.map(({ op }) => op), ...lost];
  const ends = new Map<number, number>();
  for (const { op } of kept) ends.set(op.writer, Math.max(op.seq, ends.get(op.writer) ?? 0));
  let missing = 0;
  for (const [writer, { first, last }] of writers) {
    // What is not proven may bear any number.
    const end = last ?? ends.get(writer) ?? 0;
    let before = first - 1;
    const ops = found.filter((op) => op.writer === writer && op.seq >= first && op.seq <= end);
    for (const { seq, prev } of ops.sort((a, b) => a.seq - b.seq)) {
      if (prev === null && seq > before + 1) missing += seq - before - 1;
      before = seq;
    }
    if (last !== null) missing += Math.max(0, last - before);
  }
  return missing;
}

function rowOf({ values }: OpRow): Uint8Array {
  return values[opColumns.indexOf("row")] as Uint8Array;
}

/** What is told of the changes that lost ops. */
export function lostChanges(
  lost: readonly OpRow[],
  names: ReadonlyMap<number, string>,
  changes: readonly SqlValue[][],
): LostChange[] {
  const byChange = new Map<string, OpRow[]>();
  for (const op of lost) {
    const key = `${op.writer} ${op.change}`;
    byChange.set(key, [...(byChange.get(key) ?? []), op]);
  }
  const listed = new Map(changes.map((row) => [`${String(row[1])} ${String(row[2])}`, row]));
  return [...byChange].map(([key, ops]) => {
    const [first] = ops;
    const row = listed.get(key);
    const at = row === undefined ? (first?.at ?? null) : (row[4] as number);
    const author = row === undefined ? first?.author : (row[5] as number);
    const action = row === undefined ? null : (row[6] as string);
    const rows = [...new Map(ops.map(rowOf).map((of) => [toHex(of), of])).values()];
    return { user: names.get(author ?? 0) ?? null, at, action, ops: ops.length, rows };
  });
}
