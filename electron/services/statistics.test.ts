import { missingKey, statusKey } from "../../shared/columns/computed";
import { byName } from "../../shared/columns/table-column";
import { shortfallShort, shortfallText } from "../../shared/i18n/shortfall-text";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostCategory, standards } from "../../shared/domain/values";
import { countedIn, countsOf } from "../../shared/statistics/by-unit";
import { statuses } from "../../shared/standards/types";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";
import { removeOfficial, saveOfficial } from "./records";
import { statisticsByUnit } from "./statistics";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";

const asOf = "2021-10-01";
const moment = { on: asOf };
const base = {
  moment,
  search: "",
  unitId: null,
  unitOnly: false,
  postId: null,
  standard: null,
  statuses: null,
  complement: false,
} as const;

describe("the sample of Thanh Ba", () => {
  let place: TestPlace;
  let roster: OpenRoster;
  beforeAll(async () => {
    place = testPlace();
    roster = await openThanhBa(place);
  });
  afterAll(async () => {
    await roster.close();
    place.remove();
  });

  it("comes out at the published figures by judging its people", async () => {
    const table = statisticsByUnit(await roster.index(), asOf, null);
    expect(table.rows).toHaveLength(19);
    expect(table.total.total).toBe(478);
    expect(table.total.standards.professional?.met).toBe(386);
    expect(table.total.standards.politicalTheory?.met).toBe(461);
    const quangYen = table.rows.find((row) => row.unitCode === "08173");
    expect(quangYen).toMatchObject({
      unitName: "Xã Quảng Yên",
      total: 33,
      standards: { professional: { met: 31 }, politicalTheory: { met: 31 } },
      all: { met: 31 },
    });
  });

  it("names as its basis the sets by which somebody is judged, and no other that is in force", async () => {
    const index = await roster.index();
    const named = (kinds: readonly PostCategory[]) => {
      const { standardSets, rules } = statisticsByUnit(index, asOf, null, kinds);
      expect(rules.length).toBeGreaterThan(0);
      expect(new Set(standardSets.map(({ id }) => id))).toEqual(new Set(rules.map(({ setId }) => setId)));
      return standardSets.length;
    };
    const inForce = index.catalog.ruleBook(20_211_001).setsInForce.length;
    expect(named(["canBo", "congChuc"])).toBe(inForce);
    expect(named(["canBo"])).toBeLessThan(inForce);
  });

  it("opens as many people as every number says, and as many others for its complement", async () => {
    const officials = new Officials(roster);
    const table = statisticsByUnit(await roster.index(), asOf, null);
    const count = async (filter: object) =>
      (await officials.page({ ...base, serving: "serving", ...filter }, byName, [], 0, 1)).total;
    for (const row of table.rows) {
      expect(await count({ unitId: row.unitId })).toBe(row.total);
      for (const standard of countedIn(table.total)) {
        for (const status of statuses) {
          const cell = { unitId: row.unitId, standard, statuses: [status] };
          expect(await count(cell)).toBe(countsOf(row, standard)[status]);
          expect(await count({ ...cell, complement: true })).toBe(
            row.total - countsOf(row, standard)[status],
          );
        }
      }
      const all = { unitId: row.unitId, standard: "all", statuses: ["met"] } as const;
      expect(await count(all)).toBe(row.all.met);
      expect(await count({ ...all, complement: true })).toBe(row.total - row.all.met);
    }
  });

  it("says beside each name what the record's card says is missing, of one judgement", async () => {
    const officials = new Officials(roster);
    const columns = [...standards.map(missingKey), ...standards.map(statusKey), missingKey("all")];
    const { rows } = await officials.page({ ...base, serving: "serving" }, byName, columns, 0, 200);
    const lacking = rows.filter(({ cells }) =>
      cells.slice(0, standards.length).some(({ text }) => text !== ""),
    );
    expect(lacking.length).toBeGreaterThan(10);
    for (const row of rows) {
      const { findings } = await officials.get(row.id, { on: asOf });
      const lacked = findings.filter(({ missing }) => missing.length > 0);
      const { t } = place.environment;
      expect(row.cells.at(-1)).toMatchObject(
        lacked.length === 0
          ? { text: "" }
          : {
              text: lacked
                .map((one) => `${t(`domain:standard.${one.standard}`)}: ${shortfallText(t, one)}`)
                .join(" "),
              short: lacked.map((one) => shortfallShort(t, one)).join("; "),
            },
      );
      for (const finding of findings) {
        const at = standards.indexOf(finding.standard);
        const said = row.cells[at]?.text ?? "";
        expect(said).toBe(finding.missing.length === 0 ? "" : shortfallText(place.environment.t, finding));
        expect(row.cells[standards.length + at]?.status).toBe(finding.status);
      }
    }
  });

  it("puts a list in the order of what is missing of all standards, whoever lacks nothing last", async () => {
    const officials = new Officials(roster);
    const order = { sorts: [{ key: missingKey("all"), descending: false }], group: null };
    const { rows, total } = await officials.page(
      { ...base, serving: "serving" },
      order,
      [missingKey("all"), statusKey("professional"), statusKey("politicalTheory")],
      0,
      200,
    );
    expect(total).toBeGreaterThan(200);
    const [short, ...others] = ["", "professional", "politicalTheory"].map((_name, at) =>
      rows.map(({ cells }) => (at === 0 ? cells[0]?.text !== "" : cells[at]?.status)),
    );
    const lacking = short?.filter(Boolean).length ?? 0;
    expect(lacking).toBeGreaterThan(10);
    expect(short?.slice(0, lacking).every(Boolean)).toBe(true);
    // Those who lack of the first standard stand in front of those who lack only of the second.
    const first = (others[0] ?? [])
      .slice(0, lacking)
      .map((status) => status !== "met" && status !== "notApplicable");
    expect(first).toEqual([...first].sort((a, b) => Number(b) - Number(a)));
  });

  it("follows a diploma that is added, undone and done again, and a person who is removed", async () => {
    const officials = new Officials(roster);
    const unmet = await officials.page(
      { ...base, serving: "serving", standard: "professional", statuses: ["notMet"] },
      byName,
      [],
      0,
      1,
    );
    const person = unmet.rows[0];
    if (person === undefined) throw new Error("The sample has somebody without the professional level");
    const met = async () =>
      statisticsByUnit(await roster.index(), asOf, null).total.standards.professional?.met ?? 0;
    const { changeId } = await saveOfficial(roster, place.environment, {
      action: "edit",
      reason: null,
      official: null,
      officialId: person.id,
      rows: [
        {
          entity: "qualification",
          id: place.environment.newId(),
          isNew: true,
          fields: { kind: "professional", level: "university", granted: "2021-06" },
        },
      ],
      removed: [],
    });
    expect(await met()).toBe(387);
    const undone = roster.undo(changeId ?? 0);
    expect(await met()).toBe(386);
    roster.undo(undone.changeId ?? 0);
    expect(await met()).toBe(387);
    const removal = removeOfficial(roster, person.id, "Ghi trùng");
    expect(statisticsByUnit(await roster.index(), asOf, null).total.total).toBe(477);
    roster.undo(removal.changeId);
    expect(statisticsByUnit(await roster.index(), asOf, null).total.total).toBe(478);
    expect(await met()).toBe(387);
  });
});
