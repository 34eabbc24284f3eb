/**
 * The lines of a writer: for each signed head the ops of this roster that it covers. One as a rule; a cloned writer has a
 * line a head, told from each other by the hash that was signed.
 */
import type { HashedSubtree } from "../../../shared/sync/proof/tree";
import type { SignedHead } from "../../../shared/sync/proof/head";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { type ForkedPiece, lineUnder } from "./forked-line";
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

/** A piece of a forked writer has no gap. */
function asForked({ id, parent, segments }: Piece): ForkedPiece[] {
  return segments.map(({ first, last }) => ({ id, parent, first, last }));
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
    const segments = lineUnder(db, head, pieces.flatMap(asForked), holes);
    return segments === null || segments.length === 0 ? [] : [lineOf(db, head, segments, holes, [])];
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
