// Guards that whatever `stats` prints opens: each row and cell is exactly the people that `people` lists for it, by the
// row's id and by the code that is printed, and that a person of a merged commune stands under one unit everywhere; on
// rosters with codes that are used again, units that ended without a known successor, and people of a district.

import { byName } from "../../shared/columns/table-column";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OfficialFilter } from "../../shared/contract/schemas/officials";
import type { FieldValue } from "../../shared/domain/entities";
import { type PostCategory, postCategories, standards } from "../../shared/domain/values";
import { statuses } from "../../shared/standards/types";
import type { Edit } from "../roster/change-log";
import { createRoster } from "../roster/create-roster";
import { Officials } from "../services/officials";
import { OpenRoster } from "../services/open-roster";
import { type CliPlace, cliPlace } from "../testing/command-line";

interface UnitLine {
  readonly code: string;
  readonly level?: "district";
  readonly from?: string;
  readonly to?: string;
  readonly of?: readonly number[];
}

/** 1 and 2 went up in 3, which took over the code of 1; 4 ended, and its code is another's; 5 ended, nobody knows how. */
const units: readonly UnitLine[] = [
  { code: "232", level: "district" },
  { code: "08173", to: "2019-12-31" },
  { code: "08176", to: "2019-12-31" },
  { code: "08173", from: "2020-01-01", to: "2025-06-30", of: [1, 2] },
  { code: "08203", to: "2019-12-31" },
  { code: "08206", to: "2021-06-30" },
  { code: "08203", from: "2020-01-01" },
];
const postLines = [
  { group: "civilServant", category: "congChuc" },
  { group: "partySecretary", category: "canBo" },
  { group: "otherPost", category: "khongChuyenTrach" },
] as const;

