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

export function opOf(values: SqlValue[]): OpRow {
  const [id, writer, seq, hash, prev, lamport, at, author, change] = values as [
    number,
    number,
    number,
    Uint8Array,
    Uint8Array | null,
    number,
    number,
    number,
    number,
  ];
  return { id, writer, seq, hash, prev, lamport, at, author, change, values };
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

interface Judged {
  readonly op: OpRow;
  readonly isKept: boolean;
}

export interface Proven {
  readonly kept: { readonly op: OpRow; readonly prev: Uint8Array | null }[];
  readonly lost: OpRow[];
}

/** Ops after which it is told how far the work is. */
export const opsBetweenNews = 2000;

/**
 * Follows each writer's ops; one behind a gap is proven by the hash that the op before it bore.
 * @param onProgress told of a share from 0 to 1
 */
export function provenOps(
  ops: readonly OpRow[],
  writers: ReadonlyMap<number, Uint8Array>,
  names: ReadonlyMap<number, string>,
  onProgress: (share: number) => void,
): Proven {
  const found: Proven = { kept: [], lost: [] };
  const bySeq = [...ops].sort((a, b) => a.writer - b.writer || a.seq - b.seq);
  const judged: Judged[] = [];
  for (const op of bySeq) {
    const last = judged.at(-1);
    const follows = last?.op.writer === op.writer && last.op.seq === op.seq - 1 ? last : null;
    const prev = op.prev ?? follows?.op.hash ?? null;
    const writer = writers.get(op.writer);
    const user = names.get(op.author);
    const isKept = writer !== undefined && user !== undefined && isProven(op, prev, writer, user);
    if (isKept) found.kept.push({ op, prev: op.prev ?? (follows?.isKept === false ? prev : null) });
    else found.lost.push(op);
    judged.push({ op, isKept });
    if (judged.length % opsBetweenNews === 0) onProgress(judged.length / ops.length);
  }
  return found;
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
