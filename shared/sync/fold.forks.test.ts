// The fold over writers that were cloned: what one copy wrote never hides what the other did.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FieldValue, presenceField } from "../domain/entities";
import type { Branch } from "./branch";
import { foldRow, type HistoryOp, supersedesFor, valueWritten } from "./fold";

interface ModelOp extends HistoryOp {
  readonly past: ReadonlySet<string>;
}

/** Four machines; the third and the fourth are copies of the second and write under its name, unnoticed. */
const machines = 4;
const nameOf = (machine: number) => (machine === 0 ? "aa" : "bb");

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      by: fc.nat(machines - 1),
      fields: fc.uniqueArray(fc.integer({ min: 1, max: 2 }), { minLength: 1 }),
      value: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), by: fc.nat(machines - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const), by: fc.nat(machines - 1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("receive" as const),
      by: fc.nat(machines - 1),
      // A copy that received its twin's ops would be renewed; only the first machine trades with all.
      from: fc.nat(machines - 1),
    }),
  },
);

function play(script: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): ModelOp[] {
  const line = (machine: number): Branch => ({
    writer: nameOf(machine),
    fork: machine === 0 ? null : { piece: machine, first: 1, parent: null },
  });
  const branches = Array.from({ length: machines }, (_, machine) => line(machine));
  const first: ModelOp = {
    id: "00",
    branch: branches[0] ?? line(0),
    seq: 1,
    lamport: 1,
    create: true,
    fields: new Map([[1, 0]]),
    supersedes: new Map(),
    past: new Set(),
  };
  const known = branches.map(() => new Map([[first.id, first]]));
  const all = [first];
  const append = (by: number, fields: Map<number, FieldValue>, removes: boolean) => {
    const mine = known[by] ?? new Map<string, ModelOp>();
    const ops = [...mine.values()];
    const branch = branches[by] ?? line(by);
    const made: ModelOp = {
      id: (all.length * 7919).toString(16).padStart(6, "0"),
      branch,
      seq: 1 + Math.max(0, ...ops.filter((op) => op.branch === branch).map((op) => op.seq)),
      lamport: 1 + Math.max(...ops.map((op) => op.lamport)),
      create: false,
      fields,
      supersedes: supersedesFor(ops, foldRow(ops), branch, fields.keys(), removes),
      past: new Set(mine.keys()),
    };
    mine.set(made.id, made);
    all.push(made);
  };
  for (const one of script) {
    if (one.do === "edit") append(one.by, new Map(one.fields.map((field) => [field, one.value])), false);
    else if (one.do === "remove") append(one.by, new Map([[presenceField, "gone"]]), true);
    else if (one.do === "restore") append(one.by, new Map([[presenceField, null]]), false);
    else if (one.do === "receive") for (const [id, op] of known[one.from] ?? []) known[one.by]?.set(id, op);
  }
  return all;
}

const scripts = fc.array(step, { maxLength: 40, size: "max" });

describe("fold of a row that clones wrote", () => {
  it("has as heads exactly what nobody who saw it wrote over, in any order", () => {
    fc.assert(
      fc.property(
        scripts.map(play).chain((ops) => fc.shuffledSubarray(ops, { minLength: ops.length })),
        (ops) => {
          for (const [field, heads] of foldRow(ops).heads) {
            const writers = ops.filter((op) => valueWritten(op, field) !== undefined);
            const unseen = writers.filter((op) => !writers.some((later) => later.past.has(op.id)));
            expect(heads.map((head) => head.id).sort()).toEqual(unseen.map((op) => op.id).sort());
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});
