// Guards that a cross table counts everybody once on each side, as counting them one by one does, and that every cell
// opens as many people as it says.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postCategories, postGroups } from "../domain/values";
import { testPosts, unitIds } from "../testing/standards-arbitraries";
import { contextOf, factsOf, type Roster, rosterOfAll } from "../testing/statistics-arbitraries";
import {
  cellText,
  type CrossQuery,
  CrossTooLarge,
  crossTable,
  type CrossTable,
  peopleOfCell,
  UnknownMember,
} from "./cross";
import { axisOf, type CrossSource, type DimensionKey, dimensionKeys } from "./dimensions";
import type { PersonRow } from "./fact-columns";
import { measureKeys } from "./measures";
import { takeSnapshot } from "./snapshot";

const answers = ["Kinh", "a", "a,b", "b", "unknown", "*", "*/a,b", "\\", null];
const details = fc.record({
  birth: fc.constantFrom(0, 19600000, 19700500, 19851231, 20010101),
  sex: fc.constantFrom(0, 1, 2),
  party: fc.constantFrom(0, 20100000, 20210000, 20230615),
  ethnicity: fc.constantFrom(...answers),
  religion: fc.constantFrom(...answers),
});
type Details = Omit<PersonRow, "pk">;

function sourceOf(of: Roster, people: readonly Details[], ageBands: readonly number[]): CrossSource {
  const facts = factsOf(of.people, (place) => people[place % people.length] ?? {});
  const context = contextOf(of);
  const units = unitIds.map((id) => ({ key: id, name: `Xã ${id}` }));
  return {
    facts,
    snapshot: takeSnapshot(facts, context),
    units: {
      rows: units,
      rank: Int32Array.of(2, 0, 1),
      within: (unit) => Uint8Array.from(units, (_, other) => (unit === 0 || unit === other ? 1 : 0)),
    },
    posts: {
      rows: testPosts.map(({ id }) => ({ key: id, name: id })),
      rank: Int32Array.from(context.postRank),
      group: context.postGroup,
      category: Int8Array.from(testPosts, (_, place) => (place % (postCategories.length + 1)) - 1),
    },
    ageBands,
  };
}

