/** What units stand for, against the definition spelt out; and that the work grows no faster than what is reached. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnitTree } from "./unit-tree";

type Edge = readonly [kind: "parent" | "predecessor", unit: string, other: string];

const names = ["a", "b", "c", "d", "e", "f"];
const edge: fc.Arbitrary<Edge> = fc.tuple(
  fc.constantFrom("parent", "predecessor"),
  fc.constantFrom(...names),
  fc.constantFrom(...names),
);

/** Units that lead on from some, along edges of some kinds and directions; those themselves included. */
function from(
  starts: readonly string[],
  edges: readonly Edge[],
  kinds: readonly ("parent" | "predecessor" | "formedInto")[],
): Set<string> {
  const reached = new Set(starts);
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const [kind, unit, other] of edges) {
      if (kinds.includes(kind) && reached.has(unit)) reached.add(other);
      if (kind === "predecessor" && kinds.includes("formedInto") && reached.has(other)) reached.add(unit);
    }
  }
  return reached;
}

/** What stands for a unit: all above it and formed from it, and what the units above it were formed from. */
function standingFor(edges: readonly Edge[], unit: string): Set<string> {
  const above = from([unit], edges, ["parent", "formedInto"]);
  return new Set([...above, ...from([...from([unit], edges, ["parent"])], edges, ["predecessor"])]);
}

function isPutBelow(edges: readonly Edge[], unit: string, other: string): boolean {
  const formed = from([other], edges, ["formedInto"]);
  return edges.some(
    ([kind, below, parent]) =>
      kind === "parent" && formed.has(below) && (unit === parent || standingFor(edges, parent).has(unit)),
  );
}

function added(tree: UnitTree, [kind, unit, other]: Edge): void {
  if (kind === "parent") tree.addParent(unit, other);
  else tree.addPredecessor(unit, other);
}

describe("a unit", () => {
  it("stands for the same units in whatever order edges and questions come", () => {
    fc.assert(
      fc.property(
        fc.array(edge, { maxLength: 14 }),
        fc.array(fc.constantFrom(...names), { maxLength: 6 }),
        fc.nat(14),
        (edges, asked, when) => {
          const tree = new UnitTree();
          edges.forEach((one, place) => {
            if (place === when) for (const unit of asked) tree.covers(unit, "a");
            added(tree, one);
          });
          for (const unit of names)
            for (const other of names) {
              const covers = unit === other || standingFor(edges, other).has(unit);
              expect([unit, other, tree.covers(unit, other)]).toEqual([unit, other, covers]);
              const over = unit !== other && isPutBelow(edges, unit, other);
              expect([unit, other, tree.standsOver(unit, other)]).toEqual([unit, other, over]);
            }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("is asked about after each of thousands of units below each other in steps as many as they", () => {
    const tree = new UnitTree();
    const length = 5000;
    for (let n = 1; n <= length; n++) {
      tree.addParent(`${n}`, `${n - 1}`);
      expect(tree.covers("0", `${n}`)).toBe(true);
      expect(tree.standsOver("0", `${n}`)).toBe(true);
    }
    expect(tree.steps).toBeLessThan(4 * length);
  });

  it("is asked about among thousands formed from sixty others each in steps as many as they", () => {
    const tree = new UnitTree();
    const count = 2000;
    for (let n = 1; n <= count; n++) {
      const parts = Array.from({ length: Math.min(60, n - 1) }, (_, back) => `${n - 1 - back}`);
      tree.link(`${n}`, ["0"], parts);
      expect(tree.covers("0", `${n}`)).toBe(true);
    }
    expect(tree.steps).toBeLessThan(4 * count);
  });
});
