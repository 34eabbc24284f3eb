// Guards that a figure, the people behind it and the detailed judgement of each of them are one and the same.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { person as anyPerson, testPosts, unitIds } from "../testing/standards-arbitraries";
import { byStandard, noteMarks, standards, standardsAndAll } from "../domain/values";
import { judge } from "../standards/judge";
import { type PersonFacts, statuses, statusOfCode } from "../standards/types";
import {
  bookOf,
  contextOf,
  factsOf,
  unitOnOf,
  personRow,
  pkOf,
  type Roster,
  roster,
  rowsOf,
} from "../testing/statistics-arbitraries";
import {
  cellOf,
  countByUnit,
  countsOf,
  countsOfUnit,
  foldTable,
  sumCounts,
  toStatisticsRow,
  totalOfUnits,
} from "./by-unit";
import { peopleBehind } from "./people";
import { isUncovered, refreshPerson, type Snapshot, takeSnapshot } from "./snapshot";

const nobody: PersonFacts = { birth: null, sex: null, assignments: [], qualifications: [] };
const cells = standardsAndAll.flatMap((standard) => statuses.map((status) => ({ standard, status })));
const asked = ({ standard, status }: (typeof cells)[number]) => ({ standard, statuses: [status] });

function snapshotOf(of: Roster): Snapshot {
  return takeSnapshot(factsOf(of.people), contextOf(of));
}

/** The columns in use, as lists that can be compared. */
function contents({ asOf, count, columns, status, rule, assumed, graceUntil }: Snapshot) {
  return {
    asOf,
    count,
    columns: [columns, status, rule, assumed, graceUntil]
      .flatMap(Object.entries)
      .map(([name, column]) => [name, ...column.slice(0, count)]),
  };
}

/** What the columns say of each person, in the words of a judgement. */
function fromColumns(snapshot: Snapshot, of: Roster) {
  const { columns, status, rule, assumed, book } = snapshot;
  const { unit, post, assignment, counted, doubt } = columns;
  return of.people.map((person, index) => ({
    main: person.assignments[assignment[index] ?? -1]?.id ?? null,
    unit: unitIds[unit[index] ?? -1] ?? null,
    postGroup: testPosts[post[index] ?? -1]?.group ?? null,
    statuses: book.counted
      .map((standard) => statusOfCode(status[standard][index] ?? 0))
      .filter((one) => one !== null),
    combined: statusOfCode(status.all[index] ?? 0),
    counted: counted[index] === 1,
    isDoubtful: doubt[index] === 1,
    rules: standards.map((standard) => {
      const { set, rule: asked, verified } = book.requirements[rule[standard][index] ?? -1] ?? {};
      return { setId: set?.id ?? null, clause: asked?.clause ?? null, verified: verified ?? null };
    }),
    assumed: standards.map((standard) => assumed[standard][index] === 1),
    graceUntil: standards.map((standard) => snapshot.graceUntil[standard][index] ?? 0),
    uncovered: standards.map((standard) => isUncovered(snapshot, standard, index)),
  }));
}

function fromJudge(of: Roster) {
  return of.people.map((person) => {
    const { main, findings, combined, counted, mainDoubt } = judge(person, bookOf(of), unitOnOf(of));
    const ofFinding = byStandard((standard) => findings.find((one) => one.standard === standard));
    return {
      main: main?.id ?? null,
      unit: main?.unitId ?? null,
      postGroup: main?.postGroup ?? null,
      statuses: findings.map((finding) => finding.status),
      combined,
      counted,
      isDoubtful: mainDoubt !== null,
      rules: standards.map((standard) => {
        const { setId = null, clause = null, verified = null } = ofFinding[standard] ?? {};
        return { setId, clause, verified };
      }),
      assumed: standards.map((standard) => ofFinding[standard]?.assumed ?? false),
      graceUntil: standards.map((standard) => ofFinding[standard]?.graceUntil ?? 0),
      uncovered: standards.map(
        (standard) => ofFinding[standard]?.missing.some(({ reason }) => reason === "noRule") ?? false,
      ),
    };
  });
}

describe("takeSnapshot", () => {
  it("judges everybody exactly as the detailed judge does", () => {
    fc.assert(
      fc.property(roster, (of) => {
        const facts = factsOf(of.people);
        const snapshot = takeSnapshot(facts, contextOf(of));
        // The column holds the row in the facts; people's rows lie one after another in the order of the people.
        const { assignment } = snapshot.columns;
        assignment.forEach((row, index) => {
          if (row >= 0) assignment[index] = row - (facts.people.assignmentStart[index] ?? 0);
        });
        expect(fromColumns(snapshot, of)).toEqual(fromJudge(of));
      }),
      { numRuns: 600 },
    );
  });
});

