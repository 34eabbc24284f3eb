/**
 * The ops that a packet carries: all that an office may know, or what it lacks of that.
 *
 * Ops are read as they are packed, a few thousand at a time. Rows of the shipped lists stay at home, since every
 * program has them; so does what is not for the addressees, by scope.
 */
import { joinedSpans, provenSpans, type Span, withoutSpans } from "../../../shared/sync/holds";
import { toHex } from "../../../shared/sync/bytes";
import type { Op } from "../../../shared/sync/op";
import type { HashedOp, HeldWriter, OpRun, WriterProof } from "../../../shared/sync/packet/types";
import { isShippedWriter } from "../../../shared/sync/shipped-op";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { withheldOf } from "./packet-memory";
import { chainOfWriter, hashAt } from "./op-rows";
import { runsOf, writerRows } from "./held-writers";
import { proveOps, type Wanted } from "./proofs";

export interface Outgoing {
  readonly runs: Iterable<OpRun>;
  /** Of every writer in the runs but those of shipped rows. */
  readonly proofs: readonly WriterProof[];
  /** Ops that stay here because nothing proves whose they are. */
  readonly unproven: number;
  /** Hex of the writers that the addressees may be told of; null: of all. */
  readonly writers: ReadonlySet<string> | null;
  readonly withheld: readonly {
    readonly writer: Uint8Array;
    readonly first: number;
    readonly last: number;
  }[];
}

/** Ops of a run handed over at once. */
const piece = 2000;

/** Cuts ops of one writer into unbroken runs of at most `piece`. */
function* inRuns(writer: Uint8Array, ops: Iterable<HashedOp>): Generator<OpRun> {
  let run: HashedOp[] = [];
  for (const one of ops) {
    const last = run.at(-1);
    const follows = last !== undefined && one.op.seq === last.op.seq + 1 && one.op.prev !== null;
    const linked = follows && toHex(one.op.prev) === toHex(last.hash);
    if (run.length > 0 && (!linked || run.length >= piece)) {
      yield { writer, ops: run };
      run = [];
    }
    run.push(one);
  }
  if (run.length > 0) yield { writer, ops: run };
}

/**
 * Everything in the roster, for those who may know everything.
 * @param holds what the addressee said last that it holds; null: send everything
 * @param isKnown whether a shipped row's op is one that every program has
 */
export function everything(
  db: ReadHandle,
  holds: readonly HeldWriter[] | null,
  isKnown: (op: Op, hash: Uint8Array) => boolean,
): Outgoing {
  const theirs = new Map((holds ?? []).map((held) => [toHex(held.writer), held]));
  const wanted = new Map(
    writerRows(db).map(({ id, identity }) => {
      const proven = provenOf(db, id, theirs.get(toHex(identity)));
      return [id, withoutSpans(runsOf(db, id), proven)] as const;
    }),
  );
  return { ...provable(db, wanted, isKnown), writers: null, withheld: [] };
}

/** Ops with what proves them; what cannot be proven stays here. @param wanted by row of the writer table */
function provable(
  db: ReadHandle,
  wanted: Wanted,
  isKnown: (op: Op, hash: Uint8Array) => boolean,
): Pick<Outgoing, "runs" | "proofs" | "unproven"> {
  const rows = writerRows(db).filter(({ id }) => (wanted.get(id)?.length ?? 0) > 0);
  const byWriter = new Map<string, { identity: Uint8Array; wanted: Map<number, readonly Span[]> }>();
  for (const { id, identity } of rows) {
    const name = toHex(identity);
    const known = byWriter.get(name) ?? { identity, wanted: new Map<number, readonly Span[]>() };
    byWriter.set(name, known);
    known.wanted.set(id, wanted.get(id) ?? []);
  }
  const proved = [...byWriter.values()].map((one) => proveOps(db, one.identity, one.wanted));
  const spans = new Map(proved.flatMap((one) => [...one.spans]));
  function* runs(): Generator<OpRun> {
    yield* unknownShipped(db, isKnown);
    for (const { id, identity } of rows) {
      for (const span of spans.get(id) ?? []) yield* inRuns(identity, opsOfSpan(db, id, identity, span));
    }
  }
  return {
    runs: runs(),
    proofs: proved.flatMap(({ proof }) => proof ?? []),
    unproven: proved.reduce((sum, { left }) => sum + left, 0),
  };
}

