// Guards that a person's draft, stored record, columns and line on the command line are one reading: the same unit and
// post and the same verdict, on rosters with mergers, area flags, several posts and dates that leave days open.

import { statusKey } from "../../shared/columns/computed";
import { byName } from "../../shared/columns/table-column";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FindingData } from "../../shared/contract/schemas/common";
import type { OfficialFilter, OfficialRecord } from "../../shared/contract/schemas/officials";
import type { FieldValue } from "../../shared/domain/entities";
import { levelLadders } from "../../shared/domain/levels";
import { isoToPacked, packedToIso } from "../../shared/domain/partial-date";
import { areaFlags, postCategories, postGroups, standards } from "../../shared/domain/values";
import { ruleBookOf } from "../../shared/standards/from-rows";
import { asRecorded, judgeRows, sentCatalog } from "../../shared/standards/read";
import type { StandardRule, StandardSet } from "../../shared/standards/types";
import * as arbitrary from "../../shared/testing/standards-arbitraries";
import type { Edit } from "../roster/change-log";
import { createRoster } from "../roster/create-roster";
import { postsList, standardsList, unitsOn } from "../services/catalog";
import { Officials } from "../services/officials";
import { OpenRoster } from "../services/open-roster";
import { type CliPlace, cliPlace } from "../testing/command-line";

/** Units 0 and 1 go up in 3, which goes up in 4; 5 may be formed from 0 too, which splits it; 2 stays. */
const mergers: readonly { readonly from?: string; readonly to?: string; readonly of?: readonly number[] }[] =
  [
    { to: "2021-06-30" },
    { to: "2021-06-30" },
    {},
    { from: "2021-07-01", to: "2023-06-30", of: [0, 1] },
    { from: "2023-07-01", of: [3] },
    { from: "2021-07-01" },
  ];
const date = fc.option(arbitrary.partialDate, { nil: null, freq: 4 });
const flags = fc.subarray([...areaFlags], { maxLength: 3 });
const qualification = fc
  .constantFrom(...standards)
  .chain((kind) =>
    fc.record({ kind: fc.constant(kind), level: fc.constantFrom(...levelLadders[kind]), granted: date }),
  );
