import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FieldValue, presenceField } from "../domain/entities";
import type { Branch } from "./branch";
import { foldRow, type HistoryOp, isShown, openConflicts, supersedesFor, valueWritten } from "./fold";

/** The model: an op with the plain set of everything its author knew. */
interface ModelOp extends HistoryOp {
  readonly past: ReadonlySet<string>;
}

const branches: readonly Branch[] = ["aa", "bb", "cc"].map((writer) => ({ writer, fork: null }));
const [firstBranch] = branches as [Branch];

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      by: fc.nat(2),
      fields: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
      value: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), by: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const), by: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("receive" as const), by: fc.nat(2), from: fc.nat(2) }),
  },
);

/** Plays a script of edits and exchanges among three offices; returns every op made. */
function play(script: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): ModelOp[] {
  const first: ModelOp = {
    id: "00",
    branch: firstBranch,
    seq: 1,
    lamport: 1,
    create: true,
    fields: new Map([[1, 0]]),
    supersedes: new Map(),
    past: new Set(),
  };
  const known = branches.map(() => new Map<string, ModelOp>([[first.id, first]]));
  const all = [first];
  const append = (by: number, fields: Map<number, FieldValue>, removes: boolean) => {
    const mine = known.at(by) as Map<string, ModelOp>;
    const branch = branches.at(by) as Branch;
    const ops = [...mine.values()];
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
    const state = foldRow([...(known.at(one.by) as Map<string, ModelOp>).values()]);
    if (one.do === "receive")
      for (const [id, op] of known.at(one.from) as Map<string, ModelOp>) known.at(one.by)?.set(id, op);
    else if (one.do === "edit" && isShown(state))
      append(one.by, new Map(one.fields.map((field) => [field, one.value])), false);
    else if (one.do === "remove" && isShown(state)) append(one.by, new Map([[presenceField, "gone"]]), true);
    else if (one.do === "restore" && !isShown(state)) append(one.by, new Map([[presenceField, null]]), false);
  }
  return all;
}

const headIds = (ops: readonly HistoryOp[]) =>
  [...foldRow(ops).heads]
    .map(([field, heads]) => [field, heads.map((head) => head.id)] as const)
    .sort((a, b) => a[0] - b[0]);

const scripts = fc.array(step, { maxLength: 30 });

describe("fold of one row", () => {
  it("does not depend on the order in which ops came", () => {
    fc.assert(
      fc.property(
        scripts
          .map(play)
          .chain((ops) => fc.tuple(fc.constant(ops), fc.shuffledSubarray(ops, { minLength: ops.length }))),
        ([ops, shuffled]) => {
          expect(headIds(shuffled)).toEqual(headIds(ops));
          expect([...foldRow(shuffled).values].sort()).toEqual([...foldRow(ops).values].sort());
          expect(foldRow(shuffled).presence).toBe(foldRow(ops).presence);
        },
      ),
    );
  });

  it("has as heads exactly the ops that nobody who saw them wrote over", () => {
    fc.assert(
      fc.property(scripts.map(play), (ops) => {
        for (const [field, heads] of foldRow(ops).heads) {
          const writers = ops.filter((op) => valueWritten(op, field) !== undefined);
          const unseen = writers.filter((op) => !writers.some((later) => later.past.has(op.id)));
          expect(heads.map((head) => head.id).sort()).toEqual(unseen.map((op) => op.id).sort());
          expect(heads.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("has the same where some of the ops are lost: what was seen is told by whoever wrote over it last", () => {
    const withHoles = scripts.map(play).chain((ops) => fc.subarray(ops, { minLength: 1 }));
    fc.assert(
      fc.property(withHoles, (ops) => {
        for (const [field, heads] of foldRow(ops).heads) {
          const writers = ops.filter((op) => valueWritten(op, field) !== undefined);
          const unseen = writers.filter((op) => !writers.some((later) => later.past.has(op.id)));
          expect(heads.map((head) => head.id).sort()).toEqual(unseen.map((op) => op.id).sort());
        }
      }),
      { numRuns: 300 },
    );
  });

  it("keeps a row in view while somebody's edit was unseen by those who removed it", () => {
    fc.assert(
      fc.property(scripts.map(play), (ops) => {
        const state = foldRow(ops);
        const removals = (state.heads.get(presenceField) ?? []).filter(
          (op) => valueWritten(op, presenceField) !== null,
        );
        const heads = [...state.heads.values()].flat();
        const someUnseen = heads.some(
          (head) => !removals.some((removal) => removal === head || removal.past.has(head.id)),
        );
        expect(state.presence === "removed").toBe(removals.length > 0 && !someUnseen);
      }),
      { numRuns: 300 },
    );
  });

  it("lets the last write win where there is one writer, and names nothing", () => {
    fc.assert(
      fc.property(
        scripts.map((script) => play(script.map((one) => ({ ...one, by: 0, from: 0 })))),
        (ops) => {
          const last = new Map<number, FieldValue>();
          for (const op of ops)
            for (const [field, value] of op.fields) if (field !== presenceField) last.set(field, value);
          expect([...foldRow(ops).values].sort()).toEqual([...last].sort());
          expect(openConflicts(foldRow(ops))).toEqual([]);
          expect(ops.every((op) => op.supersedes.size === 0)).toBe(true);
        },
      ),
    );
  });

  const made = (
    id: string,
    writer: string,
    seq: number,
    value: FieldValue,
    supersedes: string[] = [],
    lamport = seq,
  ): HistoryOp => ({
    id,
    branch: { writer, fork: null },
    seq,
    lamport,
    create: false,
    fields: new Map([[1, value]]),
    supersedes: new Map(supersedes.length ? [[1, supersedes]] : []),
  });

  it("shows the higher lamport, then the greater writer, and opens a conflict only for different values", () => {
    const a = made("01", "aa", 1, "x", [], 5);
    expect(foldRow([a, made("02", "bb", 1, "y", [], 4)]).values.get(1)).toBe("x");
    const tie = foldRow([a, made("02", "bb", 1, "y", [], 5)]);
    expect(tie.values.get(1)).toBe("y");
    expect(openConflicts(tie)).toEqual([1]);
    expect(openConflicts(foldRow([a, made("02", "bb", 1, "x", [], 5)]))).toEqual([]);
  });

  it("closes a conflict by naming both, and opens it again for a third, unseen value", () => {
    const a = made("01", "aa", 1, "x");
    const b = made("02", "bb", 1, "y");
    const settled = made("03", "aa", 2, "y", ["02"]);
    expect(openConflicts(foldRow([a, b, settled]))).toEqual([]);
    expect(openConflicts(foldRow([a, b, settled, made("04", "cc", 1, "z")]))).toEqual([1]);
  });

  it("takes a value that two rosters created alike for one: who wrote over either wrote over both", () => {
    const created = (id: string, writer: string, value: FieldValue): HistoryOp => ({
      ...made(id, writer, 1, value),
      create: true,
    });
    const alike = [created("01", "aa", "x"), created("02", "bb", "x")];
    expect(headIds([...alike, made("03", "cc", 1, "y", ["01"])])).toContainEqual([1, ["03"]]);
    const different = [created("01", "aa", "x"), created("02", "bb", "z"), made("03", "cc", 1, "y", ["01"])];
    expect(openConflicts(foldRow(different))).toEqual([1]);
  });

  it("does not know a row that nothing created", () => {
    expect(foldRow([made("01", "aa", 1, "x")]).presence).toBe("absent");
    expect(foldRow([]).presence).toBe("absent");
  });
});