/**
 * What somebody provably holds of one row of the writer table. A hash proves the ops before it only as far as ours
 * follow each other: beyond a gap of ours there may be a twin's.
 */
export function provenOf(db: ReadHandle, writer: number, theirs: HeldWriter | undefined): Span[] {
  if (theirs === undefined) return [];
  const proven = provenSpans(theirs, (seq) => hashAt(db, writer, seq));
  if (proven.length === 0) return [];
  const ours = runsOf(db, writer);
  return joinedSpans(
    proven.flatMap(({ first, last }) => {
      const run = ours.find((one) => one.first <= last && last <= one.last);
      return run === undefined ? [] : [{ first: Math.max(first, run.first), last }];
    }),
  );
}

/** Rows of a shipped list that not every program has: of a newer one, or of a sample. */
function* unknownShipped(db: ReadHandle, isKnown: (op: Op, hash: Uint8Array) => boolean): Generator<OpRun> {
  const shipped = db
    .raw<[number, Buffer]>(sql`SELECT id, identity FROM writer WHERE last_seq = 1 AND branch = 0 ORDER BY id`)
    .filter(([, identity]) => isShippedWriter(identity));
  for (const [id, identity] of shipped) {
    const ops = [...chainOfWriter(db, id, identity)].filter(({ op, hash }) => !isKnown(op, hash));
    yield* inRuns(identity, ops);
  }
}

type PermittedRow = readonly [op: number, writer: number, seq: number];

/** Places of ops, by row of the writer table, in order. */
function placesOf(db: ReadHandle, ops: ReadonlySet<number>): Map<number, number[]> {
  const places = new Map<number, number[]>();
  const ids = [...ops];
  for (let at = 0; at < ids.length; at += 5000) {
    const rows = db.raw<PermittedRow>(
      sql`
        SELECT op.id, op.writer, op.seq
        FROM json_each(${JSON.stringify(ids.slice(at, at + 5000))}) AS wanted JOIN op ON op.id = wanted.value`,
    );
    for (const [, writer, seq] of rows) {
      const known = places.get(writer);
      if (known === undefined) places.set(writer, [seq]);
      else known.push(seq);
    }
  }
  for (const seqs of places.values()) seqs.sort((a, b) => a - b);
  return places;
}

/**
 * Some ops, and which others of the same writers are held back; always whole, since a person who comes into an
 * office's scope brings ops that are older than what the office holds.
 * @param ops local ids
 */
export function permitted(
  db: ReadHandle,
  ops: ReadonlySet<number>,
  isKnown: (op: Op, hash: Uint8Array) => boolean,
): Outgoing {
  const places = placesOf(db, ops);
  const rows = writerRows(db).filter(({ id }) => places.has(id));
  // What was kept from us is kept from them: an office is told no more than the one that it is under.
  const withheld = rows.flatMap(({ id, identity }) =>
    [...heldBack(places.get(id) ?? [], runsOf(db, id)), ...withheldOf(db, identity)].map((span) => ({
      writer: identity,
      ...span,
    })),
  );
  const wanted = new Map(
    rows.map(({ id }) => [id, joinedSpans((places.get(id) ?? []).map((seq) => ({ first: seq, last: seq })))]),
  );
  const writers = new Set(rows.map(({ identity }) => toHex(identity)));
  return { ...provable(db, wanted, isKnown), writers, withheld };
}

function* opsOfSpan(db: ReadHandle, writer: number, identity: Uint8Array, span: Span): Generator<HashedOp> {
  const before = span.first === 1 ? null : hashAt(db, writer, span.first - 1);
  for (const one of chainOfWriter(db, writer, identity, span.first - 1, before)) {
    if (one.op.seq > span.last) return;
    yield one;
  }
}

/** What is held and not among some sequences. */
function heldBack(seqs: readonly number[], held: readonly Span[]): Span[] {
  const wanted = new Set(seqs);
  const spans: Span[] = [];
  for (const { first, last } of held) {
    let begin = first;
    for (let seq = first; seq <= last + 1; seq++) {
      if (seq <= last && !wanted.has(seq)) continue;
      if (begin < seq) spans.push({ first: begin, last: seq - 1 });
      begin = seq + 1;
    }
  }
  return spans;
}
