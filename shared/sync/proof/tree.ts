/**
 * The tree of hashes over one writer's ops, in the shape of RFC 6962: the op with sequence s is leaf s − 1, and its hash is
 * the leaf's. One hash stands for all ops up to a sequence, and any of them can be proven by the hashes of what lies
 * between, without the ops that are not for the reader.
 *
 * A leaf is an op's hash as it is: an op's bytes never begin as a node's do, so neither passes for the other.
 */
import { placeIn, type Span } from "../holds";
import { hashLength, type Sha256 } from "../op";

/** A perfect subtree: its 2^level leaves begin at sequence 1 + place · 2^level. */
export interface Subtree {
  readonly level: number;
  readonly place: number;
}

export interface HashedSubtree extends Subtree {
  readonly hash: Uint8Array;
}

export function firstOf({ level, place }: Subtree): number {
  return place * 2 ** level + 1;
}

export function lastOf({ level, place }: Subtree): number {
  return (place + 1) * 2 ** level;
}

export function halves({ level, place }: Subtree): readonly [Subtree, Subtree] {
  return [
    { level: level - 1, place: 2 * place },
    { level: level - 1, place: 2 * place + 1 },
  ];
}

const nodeMark = 1;

export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  const bytes = new Uint8Array(1 + 2 * hashLength);
  bytes[0] = nodeMark;
  bytes.set(left, 1);
  bytes.set(right, 1 + hashLength);
  return sha256(bytes);
}

/** The perfect subtrees that the leaves 1 to `size` are made of, the largest first. */
export function peaksOf(size: number): Subtree[] {
  const peaks: Subtree[] = [];
  let first = 0;
  for (let level = 53; level >= 0; level--) {
    const leaves = 2 ** level;
    if (first + leaves > size) continue;
    peaks.push({ level, place: first / leaves });
    first += leaves;
  }
  return peaks;
}

/** The hash over everything, from those of the peaks. @param peaks at least one */
export function rootOf(peaks: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  let root = peaks.at(-1);
  for (const peak of peaks.slice(0, -1).reverse()) root = root && nodeHash(peak, root, sha256);
  if (root === undefined) throw new Error("A tree without leaves");
  return root;
}

/** The hash of a perfect subtree from those of its leaves. @param leaves as many as it has, one after the other */
export function perfectHash(leaves: Uint8Array, sha256: Sha256): Uint8Array {
  let row = leaves;
  while (row.length > hashLength) {
    const next = new Uint8Array(row.length / 2);
    for (let at = 0; at < row.length; at += 2 * hashLength) {
      const right = at + hashLength;
      next.set(nodeHash(row.subarray(at, right), row.subarray(right, right + hashLength), sha256), at / 2);
    }
    row = next;
  }
  return row;
}

/** A tree that grows by one leaf after the other, of which the peaks are kept alone. */
export class GrowingTree {
  readonly #sha256: Sha256;
  readonly #peaks: { readonly level: number; readonly hash: Uint8Array }[];
  #size: number;

  /** @param peaks hashes of the peaks of `size` leaves */
  constructor(size: number, peaks: readonly Uint8Array[], sha256: Sha256) {
    const levels = peaksOf(size).map(({ level }) => level);
    if (levels.length !== peaks.length) throw new Error("Not the peaks of this size");
    this.#sha256 = sha256;
    this.#size = size;
    this.#peaks = peaks.map((hash, place) => ({ level: levels[place] ?? 0, hash }));
  }

  get size(): number {
    return this.#size;
  }

  get peaks(): Uint8Array[] {
    return this.#peaks.map(({ hash }) => hash);
  }

  get root(): Uint8Array {
    return rootOf(this.peaks, this.#sha256);
  }

  add(leaf: Uint8Array): void {
    let level = 0;
    let hash = leaf;
    for (let last = this.#peaks.at(-1); last?.level === level; last = this.#peaks.at(-1)) {
      hash = nodeHash(last.hash, hash, this.#sha256);
      level++;
      this.#peaks.pop();
    }
    this.#peaks.push({ level, hash });
    this.#size++;
  }
}

/** Which of some sorted spans meet sequences from `first` to `last`. */
function meeting(spans: readonly Span[], first: number, last: number): readonly Span[] {
  const begin = placeIn(spans, first);
  let end = begin;
  while (end < spans.length && (spans[end] as Span).first <= last) end++;
  return spans.slice(begin, end);
}

/**
 * Goes through the fewest subtrees that are wholly of some leaves or wholly of the others, from left to right.
 * @param spans joined and in order
 * @param visit told of each, and whether its leaves are among the spans
 * @param split asked before a subtree that is of both is taken apart; where it says no, it was dealt with
 */
export function walkTree(
  size: number,
  spans: readonly Span[],
  visit: (tree: Subtree, among: boolean) => void,
  split: (tree: Subtree) => boolean = () => true,
): void {
  const go = (tree: Subtree, near: readonly Span[]): void => {
    const first = firstOf(tree);
    const last = lastOf(tree);
    const here = meeting(near, first, last);
    const [only] = here;
    if (only === undefined) visit(tree, false);
    else if (only.first <= first && last <= only.last) visit(tree, true);
    else if (split(tree)) for (const half of halves(tree)) go(half, here);
  };
  for (const peak of peaksOf(size)) go(peak, spans);
}

/** The subtrees that stand for all leaves but some, in the order in which a proof names their hashes. */
export function holesOf(size: number, spans: readonly Span[]): Subtree[] {
  const holes: Subtree[] = [];
  walkTree(size, spans, (tree, among) => {
    if (!among) holes.push(tree);
  });
  return holes;
}

/**
 * The hash over everything, from hashes of the fewest subtrees that are wholly of some leaves or wholly of the others.
 * @param hashOf of a subtree, and whether its leaves are among the spans; asked from left to right
 * @returns null where one is not known
 */
export function rootBy(
  size: number,
  spans: readonly Span[],
  hashOf: (tree: Subtree, among: boolean) => Uint8Array | null,
  sha256: Sha256,
): Uint8Array | null {
  // What was visited and not yet joined; a half waits for its sibling, as in adding up by hand.
  const open: HashedSubtree[] = [];
  let isKnown = true;
  walkTree(size, spans, (tree, among) => {
    const hash = isKnown ? hashOf(tree, among) : null;
    if (hash === null) {
      isKnown = false;
      return;
    }
    let joined: HashedSubtree = { ...tree, hash };
    for (let left = open.at(-1); left !== undefined && areHalves(left, joined); left = open.at(-1)) {
      open.pop();
      joined = {
        level: joined.level + 1,
        place: left.place / 2,
        hash: nodeHash(left.hash, joined.hash, sha256),
      };
    }
    open.push(joined);
  });
  return isKnown && open.length > 0
    ? rootOf(
        open.map(({ hash }) => hash),
        sha256,
      )
    : null;
}

function areHalves(left: Subtree, right: Subtree): boolean {
  return left.level === right.level && left.place % 2 === 0 && right.place === left.place + 1;
}
