import { statusKey } from "../../shared/columns/computed";
import { byName, tableColumns } from "../../shared/columns/table-column";
import { standards } from "../../shared/domain/values";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ListOrder, OfficialFilter } from "../../shared/contract/schemas/officials";
import { foldMarks } from "../../shared/text/fold";
import { nameSortKey } from "../../shared/text/sort-key";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { sql } from "../roster/file/sql";

const all: OfficialFilter = {
  moment: { on: "2021-10-01" },
  search: "",
  unitId: null,
  unitOnly: false,
  postId: null,
  standard: null,
  statuses: null,
  complement: false,
  serving: "serving",
};
const by = (key: string, descending = false): ListOrder => ({ sorts: [{ key, descending }], group: null });

describe("Officials", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  let officials: Officials;
  beforeAll(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
    officials = new Officials(roster);
  });
  afterAll(async () => {
    await roster.close();
    place.remove();
  });

  const rows = async (
    filter: Partial<OfficialFilter>,
    order: ListOrder = byName,
    columns: readonly string[] = [],
  ) => {
    const found = [];
    for (let offset = 0; ; offset += 200) {
      const page = await officials.page({ ...all, ...filter }, order, columns, offset, 200);
      found.push(...page.rows);
      if (found.length >= page.total) return found;
    }
  };

  it("pages through everybody once, in Vietnamese order of names", async () => {
    const found = await rows({});
    expect(found).toHaveLength(478);
    expect(new Set(found.map((row) => row.id)).size).toBe(478);
    const keys = found.map((row) => nameSortKey(row.fullName));
    expect(keys).toEqual([...keys].sort());
  });

  it("parts everybody on record into those who serve and those who left", async () => {
    const serving = (await rows({ serving: "serving" })).length;
    const left = (await rows({ serving: "left" })).length;
    expect(left).toBeGreaterThan(0);
    expect(serving + left).toBe((await rows({ serving: "all" })).length);
  });

  it("sorts by every column both ways, with the same people", async () => {
    const ids = (await rows({})).map((row) => row.id).sort();
    for (const { key } of tableColumns) {
      const up = await rows({}, by(key));
      const down = await rows({}, by(key, true));
      expect(up.map((row) => row.id).sort()).toEqual(ids);
      expect(down.map((row) => row.id).sort()).toEqual(ids);
    }
    const births = (await rows({}, by("official.birth", true))).flatMap(({ birth }) => birth ?? []);
    const years = births.map((birth) => Number(birth.slice(0, 4)));
    expect(years).toEqual([...years].sort((a, b) => b - a));
  });

  it("finds names without marks, and puts exact marks first", async () => {
    const found = await rows({ search: "nguyen thi" });
    const named = roster.db.raw<[string, string | null]>(sql`SELECT full_name, other_name FROM official`);
    const words = (name: string) =>
      named
        .find(([full]) => full === name)
        ?.join(" ")
        .split(" ")
        .map(foldMarks) ?? [];
    const begins = (name: string, start: string) => words(name).some((word) => word.startsWith(start));
    const everybody = await rows({});
    const expected = everybody.filter((row) => begins(row.fullName, "nguyen") && begins(row.fullName, "thi"));
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((row) => row.id)).toEqual(expected.map((row) => row.id));
    const marked = await rows({ search: "Ánh" });
    const exact = marked.map((row) =>
      row.fullName
        .toLowerCase()
        .split(" ")
        .some((word) => word.startsWith("ánh")),
    );
    expect(exact).toEqual([...exact].sort((a, b) => Number(b) - Number(a)));
    expect(exact).toContain(true);
  });

  it("finds an identity number by its first digits", async () => {
    const number = roster.db.value<string>(sql`SELECT max(identity_number) FROM official`) ?? "";
    const found = await rows({ search: number, serving: "all" });
    expect(found).toHaveLength(1);
  });

  it("tells the place of a person in a list", async () => {
    const found = await rows({});
    const person = found[123];
    expect(await officials.indexOf(all, byName, person?.id ?? "")).toBe(123);
  });

  it("explains a person with the findings that the grid shows", async () => {
    for (const row of (await rows({}, byName, standards.map(statusKey))).slice(0, 60)) {
      const record = await officials.get(row.id, all.moment);
      expect(record.findings.length).toBeGreaterThan(1);
      const shown = record.findings.map(({ standard }) => row.cells[standards.indexOf(standard)]?.status);
      expect(record.findings.map(({ status }) => status)).toEqual(shown);
      expect(record.serving?.unitName).toBe(row.unitName);
    }
  });

  it("finds people who may be the same, but not the person", async () => {
    const [person] = await rows({});
    if (person === undefined) throw new Error("nobody");
    const { fullName, birth } = person;
    const same = await officials.alike({
      id: null,
      fullName: foldMarks(fullName),
      birth,
      identityNumber: null,
    });
    expect(same).toContainEqual(expect.objectContaining({ id: person.id, same: "nameAndBirth" }));
    const others = await officials.alike({ id: person.id, fullName, birth, identityNumber: null });
    expect(others.map(({ id }) => id)).not.toContain(person.id);
  });

  it("refuses a unit or post that is not in the roster", async () => {
    const unknown = "018f0000-0000-7000-8000-00000000ffff";
    await expect(rows({ unitId: unknown })).rejects.toMatchObject({ code: "row-unknown" });
    await expect(rows({ postId: unknown })).rejects.toMatchObject({ code: "row-unknown" });
  });
});
