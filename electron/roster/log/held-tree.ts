/**
 * The tree over one line of a writer as far as this roster knows it: from the ops that it holds, and from the hashes that
 * came in the place of those that it does not.
 *
 * A hash that came for a subtree is believed as a whole, since a signed root needs it. Where such a subtree is taken
 * apart (some of its ops came by another file), what is found inside must give that hash again; otherwise the ops in it
 * belong to another line and prove nothing here.
 */
import { sameBytes } from "../../../shared/sync/bytes";
import { countIn, joinedSpans, placeIn, type Span, withoutSpans } from "../../../shared/sync/holds";
import { hashLength } from "../../../shared/sync/op";
import {
  firstOf,
  halves,
  type HashedSubtree,
  lastOf,
  nodeHash,
  peaksOf,
  perfectHash,
  rootOf,
  type Subtree,
  walkTree,
} from "../../../shared/sync/proof/tree";
import type { ReadHandle } from "../file/handle";
import { sha256 } from "../file/sha256";
import { sql } from "../file/sql";

/** Ops of one row of the writer table that follow each other. */
export interface HeldSegment extends Span {
  readonly row: number;
}

/** A proof of some ops: what stands for the rest, and which could not be proven. */
export interface Cover {
  readonly proven: readonly Span[];
  readonly holes: readonly HashedSubtree[];
}

/** Leaves read at once. */
const pageLevel = 11;

/** No writer has more ops than a whole number can count. */
const highestLevel = 53;

/** Smaller subtrees are worked out again rather than kept. */
const keptLevel = 6;

const keyOf = ({ level, place }: Subtree) => `${level}/${place}`;

export class HeldTree {
  readonly #db: ReadHandle;
  readonly #segments: readonly HeldSegment[];
  readonly #held: readonly Span[];
  readonly #holes = new Map<string, Uint8Array>();
  /** What may lie within a hole, by other heads. */
  readonly #others = new Map<string, Uint8Array>();
  readonly #known: readonly Span[];
  /** Of the head's own holes, by their first. */
  readonly #holeSpans: readonly Span[];
  readonly #computed = new Map<string, Uint8Array | null>();

