/**
 * Tells which ops of a damaged log are what their writers signed. Apart from the recovery, since a guess here would look
 * like a fact there.
 */
import { sameBytes } from "../../../shared/sync/bytes";
import { encodeOp } from "../../../shared/sync/op-codec";
import { sha256 } from "../file/sha256";
import type { SqlValue } from "../file/sql";

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
