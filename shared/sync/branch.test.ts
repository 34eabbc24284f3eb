import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Branch, type Place, precedes } from "./branch";

/** An op of a tree that one writer's copies grew: the place of the op before it, or −1. */
interface Grown {
  readonly before: number;
  readonly seq: number;
}

/** Each op goes on from some earlier one: from the last mostly, so that there are lines and not only forks. */
const trees = fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 25 }).map((steps) => {
  const ops: Grown[] = [];
  for (const [nth, fromLast] of steps) {
    const before = ops.length === 0 ? -1 : fromLast ? ops.length - 1 : nth % ops.length;
    ops.push({ before, seq: (ops[before]?.seq ?? 0) + 1 });
  }
  return ops;
});

/** Cuts a tree as the log does: an op goes on in the piece of the one before where that is the piece's end. */
function placesOf(ops: readonly Grown[], known: (op: number) => boolean): (Place | null)[] {
  const places: (Place | null)[] = [];
  const ends = new Map<number, number>();
  let pieces = 0;
  ops.forEach(({ before, seq }, place) => {
    if (!known(place)) {
      places.push(null);
      return;
    }
    const parent = places[before]?.branch ?? null;
    const piece = parent?.fork?.piece ?? -1;
    const goesOn = parent !== null && ends.get(piece) === before;
    const branch: Branch = goesOn ? parent : { writer: "aa", fork: { piece: pieces++, first: seq, parent } };
    ends.set(branch.fork?.piece ?? -1, place);
    places.push({ branch, seq });
  });
  return places;
}

function isAncestor(ops: readonly Grown[], earlier: number, later: number): boolean {
  for (let at = ops[later]?.before ?? -1; at >= 0; at = ops[at]?.before ?? -1)
    if (at === earlier) return true;
  return false;
}

describe("which op came before which", () => {
  it("is told by the tree of hashes alone where a writer is forked", () => {
    fc.assert(
      fc.property(trees, (ops) => {
        const places = placesOf(ops, () => true);
        for (const [earlier, a] of places.entries()) {
          for (const [later, b] of places.entries()) {
            if (a !== null && b !== null) expect(precedes(a, b)).toBe(isAncestor(ops, earlier, later));
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("claims nothing beyond an op that has not come, and nothing wrong", () => {
    fc.assert(
      fc.property(trees, fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), (ops, has) => {
        const places = placesOf(ops, (op) => has[op] ?? false);
        const isProven = (earlier: number, later: number) => {
          for (let at = ops[later]?.before ?? -1; at >= 0 && (has[at] ?? false); at = ops[at]?.before ?? -1) {
            if (at === earlier) return true;
          }
          return false;
        };
        for (const [earlier, a] of places.entries()) {
          for (const [later, b] of places.entries()) {
            if (a !== null && b !== null) expect(precedes(a, b)).toBe(isProven(earlier, later));
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("is the order of sequences for a writer that is not forked, and nothing across writers", () => {
    const one: Branch = { writer: "aa", fork: null };
    const other: Branch = { writer: "bb", fork: null };
    expect(precedes({ branch: one, seq: 1 }, { branch: one, seq: 5 })).toBe(true);
    expect(precedes({ branch: one, seq: 5 }, { branch: one, seq: 5 })).toBe(false);
    expect(precedes({ branch: one, seq: 5 }, { branch: one, seq: 1 })).toBe(false);
    expect(precedes({ branch: one, seq: 1 }, { branch: other, seq: 5 })).toBe(false);
  });
});