describe("refreshPerson", () => {
  it("after changes, removals and additions equals a snapshot taken anew", () => {
    const edit = fc.record({
      place: fc.nat({ max: 15 }),
      person: fc.option(anyPerson, { nil: null, freq: 3 }),
    });
    fc.assert(
      fc.property(roster, fc.array(edit, { maxLength: 8 }), (of, edits) => {
        const facts = factsOf(of.people);
        const context = contextOf(of);
        const snapshot = takeSnapshot(facts, context);
        for (const { place, person } of edits) {
          const row = personRow(pkOf(place), person?.birth ?? null);
          const { assignments, qualifications } = rowsOf(person ?? nobody);
          const index =
            person === null
              ? facts.removePerson(pkOf(place))
              : facts.replacePerson(row, assignments, qualifications);
          if (index >= 0) refreshPerson(snapshot, facts, context, index);
        }
        expect(contents(snapshot)).toEqual(contents(takeSnapshot(facts, context)));
      }),
    );
  });

  it("refuses rules of another day", () => {
    const of = {
      people: [],
      sets: [],
      rules: [],
      chosen: null,
      flags: [[], [], []],
      asOf: 20211001,
    } satisfies Roster;
    const facts = factsOf([nobody]);
    const snapshot = takeSnapshot(facts, contextOf(of));
    expect(() => refreshPerson(snapshot, facts, contextOf({ ...of, asOf: 20211002 }), 0)).toThrow(
      /another day/,
    );
  });
});

describe("countByUnit", () => {
  it("counts everybody who serves once, in five statuses a standard that sum to the total", () => {
    fc.assert(
      fc.property(roster, (of) => {
        const table = countByUnit(snapshotOf(of), unitIds.length);
        const serving = of.people.filter((person) => judge(person, bookOf(of), unitOnOf(of)).counted).length;
        expect(totalOfUnits(table).total).toBe(serving);
        for (const counts of [...unitIds.map((_, unit) => countsOfUnit(table, unit)), totalOfUnits(table)]) {
          for (const block of [...Object.values(counts.standards), counts.all]) {
            expect(statuses.reduce((sum, status) => sum + block[status], 0)).toBe(counts.total);
          }
        }
      }),
    );
  });

  it("sums and folds rows to what counting the people together gives", () => {
    fc.assert(
      fc.property(
        roster,
        fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 3, maxLength: 3 }),
        (of, targets) => {
          const table = countByUnit(snapshotOf(of), unitIds.length);
          const rows = unitIds.map((_, unit) => countsOfUnit(table, unit));
          expect(sumCounts(rows)).toEqual(totalOfUnits(table));
          const folded = foldTable(table, Int32Array.from(targets), 2);
          for (const target of [0, 1]) {
            const members = [0, 1, 2].filter((unit) => targets[unit] === target);
            expect(countsOfUnit(folded, target)).toEqual(totalOfUnits(table, members));
            expect(countsOfUnit(folded, target)).toEqual(
              sumCounts(
                members.flatMap((unit) => rows[unit] ?? []),
                table.counted,
              ),
            );
          }
        },
      ),
    );
  });

  it("refuses a person in a unit beyond the table", () => {
    const snapshot = takeSnapshot(
      factsOf([
        {
          birth: null,
          sex: null,
          assignments: [
            {
              id: "a",
              unitId: "unit-2",
              postId: "p",
              postGroup: null,
              postCategory: null,
              postOrder: 0,
              from: null,
              to: null,
              main: true,
              concurrent: false,
            },
          ],
          qualifications: [],
        },
      ]),
      contextOf({ people: [], sets: [], rules: [], chosen: null, flags: [[], [], []], asOf: 20211001 }),
    );
    expect(() => countByUnit(snapshot, 2)).toThrow(RangeError);
    expect(countsOfUnit(countByUnit(snapshot, 3), 2).all.unknown).toBe(1);
  });

  it("prints a row with the keys of the command line", () => {
    const zero = sumCounts([], ["professional", "politicalTheory"]);
    const none = { met: 0, notMet: 0, unknown: 0, grace: 0, notApplicable: 0 };
    expect(toStatisticsRow({ id: "u", code: "08173", name: "Quảng Yên" }, zero)).toEqual({
      unitId: "u",
      unitCode: "08173",
      unitName: "Quảng Yên",
      total: 0,
      professional: { ...none, unverified: 0, assumed: 0, uncovered: 0 },
      politicalTheory: { ...none, unverified: 0, assumed: 0, uncovered: 0 },
      both: none,
      mainUnclear: 0,
      uncovered: 0,
    });
  });
});

