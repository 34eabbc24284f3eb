// Guards that a standard is data: one more entry in the list (here only) is judged, counted, filtered and shown, with
// nothing else said anywhere.

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Edit } from "../roster/change-log";
import { type CliPlace, cliPlace } from "../testing/command-line";

vi.mock("../../shared/domain/standards", () => ({
  standardDefinitions: [
    { key: "professional", withoutRules: true },
    { key: "politicalTheory", withoutRules: true },
    { key: "general", withoutRules: true },
  ],
}));

const asOf = "2021-10-01";

interface Counts {
  readonly total: number;
  readonly professional: Record<string, number>;
  readonly general: Record<string, number>;
  readonly both: { readonly met: number };
}
interface People {
  readonly count: number;
  readonly people: readonly {
    readonly id: string;
    readonly findings: readonly { readonly standard: string }[];
  }[];
}

let place: CliPlace;
let path: string;
let someone: string;
beforeAll(async () => {
  place = cliPlace();
  path = await place.thanhBa();
  const { OpenRoster } = await import("../services/open-roster");
  const { postGroups } = await import("../../shared/domain/values");
  const roster = await OpenRoster.open(path, place.environment);
  const { people } = await place.json<People>("people", path, "--standard", "both", "--status", "met");
  someone = people[0]?.id ?? "";
  const set = roster.newId();
  const edits: Edit[] = [
    {
      kind: "create",
      entity: "standardSet",
      id: set,
      fields: { key: "third", name: "Quy định thử", validFrom: "2020-01-01" },
    },
    {
      kind: "create",
      entity: "standardRule",
      id: roster.newId(),
      fields: {
        set,
        standard: "general",
        postGroups: [...postGroups].sort().join(" "),
        minimumLevel: "upperSecondary",
        clause: "Điều 1",
        order: 1,
      },
    },
    {
      kind: "create",
      entity: "qualification",
      id: roster.newId(),
      fields: { official: someone, kind: "general", level: "upperSecondary", granted: "2019" },
    },
  ];
  roster.write({ action: "edit", edits });
  await roster.close();
});
afterAll(() => place.remove());

describe("a third standard", () => {
  it("is counted beside the others, and counts in all of them", async () => {
    const { total } = await place.json<{ total: Counts }>("stats", path);
    expect(Object.keys(total)).toEqual([
      "total",
      "professional",
      "politicalTheory",
      "general",
      "both",
      "mainUnclear",
      "uncovered",
    ]);
    expect(total.professional["met"]).toBe(386);
    const third = total.general;
    expect(third["met"]).toBeGreaterThan(0);
    const statuses = ["met", "notMet", "unknown", "grace", "notApplicable"];
    expect(statuses.reduce((sum, status) => sum + (third[status] ?? 0), 0)).toBe(478);
    expect(total.both.met).toBeLessThan(386);
  });

  it("is judged with a finding and opens the people behind its numbers", async () => {
    const met = await place.json<People>("people", path, "--standard", "general", "--status", "met");
    const { total } = await place.json<{ total: Counts }>("stats", path);
    expect(met.count).toBe(total.general["met"]);
    expect(met.people.find(({ id }) => id === someone)?.findings).toContainEqual(
      expect.objectContaining({ standard: "general", status: "met", actual: "upperSecondary" }),
    );
    const both = await place.json<People>("people", path, "--standard", "both", "--status", "met");
    expect(both.count).toBe(total.both.met);
  });

  it("stands in the grid, sorts it, and has its columns in the tables of the terminal", async () => {
    const { OpenRoster } = await import("../services/open-roster");
    const { Officials } = await import("../services/officials");
    const { officialFilterSchema, officialRowSchema } = await import(
      "../../shared/contract/schemas/officials"
    );
    const roster = await OpenRoster.read(path, place.environment);
    const filter = officialFilterSchema.parse({ moment: { on: asOf } });
    const key = "computed.status.general";
    const order = { sorts: [{ key, descending: false }], group: null };
    const { rows } = await new Officials(roster).page(filter, order, [key], 0, 5);
    await roster.close();
    expect(rows[0]).toMatchObject({ cells: [{ status: "met" }] });
    for (const row of rows) expect(officialRowSchema.parse(row)).toEqual(row);
    const table = await place.run("stats", path);
    expect(table.stdout).toContain("general");
    const people = await place.run("people", path, "--unit", "08173");
    expect(people.stdout).toContain("general");
  });
});
