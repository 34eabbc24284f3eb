// Guards that a preview of changed rules is their effect: every number of it is the number of people whose status
// differs between the judgements by the two rule books, and opens those very people.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standards } from "../domain/values";
import { judge } from "../standards/judge";
import { compileRules } from "../standards/rules";
import { rules as anyRules, sets as anySets, unitIds } from "../testing/standards-arbitraries";
import { contextOf, factsOf, roster, unitOnOf } from "../testing/statistics-arbitraries";
import { compareSnapshots, movesOf, peopleMoved } from "./compare";
import { takeSnapshot } from "./snapshot";

const asked = fc.record({
  of: roster,
  sets: anySets,
  rules: anyRules,
  chosen: fc.option(fc.subarray([...standards]), { nil: null }),
});

function compared({ of, sets, rules, chosen }: typeof asked extends fc.Arbitrary<infer A> ? A : never) {
  const facts = factsOf(of.people);
  const context = contextOf(of);
  const book = compileRules(sets, rules, of.asOf, chosen);
  const before = takeSnapshot(facts, context);
  return { book, before, after: takeSnapshot(facts, { ...context, book }) };
}

describe("compareSnapshots", () => {
  it("tells of each person what judging them by either rule book tells", () => {
    fc.assert(
      fc.property(asked, (given) => {
        const { book, before, after } = compared(given);
        given.of.people.forEach((person, index) => {
          const now = judge(person, before.book, unitOnOf(given.of));
          const then = judge(person, book, unitOnOf(given.of));
          const statusIn = ({ findings }: typeof now, standard: string) =>
            findings.find((finding) => finding.standard === standard)?.status ?? null;
          const expected = standards.flatMap((standard) => {
            const [from, to] = [statusIn(now, standard), statusIn(then, standard)];
            return !now.counted || from === to ? [] : [{ standard, from, to }];
          });
          expect(movesOf(before, after, index)).toEqual(now.main === null ? [] : expected);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("counts as many people as each number opens, and each of them once in all", () => {
    fc.assert(
      fc.property(asked, (given) => {
        const { before, after } = compared(given);
        const { moves, people, byUnit } = compareSnapshots(before, after);
        for (const { unit, people: count, unverified, ...move } of moves) {
          expect(unverified).toBeLessThanOrEqual(count);
          expect(peopleMoved(before, after, { unit, move }).length).toBe(count);
        }
        expect(peopleMoved(before, after, {}).length).toBe(people);
        for (const unit of unitIds.keys()) {
          expect(peopleMoved(before, after, { unit }).length).toBe(byUnit.get(unit) ?? 0);
        }
        expect([...byUnit.values()].reduce((sum, count) => sum + count, 0)).toBe(people);
        const scope = Uint8Array.of(1, 0, 1);
        expect(compareSnapshots(before, after, scope).people).toBe(
          (byUnit.get(0) ?? 0) + (byUnit.get(2) ?? 0),
        );
      }),
    );
  });

  it("refuses snapshots of two days", () => {
    const [of] = fc.sample(roster, 1);
    if (of === undefined) throw new Error("No roster");
    const facts = factsOf(of.people);
    const other = { ...of, asOf: of.asOf === 20200101 ? 20200102 : 20200101 };
    expect(() =>
      compareSnapshots(takeSnapshot(facts, contextOf(of)), takeSnapshot(facts, contextOf(other))),
    ).toThrow("not of one day");
  });
});
