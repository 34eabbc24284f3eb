// Guards that facts changed person by person hold exactly what facts built anew would.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { person as anyPerson } from "../testing/standards-arbitraries";
import type { PersonFacts } from "../standards/types";
import { factsOf, personRow, pkOf, rowsOf } from "../testing/statistics-arbitraries";
import { qualificationKindIndex } from "./fact-columns";
import { Facts } from "./facts";

/** Everything that is known of one person, row by row. */
/** Codes of fields of study go by the order in which they came. */
function withoutMajor({ major, ...columns }: Facts["qualifications"]): Record<string, ArrayLike<number>> {
  void major;
  return columns;
}

function rowsAt(facts: Facts, pk: number) {
  const index = facts.indexOf(pk);
  const rows = (columns: Record<string, ArrayLike<number>>, start: number, count: number) =>
    Array.from({ length: count }, (_, place) =>
      Object.entries(columns).map(([name, column]) => [name, column[start + place]]),
    );
  const { people } = facts;
  return {
    present: people.present[index] === 1,
    birth: people.birth[index],
    ethnicity: facts.ethnicities.texts[people.ethnicity[index] ?? -1],
    assignments: rows(
      facts.assignments,
      people.assignmentStart[index] ?? -1,
      people.assignmentCount[index] ?? -1,
    ),
    majors: Array.from(
      { length: people.qualificationCount[index] ?? 0 },
      (_, place) =>
        facts.majors.texts[facts.qualifications.major[(people.qualificationStart[index] ?? 0) + place] ?? -1],
    ),
    qualifications: rows(
      withoutMajor(facts.qualifications),
      people.qualificationStart[index] ?? -1,
      people.qualificationCount[index] ?? -1,
    ),
  };
}

function replace(facts: Facts, place: number, person: PersonFacts): number {
  const { assignments, qualifications } = rowsOf(person);
  return facts.replacePerson(personRow(pkOf(place), person.birth), assignments, qualifications);
}

const serving: PersonFacts = {
  birth: "1980",
  sex: null,
  assignments: [
    {
      id: "a",
      unitId: "unit-1",
      postId: "post-civilServant",
      postGroup: "civilServant",
      postCategory: "congChuc",
      postOrder: 0,
      from: "2020-05",
      to: null,
      main: true,
      concurrent: false,
    },
  ],
  qualifications: [
    {
      id: "q",
      kind: "professional",
      level: "university",
      major: "Luật",
      granted: "2012",
      recorded: 20260101,
      equivalent: false,
    },
  ],
};

const nobody: PersonFacts = { birth: null, sex: null, assignments: [], qualifications: [] };

/** The same person with every row two times. */
function twice({ birth, sex, assignments, qualifications }: PersonFacts): PersonFacts {
  return {
    birth,
    sex,
    assignments: [...assignments, ...assignments],
    qualifications: [...qualifications, ...qualifications],
  };
}

describe("Facts", () => {
  it("packs both ends of uncertain dates, and none as always, open or held", () => {
    const facts = factsOf([
      serving,
      { ...serving, assignments: serving.assignments.map((a) => ({ ...a, from: null })) },
    ]);
    expect(rowsAt(facts, pkOf(0))).toMatchObject({
      present: true,
      majors: ["Luật"],
      assignments: [
        [
          ["pk", 0],
          ["unit", 1],
          ["post", 5],
          ["fromEarliest", 20200501],
          ["fromLatest", 20200531],
          ["toEarliest", 99999999],
          ["toLatest", 99999999],
          ["mark", 1],
        ],
      ],
      qualifications: [
        [
          ["kind", qualificationKindIndex("professional")],
          ["rank", 5],
          ["sureDay", 20121231],
          ["possibleDay", 20120101],
          ["assumed", 0],
        ],
      ],
    });
    expect(rowsAt(facts, pkOf(1)).assignments[0]).toContainEqual(["fromEarliest", 0]);
    expect(rowsAt(facts, pkOf(1)).assignments[0]).toContainEqual(["fromLatest", 99999999]);
  });

  it("finds people added in any order of row numbers, and nobody else", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 40 }), (pks) => {
        const facts = new Facts();
        for (const pk of pks) facts.addPerson(personRow(pk));
        pks.forEach((pk, index) => expect(facts.indexOf(pk)).toBe(index));
        for (let pk = 0; pk <= 201; pk++) if (!pks.includes(pk)) expect(facts.indexOf(pk)).toBe(-1);
        const copy = Facts.fromTransferable(structuredClone(facts.toTransferable()));
        pks.forEach((pk, index) => expect(copy.indexOf(pk)).toBe(index));
      }),
    );
  });

  it("holds what the last replacement of each person said", () => {
    const edit = fc.record({ place: fc.nat({ max: 8 }), person: fc.option(anyPerson, { nil: null }) });
    fc.assert(
      fc.property(
        fc.array(anyPerson, { maxLength: 6 }),
        fc.array(edit, { maxLength: 12 }),
        (people, edits) => {
          const facts = factsOf(people);
          const latest = new Map<number, PersonFacts | null>(people.entries());
          for (const { place, person } of edits) {
            if (person !== null) replace(facts, place, person);
            else expect(facts.removePerson(pkOf(place)) >= 0).toBe(latest.has(place));
            if (person !== null || latest.has(place)) latest.set(place, person);
          }
          const copy = Facts.fromTransferable(structuredClone(facts.toTransferable()));
          for (const [place, person] of latest) {
            const fresh = rowsAt(
              factsOf(Array.from({ length: place + 1 }, () => person ?? nobody)),
              pkOf(place),
            );
            const { birth, ...rows } = rowsAt(facts, pkOf(place));
            // Of somebody who was removed only the place is kept.
            expect(rows).toEqual({ ...fresh, birth: undefined, present: person !== null });
            if (person !== null) expect(birth).toBe(fresh.birth);
            expect(rowsAt(copy, pkOf(place))).toEqual(rowsAt(facts, pkOf(place)));
          }
        },
      ),
    );
  });

  it("does not grow without end under replacement, and keeps everybody through compaction", () => {
    const people = [{ ...serving, assignments: [] }, serving, twice(serving), serving];
    const facts = factsOf(people);
    for (let round = 0; round < 20_000; round++) replace(facts, 1, serving);
    expect(facts.assignments.pk.length).toBeLessThan(12_000);
    expect(facts.qualifications.kind.length).toBeLessThan(12_000);
    people.forEach((_, place) =>
      expect(rowsAt(facts, pkOf(place))).toEqual(rowsAt(factsOf(people), pkOf(place))),
    );
  });

  it("carries on after a transfer: waste is counted, people are replaced and added", () => {
    const facts = factsOf([serving, serving]);
    replace(facts, 0, nobody);
    const copy = Facts.fromTransferable(structuredClone(facts.toTransferable()));
    expect(replace(copy, 0, serving)).toBe(0);
    expect(replace(copy, 5, serving)).toBe(2);
    for (const place of [0, 1, 5])
      expect(rowsAt(copy, pkOf(place)).assignments).toEqual(rowsAt(factsOf([serving]), pkOf(0)).assignments);
  });

  it("refuses a person twice, rows without a person and rows that would tear a person apart", () => {
    const facts = factsOf([serving, serving]);
    expect(() => facts.addPerson(personRow(pkOf(0)))).toThrow(/already/);
    expect(() => new Facts().addQualification(0, 1, null, 0, 0)).toThrow(/without a person/);
    replace(facts, 0, serving);
    expect(() => facts.addQualification(0, 1, null, 0, 0)).toThrow(/together/);
  });
});
