import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  commonHolds,
  commonSpans,
  inSpans,
  joinedSpans,
  missingSpans,
  provenSpans,
  type Span,
} from "./holds";
import { decodeHolds, encodeHolds } from "./holds-codec";
import type { HeldWriter } from "./packet/types";

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.nat({ max: 8 }))
    .map(([first, more]): Span => ({ first, last: first + more })),
  { maxLength: 6 },
);

/** The sequences of spans, one by one. */
function seqsOf(list: readonly Span[]): Set<number> {
  return new Set(
    list.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, place) => first + place)),
  );
}

const sorted = (seqs: Iterable<number>) => [...seqs].sort((a, b) => a - b);

const hashOf = (line: number, seq: number) => new Uint8Array(32).fill(line * 64 + seq);
const writer = new Uint8Array(48).fill(9);

function held(runs: readonly { first: number; last: number; line: number }[]): HeldWriter {
  return { writer, runs: runs.map(({ first, last, line }) => ({ first, last, hash: hashOf(line, last) })) };
}

describe("spans", () => {
  it("are joined, cut and complemented as the sets that they stand for", () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const joined = joinedSpans(a);
        expect(sorted(seqsOf(joined))).toEqual(sorted(seqsOf(a)));
        joined
          .slice(1)
          .forEach(({ first }, place) => expect(first).toBeGreaterThan((joined[place]?.last ?? 0) + 1));
        expect(sorted(seqsOf(commonSpans(a, b)))).toEqual(
          sorted([...seqsOf(a)].filter((seq) => seqsOf(b).has(seq))),
        );
        for (let seq = 0; seq < 45; seq++) expect(inSpans(a, seq)).toBe(seqsOf(a).has(seq));
        const end = Math.max(0, ...a.map(({ last }) => last));
        const missing = Array.from({ length: end }, (_, place) => place + 1).filter(
          (seq) => !seqsOf(a).has(seq) && !seqsOf(b).has(seq),
        );
        expect(sorted(seqsOf(missingSpans(a, b)))).toEqual(missing);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("what somebody says that they hold", () => {
  it("is believed only where the hash at its end is ours", () => {
    const theirs = held([
      { first: 1, last: 4, line: 0 },
      { first: 6, last: 9, line: 1 },
    ]);
    const ours = (seq: number) => (seq <= 7 ? hashOf(0, seq) : null);
    expect(provenSpans(theirs, ours)).toEqual([{ first: 1, last: 4 }]);
    expect(provenSpans(undefined, ours)).toEqual([]);
  });

  it("shrinks to what both of two statements say, whichever came first", () => {
    const one = [
      held([
        { first: 1, last: 8, line: 0 },
        { first: 10, last: 12, line: 0 },
      ]),
    ];
    const other = [
      held([
        { first: 3, last: 8, line: 0 },
        { first: 10, last: 12, line: 1 },
      ]),
    ];
    for (const common of [commonHolds(one, other), commonHolds(other, one)]) {
      expect(common).toEqual([held([{ first: 3, last: 8, line: 0 }])]);
    }
    expect(commonHolds(one, [])).toEqual([]);
  });

  it("comes back from its bytes", () => {
    const holds = [held([{ first: 1, last: 8, line: 0 }]), { writer: new Uint8Array(48), runs: [] }];
    expect(decodeHolds(encodeHolds(holds))).toEqual(holds);
  });
});