const world = fc.record({
  people: fc.array(
    fc.record({
      assignments: fc.array(
        fc.record({
          unit: fc.nat({ max: units.length - 1 }),
          post: fc.nat({ max: postLines.length - 1 }),
          from: fc.constantFrom("2010", "2018-05-01", "2020-01-01", null),
          to: fc.option(fc.constantFrom("2019-12-31", "2021"), { nil: null, freq: 2 }),
          main: fc.boolean(),
          kind: fc.constantFrom("elected" as const, "concurrent" as const),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      level: fc.constantFrom("university", "intermediate", null),
      granted: fc.constantFrom("2012", null),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  asOf: fc.constantFrom("2015-01-01", "2019-12-31", "2020-01-01", "2021-10-01", "2025-07-01", "2030-01-01"),
  kinds: fc.subarray([...postCategories], { minLength: 1 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

let place: CliPlace;
let rosters = 0;
beforeAll(() => {
  place = cliPlace();
});
afterAll(() => place.remove());

async function rosterOf({
  people,
}: Pick<World, "people">): Promise<{ path: string; ids: readonly string[] }> {
  const { environment } = place;
  const roster = await createRoster(place.path(`mo-${++rosters}.scb`), environment);
  const edits: Edit[] = [];
  const create = (entity: Edit["entity"], fields: Record<string, FieldValue>): string => {
    const id = environment.newId();
    const given = Object.entries(fields).filter(([, value]) => value !== null && value !== "");
    edits.push({ kind: "create", entity, id, fields: Object.fromEntries(given) });
    return id;
  };
  const ids: string[] = [];
  for (const [index, { code, level = "commune", from = null, to = null, of = [] }] of units.entries()) {
    const fields = {
      code,
      name: `Đơn vị ${index}`,
      type: level === "district" ? "huyen" : "xa",
      level,
      parent: index === 0 ? null : (ids[0] ?? null),
      validFrom: from,
      validTo: to,
      predecessors: of
        .map((one) => ids[one] ?? "")
        .sort()
        .join(" "),
    };
    ids.push(create("unit", fields));
  }
  const posts = postLines.map(({ group, category }, order) =>
    create("post", { key: `p${order}`, name: `Chức danh ${order}`, group, category, order }),
  );
  const set = create("standardSet", { key: "s", name: "Nghị định", validFrom: "2010-01-01" });
  create("standardRule", {
    set,
    standard: "professional",
    postGroups: "civilServant partySecretary",
    minimumLevel: "university",
    clause: "Điều 1",
    order: 1,
  });
  for (const [index, { assignments, level, granted }] of people.entries()) {
    const official = create("official", { fullName: `Người ${index}`, birth: "1980" });
    for (const { unit, post, ...rest } of assignments)
      create("assignment", { official, unit: ids[unit] ?? "", post: posts[post] ?? "", ...rest });
    if (level !== null) create("qualification", { official, kind: "professional", level, granted });
  }
  roster.log.write({ action: "sample", user: "Văn phòng", edits });
  const { path } = roster;
  await roster.close();
  return { path, ids };
}

type Counts = Record<string, number>;
interface Stats {
  readonly unposted: number;
  readonly rows: readonly (Record<string, Counts> & { unitId: string; unitCode: string; total: number })[];
  readonly total: Record<string, Counts> & { total: number; mainUnclear: number; uncovered: number };
}
interface People {
  readonly count: number;
  readonly people: readonly { readonly id: string; readonly unitId: string; readonly unitCode: string }[];
}

describe("what stats prints", () => {
  it("opens: each row by its id and by the code printed, each cell, each mark, the total", async () => {
    await fc.assert(
      fc.asyncProperty(world, async (of) => {
        const { path } = await rosterOf(of);
        const words = [path, "--as-of", of.asOf, "--kinds", of.kinds.join(",")];
        const people = (...more: string[]) => place.json<People>("people", ...words, ...more);
        const { rows, total, unposted } = await place.json<Stats>("stats", ...words);
        expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(total.total);
        expect((await people()).count).toBe(total.total);
        expect((await people("--mark", "mainUnclear")).count).toBe(total.mainUnclear);
        expect((await people("--mark", "uncovered")).count).toBe(total.uncovered);
        expect((await people("--unposted")).count).toBe(unposted);
        const { stdout } = await place.run("stats", ...words);
        for (const row of rows) {
          const opened = await people("--unit", row.unitId, "--unit-only");
          expect(opened.count).toBe(row.total);
          for (const one of opened.people)
            expect([one.unitId, one.unitCode]).toEqual([row.unitId, row.unitCode]);
          for (const standard of standards.filter((one) => row[one] !== undefined)) {
            for (const status of statuses) {
              const wanted = row[standard]?.[status] ?? -1;
              // Most cells are empty; one of them is tried too.
              if (wanted === 0 && status !== "grace") continue;
              const cell = await people(
                "--unit",
                row.unitId,
                "--unit-only",
                "--standard",
                standard,
                "--status",
                status,
              );
              expect(cell.count).toBe(wanted);
            }
          }
        }
        const printed = stdout.split("\n").filter((line) => / Đơn vị \d|Xã Đơn vị|Huyện Đơn vị/.test(line));
        expect(printed).toHaveLength(rows.length);
        for (const [at, line] of printed.entries()) {
          const name = line.split(/ +/)[0] ?? "";
          expect((await people("--unit", name, "--unit-only")).count).toBe(rows[at]?.total);
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

describe("the unit of a person of a commune that ended", () => {
  const born = { level: null, granted: null } as const;
  const only = (unit: number) => ({
    people: [
      {
        assignments: [
          { unit, post: 0, from: "2010" as const, to: null, main: true, kind: "elected" as const },
        ],
        ...born,
      },
    ],
  });
  const kinds: readonly PostCategory[] = ["canBo", "congChuc"];

  /** By every output, as ids of units. */
  async function everywhere(path: string, asOf: string): Promise<readonly (string | undefined)[]> {
    const words = [path, "--as-of", asOf];
    const { people } = await place.json<People>("people", ...words);
    const { rows } = await place.json<Stats>("stats", ...words);
    const id = people[0]?.id ?? "";
    const shown = await place.json<{ serving: { unitId: string; unitCode: string } }>(
      "show",
      path,
      id,
      "--as-of",
      asOf,
    );
    const crossed = await place.json<{ rows: [string][]; words: { rows: [string][] } }>(
      "cross",
      ...words,
      "--rows",
      "unit",
      "--columns",
      "sex",
    );
    const roster = await OpenRoster.read(path, place.environment);
    try {
      const index = await roster.index();
      const filter: OfficialFilter = {
        moment: { on: asOf },
        search: "",
        unitId: null,
        unitOnly: false,
        postId: null,
        standard: null,
        statuses: null,
        complement: false,
        serving: "serving",
        kinds: [...kinds],
      };
      const grid = await new Officials(roster).page(filter, byName, [], 0, 5);
      const named = (name: string | null | undefined) =>
        index.catalog.units.find(({ fullName }) => fullName === name)?.id;
      expect(shown.serving.unitCode).toBe(people[0]?.unitCode);
      expect(grid.rows[0]?.unitCode).toBe(people[0]?.unitCode);
      return [
        people[0]?.unitId,
        rows.find((row) => row.total === 1)?.unitId,
        shown.serving.unitId,
        named(crossed.words.rows[0]?.[0]),
        named(grid.rows[0]?.unitName),
      ];
    } finally {
      await roster.close();
    }
  }

  it.each<[string, number, string, number]>([
    ["while it exists: itself", 1, "2019-12-31", 1],
    ["after the merger: the new commune, though it has the old code", 1, "2020-01-01", 3],
    ["after the merger: the new commune, under another code", 2, "2021-10-01", 3],
    ["the new commune ended and nobody knows what came after it: the last one known", 2, "2025-07-01", 3],
    ["it ended without a successor: itself, though another has its code", 4, "2021-10-01", 4],
  ])("is, %s", async (_, unit, asOf, expected) => {
    const { path, ids } = await rosterOf(only(unit));
    const found = await everywhere(path, asOf);
    expect(found).toEqual(found.map(() => ids[expected]));
  });

  it("is printed by its id where its code is another's, which opens it", async () => {
    const { path, ids } = await rosterOf(only(4));
    const { stdout } = await place.run("stats", path, "--as-of", "2021-10-01");
    expect(stdout).toContain(ids[4]);
    const opened = await place.json<People>("people", path, "--as-of", "2021-10-01", "--unit", ids[4] ?? "");
    expect(opened.count).toBe(1);
    expect((await place.json<People>("people", path, "--as-of", "2021-10-01", "--unit", "08203")).count).toBe(
      0,
    );
  });
});