  /**
   * @param segments ops of the line, in order
   * @param holes by the head in question
   * @param others by other heads of the writer; of use only where they fit
   */
  constructor(
    db: ReadHandle,
    segments: readonly HeldSegment[],
    holes: readonly HashedSubtree[],
    others: readonly HashedSubtree[] = [],
  ) {
    this.#db = db;
    this.#segments = segments;
    this.#held = joinedSpans(segments);
    for (const { hash, ...tree } of holes) this.#holes.set(keyOf(tree), hash);
    for (const { hash, ...tree } of others) this.#others.set(keyOf(tree), hash);
    this.#holeSpans = holes
      .map((tree) => ({ first: firstOf(tree), last: lastOf(tree) }))
      .sort((a, b) => a.first - b.first);
    this.#known = joinedSpans([
      ...segments,
      ...[...holes, ...others].map((tree) => ({ first: firstOf(tree), last: lastOf(tree) })),
    ]);
  }

  /** The hash over everything up to a size; null where something is not known. */
  root(size: number): Uint8Array | null {
    const peaks = peaksOf(size).map((peak) => this.hashOf(peak));
    return peaks.length === 0 || peaks.includes(null)
      ? null
      : rootOf(
          peaks.flatMap((peak) => peak ?? []),
          sha256,
        );
  }

  /** The hash of a subtree; null where it does not follow from what is known. */
  hashOf(tree: Subtree): Uint8Array | null {
    return this.#holes.get(keyOf(tree)) ?? this.#inner(tree);
  }

  /**
   * Proves ops of the line.
   * @param size of the head
   * @param wanted held ops, in order
   * @returns null where the head is of no use here
   */
  cover(size: number, wanted: readonly Span[]): Cover | null {
    let proven = withoutSpans(wanted, this.#closed(joinedSpans(wanted)));
    for (;;) {
      const holes: HashedSubtree[] = [];
      const unknown: Subtree[] = [];
      walkTree(size, proven, (tree, among) => {
        if (among) return;
        const hash = this.hashOf(tree);
        if (hash === null) unknown.push(tree);
        else holes.push({ ...tree, hash });
      });
      if (unknown.length === 0) return { proven, holes };
      const lost = unknown.map((tree) => this.#around(tree));
      if (lost.includes(null)) return null;
      const left = withoutSpans(
        proven,
        lost.flatMap((span) => span ?? []),
      );
      // A subtree that only a longer head names is of no help to this one.
      if (countIn(left) === countIn(proven)) return null;
      proven = left;
    }
  }

  /** The smallest subtree around one that a hash came for: as a whole it is known. */
  #around({ level, place }: Subtree): Span | null {
    for (let up = 1; level + up <= highestLevel; up++) {
      const tree = { level: level + up, place: Math.floor(place / 2 ** up) };
      const key = keyOf(tree);
      if (this.#holes.has(key) || this.#others.has(key)) return { first: firstOf(tree), last: lastOf(tree) };
    }
    return null;
  }

  /** Holes with wanted ops in them that do not give the hash which came for the whole. */
  #closed(wanted: readonly Span[]): Span[] {
    return [...this.#holes].flatMap(([key, hash]) => {
      const [level = 0, place = 0] = key.split("/").map(Number);
      const tree = { level, place };
      const span = { first: firstOf(tree), last: lastOf(tree) };
      const near = wanted[placeIn(wanted, span.first)];
      if (near === undefined || near.first > span.last) return [];
      const inner = this.#compute(tree);
      return inner !== null && sameBytes(inner, hash) ? [] : [span];
    });
  }

  /** From what lies within, whatever came for the whole. */
  #inner(tree: Subtree): Uint8Array | null {
    const key = keyOf(tree);
    const known = this.#computed.get(key);
    if (known !== undefined) return known;
    const hash = this.#compute(tree) ?? this.#others.get(key) ?? null;
    if (tree.level >= keptLevel) this.#computed.set(key, hash);
    return hash;
  }

  #compute(tree: Subtree): Uint8Array | null {
    const first = firstOf(tree);
    const last = lastOf(tree);
    const span = this.#held[placeIn(this.#held, first)];
    const isHeld = span !== undefined && span.first <= first && last <= span.last;
    if (isHeld && tree.level <= pageLevel && !this.#hasHoleWithin(first, last))
      return perfectHash(this.#leaves(first, last), sha256);
    if (tree.level === 0) return null;
    // Below a subtree of which nothing is known there is nothing to look for.
    const known = this.#known[placeIn(this.#known, first)];
    if (known === undefined || known.first > last) return null;
    const [left, right] = halves(tree).map((half) => this.hashOf(half));
    return left == null || right == null ? null : nodeHash(left, right, sha256);
  }

  /** Whether a hash came for a part of some leaves: held ops there may be of another line. */
  #hasHoleWithin(first: number, last: number): boolean {
    let low = 0;
    let high = this.#holeSpans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#holeSpans[middle] as Span).first < first) low = middle + 1;
      else high = middle;
    }
    for (let place = low; place < this.#holeSpans.length; place++) {
      const hole = this.#holeSpans[place] as Span;
      if (hole.first > last) return false;
      if (hole.last <= last && hole.last - hole.first < last - first) return true;
    }
    return false;
  }

  #leaves(first: number, last: number): Uint8Array {
    const leaves = new Uint8Array((last - first + 1) * hashLength);
    for (let place = placeIn(this.#segments, first); place < this.#segments.length; place++) {
      const { row, first: begin, last: end } = this.#segments[place] as HeldSegment;
      if (begin > last) break;
      const query = sql`
        SELECT seq, hash FROM op
        WHERE writer = ${row} AND seq BETWEEN ${Math.max(first, begin)} AND ${Math.min(last, end)}`;
      for (const [seq, hash] of this.#db.raw<[number, Buffer]>(query))
        leaves.set(hash, (seq - first) * hashLength);
    }
    return leaves;
  }
}
