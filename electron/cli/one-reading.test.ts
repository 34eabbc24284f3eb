// Guards that a person's draft, stored record, columns and line on the command line are one reading: the same unit and
// post and the same verdict, on rosters with mergers, area flags, several posts and dates that leave days open.

import { statusKey } from "../../shared/columns/computed";
import { byName } from "../../shared/columns/table-column";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FindingData } from "../../shared/contract/schemas/common";
import type { OfficialFilter, OfficialRecord } from "../../shared/contract/schemas/officials";
import { noConditions } from "../../shared/testing/standards-arbitraries";
import { isoToPacked } from "../../shared/domain/partial-date";
import { officialCategories, standards } from "../../shared/domain/values";
import { ruleBookOf } from "../../shared/standards/from-rows";
import { asRecorded, judgeRows, sentCatalog } from "../../shared/standards/read";
import type { StandardRule, StandardSet } from "../../shared/standards/types";
import { postsList, standardsList, unitsOn } from "../services/catalog";
import { Officials } from "../services/officials";
import { chosenStandards } from "../roster/read/standards";
import { OpenRoster } from "../services/open-roster";
import { type CliPlace, cliPlace } from "../testing/command-line";
import { mergers, rosterOf, type World, world } from "../testing/random-rosters";

let place: CliPlace;
beforeAll(() => {
  place = cliPlace();
});
afterAll(() => place.remove());

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
  const book = ruleBookOf(standardsList(roster), isoToPacked(asOf), chosenStandards(roster.db));
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
        const roster = await rosterOf(place, of);
        try {
          const { counted } = (await roster.index()).catalog.ruleBook(isoToPacked(of.asOf));
          for (const reading of await readings(roster, of.asOf)) {
            const { draft, stored, columns, commandLine, isCounted } = reading;
            expect(draft).toEqual(stored);
            const { findings, ...plain } = stored;
            expect(findings).toHaveLength(plain.unit === null ? 0 : counted.length);
            expect(columns).toEqual(plain);
            // `people` lists whom the table counts; anybody else holds a post of another kind, or none.
            const post = of.posts[Number(plain.post?.replace("Chức danh ", "") ?? -1)];
            expect(isCounted).toBe(post !== undefined && officialCategories.includes(post.category));
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
    ...noConditions,
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
      basedOn: null,
    },
  ];
  const holdsIntermediate = {
    kind: "professional",
    level: "intermediate",
    major: null,
    granted: "2015",
  } as const;
  const none: World = {
    flags: mergers.map(() => []),
    isSplit: false,
    chosen: null,
    posts: [everyone.civilServant, everyone.civilServant, everyone.civilServant, everyone.civilServant],
    sets,
    rules: [university, inMountains],
    people: [],
    asOf: "2022-01-01",
  };
  const only = async (of: World) => {
    const roster = await rosterOf(place, of);
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
