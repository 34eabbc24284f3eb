/**
 * Names what a damaged log lost: the changes, as far as ops that were read or the list of changes tell them, and how many
 * ops are gone of which neither does. A clerk has to enter again just what is told here.
 */
import { toHex } from "../../../shared/sync/bytes";
import type { SqlValue } from "../file/sql";
import { opColumns, type OpRow, type Proven } from "./proven-ops";

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

/** Where a writer's ops begin and, as far as that is known, end. */
interface WriterEnds {
  readonly first: number;
  readonly last: number | null;
}

/**
 * How many ops of some writers stood in the log and are not among those that were read, at most. An op without the hash of
 * the one before it was written beside that one.
 */
function missingOps({ kept, lost }: Proven, writers: ReadonlyMap<number, WriterEnds>): number {
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

/** Ids up to the highest that are not those of an op that was read. @param undone ids that went with a reception */
function missingIds({ kept, lost }: Proven, undone: readonly (readonly [number, number])[]): number {
  const ids = new Set([...kept.map(({ op }) => op.id), ...lost.map(({ id }) => id)]);
  const last = kept.reduce((highest, { op }) => Math.max(highest, op.id), 0);
  let missing = 0;
  for (let id = 1; id <= last; id++)
    if (!ids.has(id) && !undone.some(([from, to]) => id >= from && id <= to)) missing++;
  return missing;
}

/** What is known of a log beside its ops. */
interface AroundOps {
  readonly writers: ReadonlyMap<number, WriterEnds & { readonly isShipped: boolean }>;
  /** Rows of the list of changes; null where it is not proven. */
  readonly changes: readonly SqlValue[][] | null;
  /** First and last id of each reception that was undone: their ops are gone rightly. */
  readonly undone: readonly (readonly [number, number])[];
}

/** Ops that were not read, by the change that the list of changes names for them. */
export function unreadByChange(proven: Proven, changes: readonly SqlValue[][]): Map<string, number> {
  const found = [...proven.kept.map(({ op }) => op), ...proven.lost];
  const seqs = new Set(found.map(({ writer, seq }) => `${writer} ${seq}`));
  const unread = new Map<string, number>();
  for (const row of changes) {
    const [, writer, first, last] = row as number[];
    let missing = 0;
    for (let seq = first ?? 0; seq <= (last ?? -1); seq++) if (!seqs.has(`${writer} ${seq}`)) missing++;
    if (missing > 0) unread.set(changeKey(writer, first), missing);
  }
  return unread;
}

/** How many ops were not read of which no list says whose they were. */
export function unreadOps(proven: Proven, { writers, changes, undone }: AroundOps): number {
  const ids = missingIds(proven, undone);
  if (changes === null) {
    const missing = missingOps(proven, writers);
    const isCut = [...writers].some(
      ([id, { last }]) => last !== null && proven.kept.every(({ op }) => op.writer !== id || op.seq !== last),
    );
    return isCut ? missing : Math.min(ids, missing);
  }
  const named = [...unreadByChange(proven, changes).values()].reduce((sum, ops) => sum + ops, 0);
  const shipped = new Map([...writers].filter(([, { isShipped }]) => isShipped));
  return Math.min(Math.max(0, ids - named), missingOps(proven, shipped));
}

function changeKey(writer: number | undefined, first: number | undefined): string {
  return `${writer} ${first}`;
}

function rowOf({ values }: OpRow): Uint8Array {
  return values[opColumns.indexOf("row")] as Uint8Array;
}

/**
 * What is told of the changes that lost ops.
 * @param unread of each change how many of its ops were not read at all
 */
export function lostChanges(
  lost: readonly OpRow[],
  unread: ReadonlyMap<string, number>,
  names: ReadonlyMap<number, string>,
  changes: readonly SqlValue[][],
): LostChange[] {
  const byChange = new Map<string, OpRow[]>([...unread.keys()].map((key) => [key, []]));
  for (const op of lost) {
    const key = changeKey(op.writer, op.change);
    byChange.set(key, [...(byChange.get(key) ?? []), op]);
  }
  const listed = new Map(changes.map((row) => [changeKey(row[1] as number, row[2] as number), row]));
  return [...byChange].map(([key, ops]) => {
    const [first] = ops;
    const row = listed.get(key);
    // What the program ships has no author and no time.
    const at = row === undefined ? first?.at || null : (row[4] as number);
    const author = row === undefined ? first?.author : (row[5] as number);
    const action = row === undefined ? null : (row[6] as string);
    const rows = [...new Map(ops.map(rowOf).map((of) => [toHex(of), of])).values()];
    const user = names.get(author ?? 0) || null;
    return { user, at, action, ops: ops.length + (unread.get(key) ?? 0), rows };
  });
}