const world = fc.record({
  flags: fc.array(flags, { minLength: mergers.length, maxLength: mergers.length }),
  isSplit: fc.boolean(),
  posts: fc.array(
    fc.record({
      group: fc.constantFrom(...postGroups),
      category: fc.constantFrom(...postCategories),
      order: fc.nat({ max: 2 }),
    }),
    {
      minLength: 4,
      maxLength: 4,
    },
  ),
  sets: arbitrary.sets,
  rules: arbitrary.rules,
  people: fc.array(
    fc.record({
      assignments: fc.array(
        fc.record({
          unit: fc.nat({ max: mergers.length - 1 }),
          post: fc.nat({ max: 3 }),
          from: fc.oneof(date, fc.constantFrom("2020", "2020-01", "2020-01-01")),
          to: fc.option(arbitrary.partialDate, { nil: null, freq: 1 }),
          main: fc.boolean(),
          kind: fc.constantFrom("elected", "concurrent"),
        }),
        { maxLength: 4 },
      ),
      qualifications: fc.array(qualification, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  asOf: arbitrary.packedDay.map(packedToIso),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

let place: CliPlace;
let rosters = 0;
beforeAll(() => {
  place = cliPlace();
});
afterAll(() => place.remove());

/** A roster with everything of a world in it. */
async function rosterOf(of: World): Promise<OpenRoster> {
  const { environment } = place;
  const roster = await createRoster(place.path(`mot-${++rosters}.scb`), environment);
  const edits: Edit[] = [];
  const create = (entity: Edit["entity"], fields: Record<string, FieldValue>): string => {
    const id = environment.newId();
    const given = Object.entries(fields).filter(([, value]) => value !== null && value !== "");
    edits.push({ kind: "create", entity, id, fields: Object.fromEntries(given) });
    return id;
  };
  const units: string[] = [];
  for (const [index, { from = null, to = null, of: before = [] }] of mergers.entries()) {
    const predecessors = index === 5 && of.isSplit ? [0] : before;
    units.push(
      create("unit", {
        code: `0000${index}`,
        name: `Xã ${index}`,
        type: "xa",
        level: "commune",
        validFrom: from,
        validTo: to,
        predecessors: keys(predecessors.map((one) => units[one] ?? "")),
        areaFlags: keys(of.flags[index] ?? []),
      }),
    );
  }
  const posts = of.posts.map(({ group, category, order }, index) =>
    create("post", { key: `post${index}`, name: `Chức danh ${index}`, group, category, order }),
  );
  writeStandards(of.sets, of.rules, create);
  for (const [index, { assignments, qualifications }] of of.people.entries()) {
    const official = create("official", { fullName: `Người ${index}` });
    for (const { unit, post, ...rest } of assignments)
      create("assignment", { official, unit: units[unit] ?? "", post: posts[post] ?? "", ...rest });
    for (const one of qualifications) create("qualification", { official, ...one });
  }
  roster.log.write({ action: "sample", user: "Văn phòng", edits });
  return OpenRoster.of(roster, environment);
}

function writeStandards(
  sets: readonly StandardSet[],
  rules: readonly StandardRule[],
  create: (entity: "standardSet" | "standardRule", fields: Record<string, FieldValue>) => string,
): void {
  const iso = (day: number | null) => (day === null ? null : packedToIso(day));
  const ids = new Map(
    sets.map(({ id, key, name, validFrom, validTo }) => [
      id,
      create("standardSet", { key, name, validFrom: iso(validFrom), validTo: iso(validTo) }),
    ]),
  );
  for (const { standard, minimumLevel, clause, verified, order, ...rule } of rules) {
    create("standardRule", {
      set: ids.get(rule.setId) ?? "",
      standard,
      postGroups: keys(rule.postGroups),
      minimumLevel,
      anyFlag: keys(rule.anyFlag),
      allFlags: keys(rule.allFlags),
      clause,
      verified,
      graceUntil: iso(rule.graceUntil),
      graceServingOn: iso(rule.graceServingOn),
      graceGroups: keys(rule.graceGroups),
      entry: rule.entry,
      order,
    });
  }
}

function keys(list: readonly string[]): string {
  return [...list].sort().join(" ");
}

/** Where somebody counts, and how they stand. */
interface Reading {
  readonly unit: string | null;
  readonly post: string | null;
  readonly statuses: readonly string[];
  readonly findings?: readonly FindingData[];
}

/** The record as a form holds it while it is typed in, rows in another order, judged from what the contract sends. */
function draftReading(roster: OpenRoster, record: OfficialRecord, asOf: string): Reading {
  const catalog = roster.catalog();
  const rows = {
    assignment: [...record.rows.assignment].reverse(),
    qualification: asRecorded(
      record.rows.qualification.map(({ id, fields }) => ({ id, fields })),
      record.rows.qualification,
    ).reverse(),
  };
  const units = unitsOn(
    catalog,
    rows.assignment.map(({ fields }) => String(fields["unit"])),
    asOf,
  );
  const posts = postsList(catalog);
  const book = ruleBookOf(standardsList(roster), isoToPacked(asOf));
  const { serving, data } = judgeRows({ fields: record.official, rows }, book, {
    catalog: sentCatalog(units, posts),
    today: 20990101,
  });
  return {
    unit: units.find(({ id }) => id === serving?.unitId)?.fullName ?? null,
    post: posts.find(({ id }) => id === serving?.postId)?.name ?? null,
    statuses: data.map(({ status }) => status),
    findings: data,
  };
}

function storedReading({ serving, findings }: OfficialRecord): Reading {
  return {
    unit: serving?.unitName ?? null,
    post: serving?.postName ?? null,
    statuses: findings.map(({ status }) => status),
    findings,
  };
}

interface Printed {
  readonly people: readonly {
    readonly id: string;
    readonly unitCode: string;
    readonly post: string;
    readonly findings: readonly { readonly status: string }[];
  }[];
}

/** Every reading of everybody in a roster, by name. */
async function readings(roster: OpenRoster, asOf: string) {
  const officials = new Officials(roster);
  const filter: OfficialFilter = {
    moment: { on: asOf },
    search: "",
    unitId: null,
    unitOnly: false,
    postId: null,
    standard: null,
    statuses: null,
    complement: false,
    serving: "all",
  };
  const { rows } = await officials.page(filter, byName, standards.map(statusKey), 0, 200);
  const printed = await place.json<Printed>("people", roster.path, "--as-of", asOf);
  const lines = new Map(printed.people.map((person) => [person.id, person]));
  const { catalog } = await roster.index();
  const found = [];
  for (const row of rows) {
    const record = await officials.get(row.id, { on: asOf });
    const line = lines.get(row.id);
    const unit = catalog.units.find(({ code }) => code === line?.unitCode);
    found.push({
      name: row.fullName,
      draft: draftReading(roster, record, asOf),
      stored: storedReading(record),
      columns: {
        unit: row.unitName,
        post: row.postName,
        statuses: row.cells.flatMap(({ status }) => status ?? []),
      } satisfies Reading,
      isCounted: line !== undefined,
      commandLine: {
        unit: unit?.fullName ?? null,
        post: line?.post ?? null,
        statuses: line?.findings.map(({ status }) => status) ?? [],
      } satisfies Reading,
    });
  }
  return found;
}

describe("one reading of a person", () => {
  it("is the draft's, the stored record's, the grid's and the command line's, on any day of any roster", async () => {
    await fc.assert(
      fc.asyncProperty(world, async (of) => {
        const roster = await rosterOf(of);
        try {
          for (const reading of await readings(roster, of.asOf)) {
            const { draft, stored, columns, commandLine, isCounted } = reading;
            expect(draft).toEqual(stored);
            const { findings, ...plain } = stored;
            expect(findings).toHaveLength(plain.unit === null ? 0 : standards.length);
            expect(columns).toEqual(plain);
            // `people` lists whom the table counts; anybody else holds a post of another kind, or none.
            const post = of.posts[Number(plain.post?.replace("Chức danh ", "") ?? -1)];
            expect(isCounted).toBe(post !== undefined && post.category !== "khongChuyenTrach");
            if (isCounted) expect(commandLine).toEqual(plain);
          }
        } finally {
          await roster.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  const everyone = { civilServant: { group: "civilServant", category: "congChuc", order: 1 } as const };
  const university: StandardRule = {
    id: "r",
    setId: "set",
    standard: "professional",
    postGroups: ["civilServant", "departmentHead"],
    minimumLevel: "university",
    anyFlag: [],
    allFlags: [],
    clause: "Điều 1",
    verified: true,
    graceUntil: null,
    graceServingOn: null,
    graceYears: null,
    graceEvent: null,
    graceGroups: [],
    entry: null,
    order: 2,
  };
  const inMountains: StandardRule = {
    ...university,
    id: "m",
    minimumLevel: "intermediate",
    allFlags: ["mountain"],
    order: 1,
  };
  const sets: StandardSet[] = [
    {
      id: "set",
      key: "set",
      name: "Nghị định",
      validFrom: 20180101,
      validTo: null,
      verified: true,
      inUse: true,
    },
  ];
  const holdsIntermediate = { kind: "professional", level: "intermediate", granted: "2015" } as const;
  const none: World = {
    flags: mergers.map(() => []),
    isSplit: false,
    posts: [everyone.civilServant, everyone.civilServant, everyone.civilServant, everyone.civilServant],
    sets,
    rules: [university, inMountains],
    people: [],
    asOf: "2022-01-01",
  };
  const only = async (of: World) => {
    const roster = await rosterOf(of);
    try {
      const [reading] = await readings(roster, of.asOf);
      if (reading === undefined) throw new Error("Nobody");
      const { name: _, isCounted, ...all } = reading;
      expect(isCounted).toBe(true);
      return all;
    } finally {
      await roster.close();
    }
  };

  it("judges somebody whose commune went up in another by the flags of the new one", async () => {
    const assignments = [{ unit: 0, post: 0, from: "2019", to: null, main: true, kind: "elected" as const }];
    const people = [{ assignments, qualifications: [holdsIntermediate] }];
    const inOld = await only({ ...none, people, flags: [["mountain"], [], [], [], [], []] });
    for (const reading of Object.values(inOld)) expect(reading.statuses[0]).toBe("notMet");
    const inNew = await only({ ...none, people, flags: [[], [], [], ["mountain"], [], []] });
    for (const reading of Object.values(inNew)) expect(reading.statuses[0]).toBe("met");
  });

  it("takes of two posts the one with the lower order, wherever either stands in a list", async () => {
    // By key and by place in the list post 0 goes first; by its order post 1 does.
    const posts = [
      { group: "civilServant", category: "congChuc", order: 9 },
      { group: "departmentHead", category: "congChuc", order: 1 },
      everyone.civilServant,
      everyone.civilServant,
    ] as const;
    for (const turned of [false, true]) {
      const assignments = [0, 1].map((post) => ({
        unit: 2,
        post,
        from: "2019",
        to: null,
        main: false,
        kind: "elected" as const,
      }));
      if (turned) assignments.reverse();
      const people = [{ assignments, qualifications: [holdsIntermediate] }];
      const found = await only({ ...none, posts: [...posts], people });
      for (const reading of Object.values(found)) expect(reading.post).toBe("Chức danh 1");
    }
  });

  it("shows somebody of a merged commune in the new one: grid, record, draft and `people`", async () => {
    const assignments = [{ unit: 1, post: 0, from: "2019", to: null, main: true, kind: "elected" as const }];
    const people = [{ assignments, qualifications: [] }];
    for (const [asOf, unit] of [
      ["2021-06-30", "Xã Xã 1"],
      ["2021-07-01", "Xã Xã 3"],
      ["2024-01-01", "Xã Xã 4"],
    ] as const) {
      const found = await only({ ...none, people, asOf });
      for (const reading of Object.values(found)) expect(reading.unit).toBe(unit);
    }
  });
});