describe("peopleBehind", () => {
  it("lists as many people as every cell says, and with its complement everybody in scope once", () => {
    fc.assert(
      fc.property(roster, (of) => {
        const snapshot = snapshotOf(of);
        const table = countByUnit(snapshot, unitIds.length);
        for (const unit of [0, 1, 2]) {
          const everybody = peopleBehind(snapshot, { unit });
          expect(everybody.length).toBe(cellOf(table, unit));
          const { notes, mainUnclear, uncovered } = countsOfUnit(table, unit);
          for (const standard of standards) {
            for (const mark of ["unverified", "assumed", "uncovered"] as const) {
              expect(peopleBehind(snapshot, { unit, standard, mark }).length).toBe(
                notes[standard]?.[mark] ?? 0,
              );
            }
          }
          expect(peopleBehind(snapshot, { unit, mark: "mainUnclear" }).length).toBe(mainUnclear);
          expect(peopleBehind(snapshot, { unit, mark: "uncovered" }).length).toBe(uncovered);
          for (const mark of noteMarks) {
            const marked = peopleBehind(snapshot, { unit, mark });
            const others = peopleBehind(snapshot, { unit, mark, complement: true });
            expect([...marked, ...others].sort((a, b) => a - b)).toEqual([...everybody]);
          }
          for (const cell of cells) {
            const inCell = peopleBehind(snapshot, { unit, ...asked(cell) });
            const others = peopleBehind(snapshot, { unit, ...asked(cell), complement: true });
            expect(inCell.length).toBe(cellOf(table, unit, cell.standard, cell.status));
            expect([...inCell, ...others].sort((a, b) => a - b)).toEqual([...everybody]);
          }
        }
        const scope = Uint8Array.of(1, 0, 1);
        for (const cell of cells) {
          const whole = peopleBehind(snapshot, asked(cell));
          expect(whole.length).toBe(countsOf(totalOfUnits(table), cell.standard)[cell.status]);
          expect(peopleBehind(snapshot, { ...asked(cell), units: scope }).length).toBe(
            countsOf(totalOfUnits(table, [0, 2]), cell.standard)[cell.status],
          );
        }
      }),
    );
  });

  it("lists for several statuses as many as they have together, nobody twice", () => {
    fc.assert(
      fc.property(roster, fc.subarray([...statuses], { minLength: 1 }), (of, wanted) => {
        const snapshot = snapshotOf(of);
        const table = countByUnit(snapshot, unitIds.length);
        for (const standard of standardsAndAll) {
          const together = wanted.reduce((sum, one) => sum + cellOf(table, 0, standard, one), 0);
          const found = peopleBehind(snapshot, { unit: 0, standard, statuses: wanted });
          expect(new Set(found).size).toBe(together);
          expect(found.length).toBe(together);
        }
      }),
    );
  });

  it("keeps the order given and leaves out whom it leaves out", () => {
    fc.assert(
      fc.property(roster, fc.infiniteStream(fc.nat()), (of, keys) => {
        const snapshot = snapshotOf(of);
        const order = of.people
          .map((_, index) => ({ index, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ index }) => index);
        const known = new Set(peopleBehind(snapshot, {}));
        expect([...peopleBehind(snapshot, {}, order)]).toEqual(order.filter((index) => known.has(index)));
        expect([...peopleBehind(snapshot, {}, order.slice(1))]).toEqual(
          order.slice(1).filter((index) => known.has(index)),
        );
      }),
    );
  });

  it("refuses half a cell", () => {
    const snapshot = takeSnapshot(
      factsOf([]),
      contextOf({ people: [], sets: [], rules: [], chosen: null, flags: [[], [], []], asOf: 20211001 }),
    );
    expect(() => peopleBehind(snapshot, { statuses: ["met"] })).toThrow(/both a standard and a status/);
    expect(() => peopleBehind(snapshot, { standard: "all" })).toThrow(/both a standard and a status/);
  });
});
