/**
 * What the ops of one row add up to.
 *
 *   a field's heads = the ops that wrote it and that no other op of it supersedes
 *   an op supersedes  what its author wrote before it in the field, and what it names explicitly
 *   one value created twice (a row of a shipped list, made in two rosters) is superseded as one
 *
 * Invariants (held by fold.test.ts):
 * - the result depends on the set of ops only, never on the order in which they came or on any clock;
 * - with one writer the last write wins;
 * - every value ever written is a head, or somebody who saw it wrote after it;
 * - a value that cannot be read counts as not written: what stood before it stands;
 * - the work grows with the number of ops, whatever they hold.
 * Without this file two offices that hold the same ops would show different rosters.
 */
import { type FieldValue, presenceField } from "../domain/entities";
import { type Branch, type Place, precedes } from "./branch";

/** An op as the fold needs it; `id` is the op hash as hex. */
export interface HistoryOp extends Place {
  readonly id: string;
  readonly lamport: number;
  readonly create: boolean;
  readonly fields: ReadonlyMap<number, FieldValue>;
  /** Fields that it wrote with something that cannot be read; they are not among `fields`. */
  readonly unread?: ReadonlySet<number> | null;
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
  /** By field id: ops whose value cannot be read, and over which nobody who saw it wrote since. */
  readonly unread: ReadonlyMap<number, readonly O[]>;
}

/** Higher lamport first, then the greater writer, then the greater hash (two branches of a cloned writer). */
export function winnerFirst(a: HistoryOp, b: HistoryOp): number {
  if (a.lamport !== b.lamport) return b.lamport - a.lamport;
  if (a.branch.writer !== b.branch.writer) return a.branch.writer < b.branch.writer ? 1 : -1;
  return a.id === b.id ? 0 : a.id < b.id ? 1 : -1;
}

/** The value that an op gives a field; creating a row says that it is there. `undefined`: does not write it. */
export function valueWritten(op: HistoryOp, field: number): FieldValue | undefined {
  const value = op.fields.get(field);
  if (value === undefined && field === presenceField && op.create) return null;
  return value;
}

/** The ops that write each field, in the order given. */
function writersOf<O extends HistoryOp>(ops: readonly O[]): Map<number, O[]> {
  const byField = new Map<number, O[]>();
  const note = (field: number, op: O) => {
    const known = byField.get(field);
    if (known === undefined) byField.set(field, [op]);
    else known.push(op);
  };
  for (const op of ops) {
    if (op.create && !op.fields.has(presenceField)) note(presenceField, op);
    for (const field of op.fields.keys()) note(field, op);
  }
  return byField;
}

/** The last ops of each author among some; of a forked writer, the last of each of its lines. */
function lastOfEach<O extends HistoryOp>(ops: readonly O[]): O[] {
  const last = new Map<string, O>();
  for (const op of ops) {
    const { writer, fork } = op.branch;
    const place = fork === null ? writer : `${writer} ${fork.piece}`;
    const known = last.get(place);
    if (known === undefined || known.seq < op.seq) last.set(place, op);
  }
  const ends = [...last.values()];
  const forked = ends.filter(({ branch }) => branch.fork !== null);
  return ends.filter(
    (op) => op.branch.fork === null || !forked.some((later) => later !== op && precedes(op, later)),
  );
}

/** Creations of the row that hold one value in a field: an author who saw one of them saw them all. */
function sameCreations<O extends HistoryOp>(field: number, op: O, created: readonly O[]): readonly O[] {
  if (!op.create || created.length === 1) return [op];
  const value = valueWritten(op, field);
  return created.filter((other) => valueWritten(other, field) === value);
}

/** The ops among some that write a field which no other of them supersedes. */
function standingOf<O extends HistoryOp>(field: number, writing: readonly O[]): readonly O[] {
  if (writing.length < 2) return writing;
  const named = new Set<string>();
  for (const op of writing) for (const id of op.supersedes.get(field) ?? []) named.add(id);
  return lastOfEach(writing).filter((op) => !named.has(op.id));
}

function headsOf<O extends HistoryOp>(field: number, writing: readonly O[], created: readonly O[]): O[] {
  const standing = standingOf(field, writing);
  const left = new Set<O>(standing);
  const heads = standing.filter((op) => sameCreations(field, op, created).every((one) => left.has(one)));
  return heads.sort(winnerFirst);
}

const nothingUnread: ReadonlyMap<number, readonly never[]> = new Map();

function unreadOf<O extends HistoryOp>(
  ops: readonly O[],
  byField: ReadonlyMap<number, readonly O[]>,
): ReadonlyMap<number, readonly O[]> {
  const unread = new Map<number, O[]>();
  for (const op of ops) {
    for (const field of op.unread ?? []) {
      const known = unread.get(field);
      if (known === undefined) unread.set(field, [op]);
      else known.push(op);
    }
  }
  if (unread.size === 0) return nothingUnread;
  const open = [...unread].map(([field, list]): [number, O[]] => {
    const strange = new Set(list);
    const all = new Set([...(byField.get(field) ?? []), ...list]);
    return [
      field,
      standingOf(field, [...all])
        .filter((op) => strange.has(op))
        .sort(winnerFirst),
    ];
  });
  return new Map(open.filter(([, list]) => list.length > 0));
}

/** Whether the author of a removal had another op's value of a field in front of them. */
function sawAtRemoval(
  removal: HistoryOp,
  field: number,
  head: HistoryOp,
  created: readonly HistoryOp[],
): boolean {
  const named = removal.supersedes.get(field);
  return sameCreations(field, head, created).some(
    (one) => one.id === removal.id || precedes(one, removal) || (named?.includes(one.id) ?? false),
  );
}

