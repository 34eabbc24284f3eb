/**
 * The lines of a writer: for each signed head the ops of this roster that it covers. One as a rule; a cloned writer has a
 * line a head, told from each other by the hash that was signed.
 */
import { sameBytes } from "../../../shared/sync/bytes";
import { countIn } from "../../../shared/sync/holds";
import type { HashedSubtree } from "../../../shared/sync/proof/tree";
import type { SignedHead } from "../../../shared/sync/proof/head";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { headsOf, holesOfHead } from "./head-rows";
import { type HeldSegment, HeldTree } from "./held-tree";
import { runsOf } from "./held-writers";

export interface Line {
  readonly head: SignedHead;
  /** Ops of the line that are here, in order. */
  readonly segments: readonly HeldSegment[];
  readonly tree: HeldTree;
}

interface Piece {
  readonly id: number;
  readonly forked: number;
  readonly parent: number | null;
  readonly segments: readonly HeldSegment[];
}

/** Ways to put a line together that are tried before a head is given up. */
const mostTried = 256;

function piecesOf(db: ReadHandle, writer: Uint8Array): Piece[] {
  return db
    .all<Omit<Piece, "segments">>(
      sql`SELECT id, forked, parent FROM writer WHERE identity = ${writer} ORDER BY branch`,
    )
    .map((piece) => ({
      ...piece,
      segments: runsOf(db, piece.id).map(({ first, last }) => ({ row: piece.id, first, last })),
    }));
}

/** Lines of a writer, those that cover most first; heads that fit no ops of it are left out. */
export function linesOf(db: ReadHandle, writer: Uint8Array): Line[] {
  const pieces = piecesOf(db, writer);
  const heads = headsOf(db, writer);
  const all = heads.length > 1 ? holesOfHead(db, writer, null) : [];
  return heads.flatMap((head) => {
    const holes = holesOfHead(db, writer, head.root);
    const [only] = pieces;
    if (only !== undefined && only.forked === 0) return [lineOf(db, head, only.segments, holes, all)];
    return forkedLines(db, head, pieces, holes);
  });
}

function lineOf(
  db: ReadHandle,
  head: SignedHead,
  segments: readonly HeldSegment[],
  holes: readonly HashedSubtree[],
  others: readonly HashedSubtree[],
): Line {
  const covered = upTo(segments, head.size);
  return { head, segments: covered, tree: new HeldTree(db, covered, holes, others) };
}

function upTo(segments: readonly HeldSegment[], size: number): HeldSegment[] {
  return segments.flatMap((one) => (one.first > size ? [] : [{ ...one, last: Math.min(one.last, size) }]));
}

/**
 * The pieces that give a head's root, those of which it proves most first. Several ways may give it: what came in the
 * place of some ops stands for whatever lies there.
 */
function forkedLines(
  db: ReadHandle,
  head: SignedHead,
  pieces: readonly Piece[],
  holes: readonly HashedSubtree[],
): Line[] {
  let tried = 0;
  const found: { readonly line: Line; readonly proven: number }[] = [];
  for (const segments of waysTo(pieces, head.size + 1)) {
    if (++tried > mostTried) break;
    const line = lineOf(db, head, segments, holes, []);
    const root = line.tree.root(head.size);
    if (root === null || !sameBytes(root, head.root)) continue;
    const proven = countIn(line.tree.cover(head.size, line.segments)?.proven ?? []);
    if (proven > 0) found.push({ line, proven });
  }
  return found.sort((a, b) => b.proven - a.proven).map(({ line }) => line);
}

/**
 * Each way to go through pieces below a sequence, as far as their hashes or gaps allow it. What a piece after a gap goes
 * on from is not here, so of earlier pieces only what ends before that op can be on its line.
 */
function* waysTo(pieces: readonly Piece[], before: number): Generator<HeldSegment[]> {
  for (const piece of pieces) yield* waysThrough(pieces, piece, before);
}

/** As `waysTo`, where the piece before is known. */
function* waysThrough(pieces: readonly Piece[], last: Piece, before: number): Generator<HeldSegment[]> {
  const segments = upTo(last.segments, before - 1);
  const start = segments[0]?.first;
  if (start === undefined) return;
  if (start <= 1) {
    yield segments;
    return;
  }
  const parent = pieces.find(({ id }) => id === last.parent);
  const earlier = parent === undefined ? waysTo(pieces, start - 1) : waysThrough(pieces, parent, start);
  for (const way of earlier) yield [...way, ...segments];
  if (parent === undefined) yield segments;
}
