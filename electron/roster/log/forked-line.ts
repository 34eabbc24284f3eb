/**
 * Finds the ops of a cloned writer that one signed head covers. The log keeps the pieces of all lines, and which of them
 * are of this line follows from hashes alone: from the root, from what came in the place of ops that are not here, and
 * from the op before that each op names. Without this file a head would be tried with ops of another line.
 *
 * It goes up the tree. A subtree for which a hash came is decided by that hash, and two that meet must follow each other,
 * so that several ways stay open only where both lines are here and nothing between tells them apart.
 */
import { sameBytes } from "../../../shared/sync/bytes";
import {
  firstOf,
  halves,
  type HashedSubtree,
  lastOf,
  nodeHash,
  peaksOf,
  rootOf,
  type Subtree,
} from "../../../shared/sync/proof/tree";
import type { SignedHead } from "../../../shared/sync/proof/head";
import type { ReadHandle } from "../file/handle";
import { sha256 } from "../file/sha256";
import { sql } from "../file/sql";
import { type HeldSegment, HeldTree } from "./held-tree";
import { hashAt } from "./op-rows";

/** An unbroken run of ops of a cloned writer: a row of the writer table. */
export interface ForkedPiece {
  readonly id: number;
  /** The piece that it goes on from; null at a beginning, and after a gap. */
  readonly parent: number | null;
  readonly first: number;
  readonly last: number;
}

/** What may stand at some leaves of the line. */
interface Way {
  /** Hashes of the subtrees in question, from left to right; one but for the peaks of a tree. */
  readonly hashes: readonly Uint8Array[];
  /** Ops that are here, in order. */
  readonly segments: readonly HeldSegment[];
  /** Hash of the op that must lie before the first leaf; null where that is not known. */
  readonly before: Uint8Array | null;
  /** Hash of the op at the last leaf; null where that is not known. */
  readonly end: Uint8Array | null;
}

/** Ways through some leaves that are followed at once; a head that needs more is given up. */
const mostWays = 4096;

const keyOf = ({ level, place }: Subtree) => `${level}/${place}`;

/** Larger subtrees are put together from their halves, so that no more leaves are read at once. */
const pageLevel = 11;

class LineSearch {
  readonly #db: ReadHandle;
  readonly #pieces: ReadonlyMap<number, ForkedPiece>;
  readonly #holes = new Map<string, Uint8Array>();
  /** Subtrees within which a hash came for a part. */
  readonly #split = new Set<string>();

  constructor(db: ReadHandle, pieces: readonly ForkedPiece[], holes: readonly HashedSubtree[], size: number) {
    this.#db = db;
    this.#pieces = new Map(pieces.map((piece) => [piece.id, piece]));
    for (const { hash, ...tree } of holes) {
      this.#holes.set(keyOf(tree), hash);
      for (let around = outer(tree); firstOf(around) <= size && around.level <= 53; around = outer(around)) {
        if (this.#split.has(keyOf(around))) break;
        this.#split.add(keyOf(around));
      }
    }
  }

  through(tree: Subtree): Way[] {
    const hash = this.#holes.get(keyOf(tree));
    const isPutTogether = this.#split.has(keyOf(tree)) || tree.level > pageLevel;
    const ways = isPutTogether ? this.#putTogether(tree) : this.#held(tree);
    if (hash === undefined) return ways;
    const fitting = ways.find(({ hashes: [inner] }) => inner !== undefined && sameBytes(inner, hash));
    // What is here of these leaves is of another line, or not enough to tell.
    const closed = { hashes: [hash], segments: [], before: null, end: tree.level === 0 ? hash : null };
    return [fitting ?? closed];
  }

  #putTogether(tree: Subtree): Way[] {
    const [left, right] = halves(tree);
    return meeting(this.through(left), () => this.through(right)).map(({ hashes, ...way }) => {
      const [one, other] = hashes as [Uint8Array, Uint8Array];
      return { ...way, hashes: [nodeHash(one, other, sha256)] };
    });
  }

  /** Each unbroken way over all leaves of a subtree. */
  #held(tree: Subtree): Way[] {
    const first = firstOf(tree);
    const last = lastOf(tree);
    return [...this.#pieces.values()].flatMap((piece) => {
      if (piece.first > last || piece.last < last) return [];
      const segments = this.#back(piece, first, last);
      const [begin] = segments ?? [];
      const end = hashAt(this.#db, piece.id, last);
      if (segments === null || begin === undefined) return [];
      const hash = new HeldTree(this.#db, segments, []).hashOf(tree);
      return hash === null ? [] : [{ hashes: [hash], segments, before: this.#before(begin), end }];
    });
  }

  /** From one op back to another along the pieces; null where that one is not here. */
  #back(from: ForkedPiece, first: number, last: number): HeldSegment[] | null {
    const segments: HeldSegment[] = [];
    let end = last;
    for (let piece: ForkedPiece | undefined = from; piece !== undefined; ) {
      segments.unshift({ row: piece.id, first: Math.max(first, piece.first), last: end });
      if (piece.first <= first) return segments;
      end = piece.first - 1;
      piece = piece.parent === null ? undefined : this.#pieces.get(piece.parent);
    }
    return null;
  }

  #before({ row, first }: HeldSegment): Uint8Array | null {
    const named = sql`SELECT prev FROM op WHERE writer = ${row} AND seq = ${first}`;
    return hashAt(this.#db, row, first - 1) ?? this.#db.value<Buffer | null>(named) ?? null;
  }
}

function outer({ level, place }: Subtree): Subtree {
  return { level: level + 1, place: Math.floor(place / 2) };
}

/** Ways of two stretches that meet, as far as one may follow the other. */
function meeting(lefts: readonly Way[], rightsOf: () => readonly Way[]): Way[] {
  if (lefts.length === 0) return [];
  const rights = rightsOf();
  const met: Way[] = [];
  for (const left of lefts) {
    for (const right of rights) {
      if (left.end !== null && right.before !== null && !sameBytes(left.end, right.before)) continue;
      if (met.length === mostWays) return met;
      met.push({
        hashes: [...left.hashes, ...right.hashes],
        segments: joined(left.segments, right.segments),
        before: left.before,
        end: right.end,
      });
    }
  }
  return met;
}

function joined(left: readonly HeldSegment[], right: readonly HeldSegment[]): HeldSegment[] {
  const end = left.at(-1);
  const [begin, ...rest] = right;
  return end !== undefined && begin?.row === end.row && begin.first === end.last + 1
    ? [...left.slice(0, -1), { ...end, last: begin.last }, ...rest]
    : [...left, ...right];
}

/**
 * The ops that are here of the line which a head covers.
 * @param holes by this head
 * @returns null where no ops give its root
 */
export function lineUnder(
  db: ReadHandle,
  head: SignedHead,
  pieces: readonly ForkedPiece[],
  holes: readonly HashedSubtree[],
): readonly HeldSegment[] | null {
  const search = new LineSearch(db, pieces, holes, head.size);
  let ways: Way[] = [{ hashes: [], segments: [], before: null, end: null }];
  for (const peak of peaksOf(head.size)) ways = meeting(ways, () => search.through(peak));
  return ways.find(({ hashes }) => sameBytes(rootOf(hashes, sha256), head.root))?.segments ?? null;
}
