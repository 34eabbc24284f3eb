/** People of whom no post is on record: in the list and told of beside the figures, never in a figure. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byName, unitKey } from "../../shared/columns/table-column";
import { type OfficialFilter, officialFilterSchema } from "../../shared/contract/schemas/officials";
import { officialCategories } from "../../shared/domain/values";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";
import { removeOfficial, saveOfficial } from "./records";
import { statisticsByUnit } from "./statistics";

const on = "2021-10-01";

describe("a person without a post on record", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  let officials: Officials;
  let id: string;
  let commune: string;
  let office: string;
  beforeAll(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
    officials = new Officials(roster);
    id = place.environment.newId();
    await saveOfficial(roster, place.environment, {
      action: "add",
      reason: null,
      officialId: id,
      official: { id, isNew: true, fields: { fullName: "Lê Quang Đạo", birth: "1980-05-02", sex: "male" } },
      rows: [],
      removed: [],
    });
    const { catalog } = await roster.index();
    const { rows } = statisticsByUnit(await roster.index(), on, null);
    commune = rows.find(({ unitCode }) => unitCode === "08173")?.unitId ?? "";
    office =
      catalog.units.find(({ index, parentPk }) => {
        const parent = parentPk === null ? -1 : catalog.unitOfPk(parentPk);
        return catalog.officeScope[index] === 1 && catalog.officeScope[parent] !== 1;
      })?.id ?? "";
  });
  afterAll(async () => {
    await roster.close();
    place.remove();
  });

  const list = async (filter: Partial<OfficialFilter>) => {
    const { index, people } = await officials.list(
      officialFilterSchema.parse({ moment: { on }, ...filter }),
      byName,
    );
    return { count: people.length, isIn: people.includes(index.facts.peopleCount - 1) };
  };
  const table = async (unitId: string | null) => statisticsByUnit(await roster.index(), on, unitId);

  it("stands in the list of the whole office and in a group of its own, in no part of it and in no figure", async () => {
    expect(await list({})).toEqual({ count: 479, isIn: true });
    expect(await list({ unitId: office })).toEqual({ count: 479, isIn: true });
    expect(await list({ serving: "unposted" })).toEqual({ count: 1, isIn: true });
    expect(await list({ serving: "serving" })).toEqual({ count: 478, isIn: false });
    expect(await list({ unitId: commune })).toEqual({ count: 33, isIn: false });
    expect(await list({ serving: "unposted", unitId: commune })).toEqual({ count: 0, isIn: false });
    expect((await list({ serving: "left" })).isIn).toBe(false);
    expect((await list({ standard: "all", statuses: ["unknown"] })).isIn).toBe(false);
    expect((await list({ search: "quang dao" })).isIn).toBe(true);
  });

  it("parts everybody on record: who serves, who has no post on record, who left", async () => {
    const counts = await Promise.all(
      (["serving", "unposted", "left", "all"] as const).map(
        async (serving) => (await list({ serving })).count,
      ),
    );
    const [serving = 0, unposted = 0, left = 0, all = 0] = counts;
    expect(serving + unposted + left).toBe(all);
    expect((await list({})).count).toBe(serving + unposted);
  });

  it("is found by a filter of a column for those without a unit, and stands in the group without one", async () => {
    const blank = {
      key: unitKey,
      values: [""],
      except: false,
      periods: null,
      from: null,
      to: null,
      contains: null,
    };
    expect(await list({ where: [blank] })).toEqual({ count: 1, isIn: true });
    const filter = officialFilterSchema.parse({ moment: { on } });
    const { groups } = await officials.groups(filter, { sorts: [], group: "unit" });
    expect(groups.at(-1)).toEqual({ key: "", text: "", count: 1 });
  });

  it("is counted beside the figures of the whole office, which stay as they are", async () => {
    expect(await table(null)).toMatchObject({ unposted: 1, total: { total: 478 } });
    expect(await table(office)).toMatchObject({ unposted: 1, total: { total: 478 } });
    expect(await table(commune)).toMatchObject({ unposted: 0, total: { total: 33 } });
    expect((await list({ kinds: [...officialCategories], serving: "serving" })).count).toBe(478);
  });

  it("is nowhere once removed, and back once that is undone", async () => {
    const { changeId } = removeOfficial(roster, id, "Ghi trùng");
    expect((await table(null)).unposted).toBe(0);
    expect((await list({ serving: "unposted" })).count).toBe(0);
    roster.undo(changeId);
    expect((await table(null)).unposted).toBe(1);
    expect((await list({ serving: "unposted" })).count).toBe(1);
  });
});
