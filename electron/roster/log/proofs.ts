/**
 * Proofs of ops that go out, and what is kept of proofs that came in.
 *
 * Invariant: of every op that came from elsewhere a head is here that proves it, also after its file was taken back, its
 * writer was cloned, or newer heads came.
 */
import { commonSpans, countIn, joinedSpans, type Span, withoutSpans } from "../../../shared/sync/holds";
import { concatenated, toHex } from "../../../shared/sync/bytes";
import type { HeldRun, WriterProof } from "../../../shared/sync/packet/types";
import type { ProvenHead } from "../../../shared/sync/proof/prove";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { dropHead, keepHead, replaceHoles } from "./head-rows";
import type { HeldSegment } from "./held-tree";
import { type Line, linesOf } from "./lines";
import { hashAt } from "./op-rows";

/** Ops of rows of the writer table. */
export type Wanted = ReadonlyMap<number, readonly Span[]>;

export interface Proved {
  /** Null where nothing of the writer is proven. */
  readonly proof: WriterProof | null;
  readonly spans: Wanted;
  /** Ops that no head here proves; they cannot be passed on. */
  readonly left: number;
}

/** Proves ops of one writer, by as few heads as can be. @param wanted held ops */
export function proveOps(db: ReadHandle, writer: Uint8Array, wanted: Wanted): Proved {
  const left = new Map([...wanted].map(([row, spans]) => [row, joinedSpans(spans)]));
  const proven = new Map<number, Span[]>();
  const heads: { head: WriterProof["heads"][number]; runs: HeldRun[] }[] = [];
  for (const line of linesOf(db, writer)) {
    if ([...left.values()].every((spans) => spans.length === 0)) break;
    const here = line.segments.flatMap((one) => commonSpans([one], left.get(one.row) ?? []));
    const cover = here.length === 0 ? null : line.tree.cover(line.head.size, here);
    if (cover === null || cover.proven.length === 0) continue;
    for (const segment of line.segments) {
      const taken = commonSpans([segment], cover.proven);
      if (taken.length === 0) continue;
      left.set(segment.row, withoutSpans(left.get(segment.row) ?? [], taken));
      proven.set(segment.row, [...(proven.get(segment.row) ?? []), ...taken]);
    }
    const { size, signature } = line.head;
    const holes = concatenated(cover.holes.map(({ hash }) => hash));
    heads.push({ head: { size, signature, holes, runs: null }, runs: namedRuns(db, line, cover.proven) });
  }
  const several = heads.length > 1;
  return {
    proof:
      heads.length === 0
        ? null
        : { writer, heads: heads.map(({ head, runs }) => (several ? { ...head, runs } : head)) },
    spans: new Map([...proven].map(([row, spans]) => [row, joinedSpans(spans)])),
    left: [...left.values()].reduce((sum, spans) => sum + countIn(spans), 0),
  };
}

/** Runs by the hash of their last op, so that they are told from those of another line. */
function namedRuns(db: ReadHandle, { segments }: Line, spans: readonly Span[]): HeldRun[] {
  return joinedSpans(spans).map(({ first, last }) => {
    const segment = segments.find((one) => one.first <= last && last <= one.last);
    const hash = segment && hashAt(db, segment.row, last);
    if (hash == null) throw new Error("An op of a line that is not here");
    return { first, last, hash };
  });
}

/** Keeps the heads of a file whose ops are in the log, and lets older ones go that prove nothing more. */
export function keepProofs(db: WriteHandle, heads: readonly ProvenHead[]): void {
  for (const head of heads) keepHead(db, head, head.holes);
  const writers = new Map(heads.map(({ writer }) => [Buffer.from(writer).toString("hex"), writer]));
  for (const writer of writers.values()) settleHeads(db, writer);
}

function settleHeads(db: WriteHandle, writer: Uint8Array): void {
  const lines = linesOf(db, writer);
  const [newest] = lines;
  if (newest === undefined || isForked(db, writer)) return;
  const held = newest.segments;
  const all = runsAll(lines);
  const cover = newest.tree.cover(newest.head.size, held);
  if (cover === null || countIn(withoutSpans(all, cover.proven)) > 0) return;
  for (const { head } of lines.slice(1)) dropHead(db, writer, head.root);
  replaceHoles(db, newest.head, cover.holes);
}

function runsAll(lines: readonly Line[]): Span[] {
  return joinedSpans(lines.flatMap(({ segments }) => segments));
}

function isForked(db: ReadHandle, writer: Uint8Array): boolean {
  return db.value<number>(sql`SELECT max(forked) FROM writer WHERE identity = ${writer}`) === 1;
}

/** Lets go of what nobody's ops need; ops that are about to go leave their hashes behind, where others stay. */
export function keepHashesOf(db: WriteHandle, writer: Uint8Array, going: Wanted): void {
  const seen = new Set<string>();
  for (const line of linesOf(db, writer)) {
    const root = toHex(line.head.root);
    if (seen.has(root)) continue;
    seen.add(root);
    const stays = line.segments.flatMap((one) =>
      withoutSpans([one], going.get(one.row) ?? []).map((span): HeldSegment => ({ ...span, row: one.row })),
    );
    const cover = stays.length === 0 ? null : line.tree.cover(line.head.size, stays);
    if (cover === null) dropHead(db, writer, line.head.root);
    else replaceHoles(db, line.head, cover.holes);
  }
}
