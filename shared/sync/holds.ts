/**
 * What an office holds, and what it therefore need not be sent.
 *
 * A statement is believed only as far as hashes prove it: the receiver's op at a sequence must be our op. Where they
 * cannot be compared, everything is sent; sending too much is safe.
 */
import { sameBytes, toHex } from "./bytes";
import type { HeldRun, HeldWriter, LackedDocument } from "./packet/types";

/** Sequences from `first` to `last`, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * The spans of one of our runs that somebody provably holds.
 * @param theirs what they say of the same writer
 * @param hashAt hash of our op with a sequence, in the run in question; null where it has none
 */
export function provenSpans(
  theirs: HeldWriter | undefined,
  hashAt: (seq: number) => Uint8Array | null,
): Span[] {
  if (theirs === undefined) return [];
  return theirs.runs.flatMap(({ first, last, hash }) => {
    const ours = hashAt(last);
    return ours !== null && sameBytes(ours, hash) ? [{ first, last }] : [];
  });
}

/** Whether a sequence lies in one of some spans. */
export function inSpans(spans: readonly Span[], seq: number): boolean {
  return spans.some(({ first, last }) => first <= seq && seq <= last);
}

/** The place of the first of some joined spans that does not end before a sequence; their number where all do. */
export function placeIn(spans: readonly Span[], seq: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).last < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Spans less what lies in others. */
export function withoutSpans(spans: readonly Span[], less: readonly Span[]): Span[] {
  const cuts = joinedSpans(less);
  return joinedSpans(spans).flatMap(({ first, last }) => {
    const left: Span[] = [];
    let begin = first;
    for (let at = placeIn(cuts, first); at < cuts.length; at++) {
      const cut = cuts[at] as Span;
      if (cut.first > last) break;
      if (begin < cut.first) left.push({ first: begin, last: cut.first - 1 });
      begin = cut.last + 1;
    }
    if (begin <= last) left.push({ first: begin, last });
    return left;
  });
}

/** How many sequences some spans hold that do not overlap. */
export function countIn(spans: readonly Span[]): number {
  return spans.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** The same sequences in as few spans as can be, in order. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.first - b.first)) {
    const last = joined.at(-1);
    if (last === undefined || span.first > last.last + 1) joined.push({ ...span });
    else joined[joined.length - 1] = { first: last.first, last: Math.max(last.last, span.last) };
  }
  return joined;
}

/** The sequences that lie in spans of both. */
export function commonSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  return joinedSpans(a).flatMap((one) =>
    joinedSpans(b).flatMap((other) => {
      const first = Math.max(one.first, other.first);
      const last = Math.min(one.last, other.last);
      return first <= last ? [{ first, last }] : [];
    }),
  );
}

/** What two statements agree on: of each writer the runs that both have with the same end. */
export function commonHolds(a: readonly HeldWriter[], b: readonly HeldWriter[]): HeldWriter[] {
  const others = new Map(b.map((held) => [toHex(held.writer), held.runs]));
  return a.flatMap(({ writer, runs }) => {
    const theirs = others.get(toHex(writer)) ?? [];
    const common = runs.flatMap((run) => commonRun(run, theirs));
    return common.length === 0 ? [] : [{ writer, runs: common }];
  });
}

/** What is lacked by one statement or the other; as there already counts only what is there by both. */
export function eitherLacks(a: readonly LackedDocument[], b: readonly LackedDocument[]): LackedDocument[] {
  const ofA = new Map(a.map(({ hash, held }) => [toHex(hash), held]));
  const ofB = new Map(b.map(({ hash, held }) => [toHex(hash), held]));
  const hashes = new Map([...a, ...b].map(({ hash }) => [toHex(hash), hash]));
  return [...hashes].map(([key, hash]) => ({
    hash,
    held: commonSpans(ofA.get(key) ?? [], ofB.get(key) ?? []),
  }));
}

function commonRun(run: HeldRun, others: readonly HeldRun[]): HeldRun[] {
  const same = others.find((other) => other.last === run.last && sameBytes(other.hash, run.hash));
  return same === undefined ? [] : [{ ...run, first: Math.max(run.first, same.first) }];
}

/**
 * The spans that are missing between what is there, without what was withheld on purpose.
 * @param there spans in any order
 * @param withheld spans that are not for us
 */
export function missingSpans(there: readonly Span[], withheld: readonly Span[]): Span[] {
  const known = [...there, ...withheld].sort((a, b) => a.first - b.first);
  const end = there.reduce((last, span) => Math.max(last, span.last), 0);
  const missing: Span[] = [];
  let next = 1;
  for (const { first, last } of known) {
    if (first > next && next <= end) missing.push({ first: next, last: Math.min(first - 1, end) });
    next = Math.max(next, last + 1);
  }
  return missing;
}