function presenceOf(heads: ReadonlyMap<number, readonly HistoryOp[]>, ops: readonly HistoryOp[]): Presence {
  const own = heads.get(presenceField) ?? [];
  const removals = own.filter((op) => valueWritten(op, presenceField) !== null);
  if (own.length === 0) return "absent";
  if (removals.length === 0) return "present";
  if (removals.length < own.length) return "disputed";
  return unseenHeads(heads, removals, ops).length > 0 ? "disputed" : "removed";
}

/** Heads of other fields that nobody who removed the row had in front of them. */
function unseenHeads<O extends HistoryOp>(
  heads: ReadonlyMap<number, readonly O[]>,
  removals: readonly O[],
  ops: readonly O[],
): O[] {
  const created = ops.filter((op) => op.create);
  const unseen: O[] = [];
  for (const [field, fieldHeads] of heads) {
    if (field === presenceField) continue;
    for (const head of fieldHeads) {
      if (!removals.some((removal) => sawAtRemoval(removal, field, head, created))) unseen.push(head);
    }
  }
  return unseen;
}

/**
 * The ops that stand against a row's removal: those that say it is there, and those that went on without knowing of it.
 * @param ops all ops of the row
 */
export function againstRemoval<O extends HistoryOp>(state: RowState<O>, ops: readonly O[]): O[] {
  const own = state.heads.get(presenceField) ?? [];
  const removals = own.filter((op) => valueWritten(op, presenceField) !== null);
  const kept = own.filter((op) => valueWritten(op, presenceField) === null);
  return [...kept, ...unseenHeads(state.heads, removals, ops)];
}

/** Folds all known ops of one row, in any order. Ids must be unique: the log holds each op once. */
export function foldRow<O extends HistoryOp>(ops: readonly O[]): RowState<O> {
  const heads = new Map<number, readonly O[]>();
  const values = new Map<number, FieldValue>();
  const byField = writersOf(ops);
  const created = ops.filter((op) => op.create);
  for (const [field, writing] of byField) {
    const fieldHeads = headsOf(field, writing, created);
    heads.set(field, fieldHeads);
    const winner = fieldHeads[0];
    if (field !== presenceField && winner !== undefined) values.set(field, winner.fields.get(field) ?? null);
  }
  return { heads, values, presence: presenceOf(heads, ops), unread: unreadOf(ops, byField) };
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
 * The fields of a row on which a decision is open: different values, a row removed by one and kept or changed by
 * another, or one that two offices joined into different rows (or one joined and the other removed).
 * @param needed whether it was removed while others, that need it, went on
 */
export function openFields(state: RowState, needed = false): number[] {
  const open = openConflicts(state);
  if (needed || state.presence === "disputed")
    return open.includes(presenceField) ? open : [presenceField, ...open];
  if (isShown(state)) return open;
  const isJoined = (state.heads.get(presenceField) ?? []).some((head) => targetOfJoin(head) !== null);
  return isJoined && open.includes(presenceField) ? [presenceField] : [];
}

/** Ops of a row that a removal names at most, 36 bytes each: a body has room for no more than 1,800. */
const mostNamedByRemoval = 1000;
/** Ops of one field that any other op names at most. */
const mostNamedByField = 32;

/**
 * What a new op must name as superseded: the ops in front of its author that the author's own ops do not imply.
 *
 * All that wrote the field are named, written over or not: one of those between may be lost, or not for everybody, and
 * whoever has only the first and the last would take them for values of which nobody knew the other. A removal names them
 * for every field of the row, since an edit that is missing there keeps the row in view. Where there are more than an op
 * has room to name, those that stand are named.
 * @param ops those of the row that its author holds
 * @param branch the author's
 * @param written field ids that the op writes
 * @param removes whether the op removes the row
 */
export function supersedesFor(
  ops: readonly HistoryOp[],
  state: RowState,
  branch: Branch,
  written: Iterable<number>,
  removes: boolean,
): Map<number, string[]> {
  const next: Place = { branch, seq: Number.MAX_SAFE_INTEGER };
  const named = new Map<number, string[]>();
  for (const field of removes ? new Set([...state.heads.keys(), ...state.unread.keys()]) : written) {
    const seen = ops.filter((op) => valueWritten(op, field) !== undefined || op.unread?.has(field) === true);
    const hasRoom = removes ? ops.length <= mostNamedByRemoval : seen.length <= mostNamedByField;
    const standing = [...(state.heads.get(field) ?? []), ...(state.unread.get(field) ?? [])];
    const foreign = (hasRoom ? seen : standing).filter((op) => !precedes(op, next)).map((op) => op.id);
    if (foreign.length > 0) named.set(field, foreign.sort());
  }
  return named;
}

const joinedPattern = /^joined into ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The reason that a removal bears when the row went up in another one. @param id UUID of the row that took it in */
export function joinedInto(id: string): string {
  return `joined into ${id}`;
}

/** The row that this one went up in, or null. A removal that is open to a decision joins nothing yet. */
export function joinTarget(state: RowState): string | null {
  if (state.presence !== "removed") return null;
  const [head] = state.heads.get(presenceField) ?? [];
  return head === undefined ? null : targetOfJoin(head);
}

/** The row that a removal with this reason joins into; null for a plain removal, and for none. */
export function joinTargetIn(reason: FieldValue | undefined): string | null {
  return typeof reason === "string" ? (joinedPattern.exec(reason)?.[1] ?? null) : null;
}

/** The row into which an op joins its own; null for every other op. */
export function targetOfJoin(op: HistoryOp): string | null {
  return joinTargetIn(valueWritten(op, presenceField));
}