const dimension = fc.constantFrom(...dimensionKeys);
const side = fc.uniqueArray(dimension, { minLength: 1, maxLength: 3 });
const world = fc.record({
  of: rosterOfAll,
  people: fc.array(details, { minLength: 1, maxLength: 12 }),
  ageBands: fc.constantFrom<readonly number[]>([30, 40, 50, 60], [35]),
  rows: side,
  columns: side,
  measure: fc.constantFrom(...measureKeys),
  /** A member of a dimension, by place, to filter by. */
  wanted: fc.array(fc.tuple(dimension, fc.nat({ max: 3 })), { maxLength: 2 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

function queryOf(source: CrossSource, { rows, columns, measure, wanted }: World): CrossQuery {
  const filter = wanted.map(([one, place]) => {
    const { keyOf, size } = axisOf(source, one);
    return { dimension: one, key: keyOf(place % size) };
  });
  return { rows, columns, measure, filter };
}

/** Who passes the filter and counts, with the keys of both sides, one person after the other. */
function oneByOne(source: CrossSource, { rows, columns, measure, filter }: CrossQuery) {
  const { snapshot, facts } = source;
  const keyOf = (one: DimensionKey, person: number) => {
    const axis = axisOf(source, one);
    return axis.keyOf(axis.codes[person] ?? -1);
  };
  return Array.from({ length: snapshot.count }, (_, person) => person)
    .filter((person) => (snapshot.columns.unit[person] ?? -1) >= 0 && snapshot.columns.counted[person] === 1)
    .filter((person) =>
      filter.every(({ dimension: one }) =>
        filter.some(
          (other) =>
            other.dimension === one &&
            (other.key === keyOf(one, person) || (one === "unit" && other.key === unitIds[0])),
        ),
      ),
    )
    .map((person) => ({
      person,
      counts:
        measure === "people" ||
        (measure === "meanAge"
          ? (facts.people.birth[person] ?? 0) > 0
          : snapshot.status[measure.slice("met:".length) as "all"][person] === 1),
      row: rows.map((one) => keyOf(one, person)).join(","),
      column: columns.map((one) => keyOf(one, person)).join(","),
    }));
}

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe("crossTable", () => {
  it("counts as counting one by one does, and its cells sum to its totals", () => {
    fc.assert(
      fc.property(world, (given) => {
        const source = sourceOf(given.of, given.people, given.ageBands);
        const query = queryOf(source, given);
        const table = crossTable(source, query);
        const people = oneByOne(source, query);
        expect(table.rows.map(({ keys }) => keys.join(",")).sort()).toEqual(
          [...new Set(people.map(({ row }) => row))].sort(),
        );
        expect(table.columns.map(({ keys }) => keys.join(",")).sort()).toEqual(
          [...new Set(people.map(({ column }) => column))].sort(),
        );
        if (query.measure === "meanAge") return;
        table.rows.forEach(({ keys }, row) =>
          table.columns.forEach((column, place) => {
            const inCell = people.filter(
              (one) => one.counts && one.row === keys.join(",") && one.column === column.keys.join(","),
            );
            expect(table.cells[row]?.[place]).toBe(inCell.length);
          }),
        );
        table.rows.forEach((_, row) => expect(table.totals.rows[row]).toBe(sum(table.cells[row] ?? [])));
        table.columns.forEach((_, column) =>
          expect(table.totals.columns[column]).toBe(sum(table.cells.map((row) => row[column] ?? null))),
        );
        expect(table.totals.all).toBe(sum(table.totals.rows));
        expect(table.totals.all).toBe(people.filter(({ counts }) => counts).length);
      }),
      { numRuns: 400 },
    );
  });

  it("tells people apart by as many dimensions as there are, also where their combinations are past counting", () => {
    const nation = 1_000_000;
    const names = Array.from({ length: nation }, (_, place) => ({ key: unitIds[place] ?? "-", name: "" }));
    const rank = new Int32Array(nation);
    fc.assert(
      fc.property(world, ({ of, people, ageBands }) => {
        const small = sourceOf(of, people, ageBands);
        const source = { ...small, units: { ...small.units, rows: names, rank } };
        const product = dimensionKeys.reduce((all, one) => all * axisOf(source, one).size, 1);
        expect(product).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
        const all = [...dimensionKeys].reverse();
        const query: CrossQuery = { rows: all, columns: ["sex"], measure: "people", filter: [] };
        const counted = new Map<string, number>();
        for (const { row } of oneByOne(source, query)) counted.set(row, (counted.get(row) ?? 0) + 1);
        const { rows, totals } = crossTable(source, query);
        expect(new Map(rows.map(({ keys }, place) => [keys.join(","), totals.rows[place]]))).toEqual(counted);
      }),
      { numRuns: 100 },
    );
  });

  it("opens as many people behind every cell and total as it says", () => {
    fc.assert(
      fc.property(world, (given) => {
        const source = sourceOf(given.of, given.people, given.ageBands);
        const query = queryOf(source, given);
        const table = crossTable(source, query);
        const known = new Map(oneByOne(source, query).map((one) => [one.person, one]));
        for (const { row, column, written, value } of cellsOf(table)) {
          const people = peopleOfCell(source, query, written);
          if (query.measure !== "meanAge") expect([written, people?.length]).toEqual([written, value]);
          for (const person of people ?? []) {
            if (row !== null) expect(known.get(person)?.row).toBe(row);
            if (column !== null) expect(known.get(person)?.column).toBe(column);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  const empty: Roster = {
    people: [],
    sets: [],
    rules: [],
    chosen: null,
    flags: [[], [], []],
    asOf: 20211001,
  };
  const person = {
    birth: null,
    sex: null,
    assignments: [
      {
        id: "a",
        unitId: "unit-1",
        postId: "post-civilServant",
        postGroup: "civilServant",
        postCategory: "congChuc",
        postOrder: 1,
        from: null,
        to: null,
        main: true,
        concurrent: false,
      },
    ],
    qualifications: [],
  } as const;
  const plain = { sex: 1, party: 0, ethnicity: null, religion: null };
  const ages = (...births: number[]) =>
    sourceOf(
      { ...empty, people: births.map(() => person) },
      births.map((birth) => ({ ...plain, birth })),
      [30, 40],
    );

  it("puts an age into the band whose last age it is, and a birth year at its first day", () => {
    // 30 years old until 01/10/2022; turned 31 on the day itself; a year only, since 01/01/1981; nobody knows.
    const source = ages(19911002, 19901001, 19810000, 0);
    const query = { rows: ["ageBand"], columns: ["sex"], measure: "people", filter: [] } as const;
    const { rows, cells } = crossTable(source, query);
    expect(rows.map(({ keys }, row) => [keys[0], cells[row]?.[0]])).toEqual([
      ["-30", 1],
      ["31-40", 2],
      ["unknown", 1],
    ]);
  });

  it("tells a mean of those whose age is known, and none of nobody", () => {
    const query = { rows: ["sex"], columns: ["unit"], measure: "meanAge", filter: [] } as const;
    expect(crossTable(ages(19911001, 19901001, 19901001, 0), query).totals.all).toBe(30.7);
    expect(crossTable(ages(0), query)).toMatchObject({ cells: [[null]], totals: { all: null } });
  });

  it("refuses a filter that names nothing, and a table that nobody can read", () => {
    const source = ages(19900000);
    const base = { rows: ["sex"], columns: ["unit"], measure: "people" } as const;
    const filter = [{ dimension: "ethnicity", key: "Tày" }] as const;
    expect(() => crossTable(source, { ...base, filter })).toThrow(UnknownMember);
    expect(peopleOfCell(source, { ...base, filter: [] }, "male/nowhere")).toBeNull();
    const many = Array.from({ length: 2001 }, (_, place) => ({ ...plain, birth: 0, ethnicity: `d${place}` }));
    const wide = sourceOf(
      { ...empty, people: many.map(() => person) },
      many.map((one, place) => ({ ...one, religion: `t${place}` })),
      [],
    );
    const query = { rows: ["ethnicity"], columns: ["religion"], measure: "people", filter: [] } as const;
    expect(() => crossTable(wide, query)).toThrow(CrossTooLarge);
  });

  it("counts the few combinations that occur of more than can be listed", () => {
    const many = Array.from({ length: 2100 }, (_, place) => ({
      ...plain,
      ethnicity: `d${place}`,
      religion: `t${place}`,
      birth: 0,
    }));
    const wide = sourceOf({ ...empty, people: many.map(() => person) }, many, []);
    const query = {
      rows: ["ethnicity", "religion"],
      columns: ["sex"],
      measure: "people",
      filter: [],
    } as const;
    const { rows, cells, totals } = crossTable(wide, query);
    expect([rows.length, totals.all]).toEqual([2100, 2100]);
    expect(cells.every(([count]) => count === 1)).toBe(true);
    expect(peopleOfCell(wide, query, "d7,t7/male")).toEqual(Int32Array.of(7));
  });

  it("knows every post group", () => {
    expect(axisOf(ages(0), "postGroup").size).toBe(postGroups.length + 1);
  });
});

/** Every cell and total of a table, as it is written and as it was counted. */
function cellsOf(table: CrossTable) {
  const rows = [...table.rows.map(({ keys }) => keys), null];
  const columns = [...table.columns.map(({ keys }) => keys), null];
  return rows.flatMap((row, at) =>
    columns.map((column, place) => ({
      row: row?.join(",") ?? null,
      column: column?.join(",") ?? null,
      written: cellText({ row, column }),
      value:
        row === null
          ? column === null
            ? table.totals.all
            : (table.totals.columns[place] ?? null)
          : column === null
            ? (table.totals.rows[at] ?? null)
            : (table.cells[at]?.[place] ?? null),
    })),
  );
}
