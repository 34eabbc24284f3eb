/**
 * What the ops of one row add up to.
 *
 *   a field's heads = the ops that wrote it and that no other op of it supersedes
 *   an op supersedes  the last earlier op of its own chain that wrote the field, and what it names explicitly
 *
 * Invariants (held by fold.test.ts):
 * - the result depends on the set of ops only, never on the order in which they came or on any clock;
 * - with one writer the last write wins;
 * - every value ever written is a head, or somebody who saw it wrote after it.
 * Without this file two offices that hold the same ops would show different rosters.
 */
import { type FieldValue, presenceField } from "../domain/entities";

/** An op as the fold needs it; `id` is the op hash as hex, `chain` the writer as hex. */
export interface HistoryOp {
  readonly id: string;
  readonly chain: string;
  readonly seq: number;
  readonly lamport: number;
  readonly create: boolean;
  readonly fields: ReadonlyMap<number, FieldValue>;
  readonly supersedes: ReadonlyMap<number, readonly string[]>;
}

/**
 * - `absent`: no op brought the row into being (yet)
 * - `present`, `removed`
 * - `disputed`: somebody removed it and somebody else, unseen by them, kept or changed it; shown until decided
 */
export type Presence = "absent" | "present" | "removed" | "disputed";

export interface RowState<O extends HistoryOp = HistoryOp> {
  /** By field id, presence included; the op whose value is shown comes first. */
  readonly heads: ReadonlyMap<number, readonly O[]>;
  /** Shown values by field id, without the presence field; fields never written are missing. */
  readonly values: ReadonlyMap<number, FieldValue>;
  readonly presence: Presence;
}

/** Higher lamport first, then the greater writer, then the greater hash (two branches of a cloned writer). */
function winnerFirst(a: HistoryOp, b: HistoryOp): number {
  if (a.lamport !== b.lamport) return b.lamport - a.lamport;
  if (a.chain !== b.chain) return a.chain < b.chain ? 1 : -1;
  return a.id === b.id ? 0 : a.id < b.id ? 1 : -1;
}

/** The value that an op gives a field; creating a row says that it is there. `undefined`: does not write it. */
export function valueWritten(op: HistoryOp, field: number): FieldValue | undefined {
  const value = op.fields.get(field);
  if (value === undefined && field === presenceField && op.create) return null;
  return value;
}

function fieldsOf(ops: readonly HistoryOp[]): Set<number> {
  const fields = new Set<number>();
  for (const op of ops) {
    if (op.create) fields.add(presenceField);
    for (const field of op.fields.keys()) fields.add(field);
  }
  return fields;
}

function headsOf<O extends HistoryOp>(field: number, ops: readonly O[]): O[] {
  const lastOfChain = new Map<string, O>();
  const named = new Set<string>();
  for (const op of ops) {
    if (valueWritten(op, field) === undefined) continue;
    for (const id of op.supersedes.get(field) ?? []) named.add(id);
    const last = lastOfChain.get(op.chain);
    if (last === undefined || last.seq < op.seq) lastOfChain.set(op.chain, op);
  }
  return [...lastOfChain.values()].filter((op) => !named.has(op.id)).sort(winnerFirst);
}

/** Whether the author of a removal had another op's value of a field in front of them. */
function sawAtRemoval(removal: HistoryOp, field: number, head: HistoryOp): boolean {
  if (head.id === removal.id) return true;
  if (head.chain === removal.chain) return head.seq < removal.seq;
  return removal.supersedes.get(field)?.includes(head.id) ?? false;
}

function presenceOf(heads: ReadonlyMap<number, readonly HistoryOp[]>): Presence {
  const own = heads.get(presenceField) ?? [];
  const removals = own.filter((op) => valueWritten(op, presenceField) !== null);
  if (own.length === 0) return "absent";
  if (removals.length === 0) return "present";
  if (removals.length < own.length) return "disputed";
  for (const [field, fieldHeads] of heads) {
    if (field === presenceField) continue;
    for (const head of fieldHeads) {
      if (!removals.some((removal) => sawAtRemoval(removal, field, head))) return "disputed";
    }
  }
  return "removed";
}

/** Folds all known ops of one row, in any order. Ids must be unique: the log holds each op once. */
export function foldRow<O extends HistoryOp>(ops: readonly O[]): RowState<O> {
  const heads = new Map<number, readonly O[]>();
  const values = new Map<number, FieldValue>();
  for (const field of fieldsOf(ops)) {
    const fieldHeads = headsOf(field, ops);
    heads.set(field, fieldHeads);
    const winner = fieldHeads[0];
    if (field !== presenceField && winner !== undefined) values.set(field, winner.fields.get(field) ?? null);
  }
  return { heads, values, presence: presenceOf(heads) };
}

/** Whether the row is to be shown: it is there, or its removal is open to a decision. */
export function isShown(state: RowState): boolean {
  return state.presence === "present" || state.presence === "disputed";
}

/** Fields whose heads hold different values: conflicts that stay open until an op supersedes them all. */
export function openConflicts(state: RowState): number[] {
  const open: number[] = [];
  for (const [field, heads] of state.heads) {
    if (new Set(heads.map((head) => valueWritten(head, field))).size > 1) open.push(field);
  }
  return open.sort((a, b) => a - b);
}

/**
 * What a new op on `chain` must name as superseded: the heads in front of its author that its own chain does not imply.
 * @param written field ids that the op writes
 * @param removes whether the op removes the row: then all that was seen is named, for every field
 */
export function supersedesFor(
  state: RowState,
  chain: string,
  written: Iterable<number>,
  removes: boolean,
): Map<number, string[]> {
  const named = new Map<number, string[]>();
  for (const field of removes ? state.heads.keys() : written) {
    const foreign = (state.heads.get(field) ?? [])
      .filter((head) => head.chain !== chain)
      .map((head) => head.id);
    if (foreign.length > 0) named.set(field, foreign.sort());
  }
  return named;
}
