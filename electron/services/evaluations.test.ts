// Guards that a sheet shows whoever serves at the end of its period, that saving writes one change of only what differs and
// never a second row for a period, and that shares count what is entered before it is saved.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EvaluationEntered, EvaluationSheet } from "../../shared/contract/schemas/evaluations";
import { officialRecord } from "../roster/read/officials";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { Evaluations, saveEvaluations } from "./evaluations";
import { unitNamed } from "./named-unit";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";

let place: TestPlace;
let roster: OpenRoster;
let officials: Officials;
/** Xã Quảng Yên. */
let unitId = "";
beforeAll(async () => {
  place = testPlace();
  roster = await openThanhBa(place);
  officials = new Officials(roster);
  const { catalog } = await roster.index();
  unitId = unitNamed(catalog, "08173", "2021-10-01").id;
});
afterAll(async () => {
  await roster.close();
  place.remove();
});

const question = (period: EvaluationSheet["period"] = "year", year = 2021): EvaluationSheet => ({
  moment: { on: "2021-10-01" },
  year,
  period,
  unitId,
});
const sheet = (...asked: Parameters<typeof question>) => Evaluations.of(officials, question(...asked));
async function lines(...asked: Parameters<typeof question>) {
  const found = await sheet(...asked);
  return found.lines(found.people);
}
const save = (period: EvaluationSheet["period"], entered: EvaluationEntered[], year = 2021) =>
  saveEvaluations(roster, place.environment, { year, period, entered });
const rowsOf = (id: string) =>
  (officialRecord(roster.db, id)?.rows.evaluation ?? []).map(({ fields }) => fields);
const none = { generalPoints: null, resultPoints: null, grade: null };

describe("a sheet", () => {
  it("has a line for whoever the figures count in the unit, in the order of lists", async () => {
    const shown = await lines("q3");
    expect(shown).toHaveLength(33);
    expect(new Set(shown.map(({ unitName }) => unitName)).size).toBe(1);
    expect(shown.every(({ recorded, grade }) => !recorded && grade === null)).toBe(true);
    const { people } = await officials.list(
      {
        search: "",
        unitOnly: false,
        postId: null,
        standard: null,
        statuses: null,
        complement: false,
        moment: { on: "2021-09-30" },
        unitId,
        serving: "serving",
      },
      { sorts: [], group: null },
    );
    expect((await sheet("q3")).people).toEqual(people);
  });

  it("refuses a unit that is not there", async () => {
    const asked = { ...question(), unitId: "018f0000-0000-7000-8000-0000000000ff" };
    await expect(Evaluations.of(officials, asked)).rejects.toMatchObject({ code: "row-unknown" });
  });
});

describe("saving", () => {
  it("writes all lines as one change, which one undo takes back", async () => {
    const [first, second, third] = await lines("q1");
    const entered = [
      { id: first?.id ?? "", generalPoints: 250, resultPoints: 500, grade: "good" as const },
      { ...none, id: second?.id ?? "", grade: "completed" as const },
      { ...none, id: third?.id ?? "" },
    ];
    const saved = await save("q1", entered);
    expect(saved).toMatchObject({ added: 2, changed: 0, refusedCount: 0 });
    expect((await lines("q1")).slice(0, 3).map(({ recorded, grade }) => [recorded, grade])).toEqual([
      [true, "good"],
      [true, "completed"],
      [false, null],
    ]);
    expect(saved.changeId).not.toBeNull();
    roster.undo(saved.changeId ?? 0);
    expect((await lines("q1")).filter(({ recorded }) => recorded)).toEqual([]);
  });

  it("edits the row of the period and makes no second one, and writes nothing where nothing differs", async () => {
    const [first] = await lines("q2");
    const id = first?.id ?? "";
    const before = rowsOf(id).length;
    await save("q2", [{ ...none, id, grade: "good" }]);
    const again = await save("q2", [{ id, generalPoints: 200, resultPoints: null, grade: "good" }]);
    expect(again).toMatchObject({ added: 0, changed: 1 });
    expect(rowsOf(id)).toHaveLength(before + 1);
    const same = await save("q2", [{ id, generalPoints: 200, resultPoints: null, grade: "good" }]);
    expect(same).toMatchObject({ changeId: null, added: 0, changed: 0, refusedCount: 0 });
  });

  it("names whom it refuses and writes the others", async () => {
    const [first, second] = await lines("q4", 2020);
    const entered = [
      { ...none, id: first?.id ?? "", generalPoints: 301 },
      { ...none, id: second?.id ?? "", grade: "good" as const },
      { ...none, id: "018f0000-0000-7000-8000-0000000000ff", grade: "good" as const },
    ];
    const saved = await save("q4", entered, 2020);
    expect(saved).toMatchObject({ added: 1, changed: 0, refusedCount: 2 });
    expect(saved.refused.map(({ fullName, issues }) => [fullName, issues[0]?.reason])).toEqual([
      [first?.fullName, "outOfBounds"],
      ["", undefined],
    ]);
    expect((await lines("q4", 2020)).filter(({ recorded }) => recorded)).toHaveLength(1);
  });
});

describe("the shares of a unit", () => {
  it("count what is entered before it is saved, by unit and by kind of post", async () => {
    // A year whose share is by NĐ 90/2020 as amended, which counts cán bộ and công chức alike.
    const asked = ["year", 2024] as const;
    const shown = await lines(...asked);
    const typed = new Map(
      shown.map(({ id }, at) => [id, at < 3 ? ("excellent" as const) : ("good" as const)]),
    );
    const { hasRule, rows } = await (await sheet(...asked)).caps(typed);
    expect(hasRule).toBe(true);
    const whole = rows.find(({ category }) => category === null);
    expect(whole).toMatchObject({
      unitId,
      excellent: 3,
      good: shown.length - 3,
      ungraded: 0,
      most: Math.floor((shown.length - 3) / 5),
      isOver: false,
      verified: false,
    });
    const groups = rows.filter(({ category }) => category !== null);
    expect(groups.map(({ category }) => category).sort()).toEqual(["canBo", "congChuc"]);
    expect(groups.reduce((sum, { excellent, good }) => sum + excellent + good, 0)).toBe(shown.length);
    const all = new Map(shown.map(({ id }) => [id, "excellent" as const]));
    const over = await (await sheet(...asked)).caps(all);
    expect(over.rows.every(({ isOver, most }) => isOver && most === 0)).toBe(true);
  });

  it("count again what was saved", async () => {
    const asked = ["year", 2024] as const;
    const shown = await lines(...asked);
    const whole = async () =>
      (await (await sheet(...asked)).caps()).rows.find(({ category }) => category === null);
    expect(await whole()).toMatchObject({ excellent: 0, ungraded: shown.length });
    await save("year", [{ ...none, id: shown[0]?.id ?? "", grade: "excellent" }], 2024);
    expect(await whole()).toMatchObject({ excellent: 1, most: 0, isOver: true, ungraded: shown.length - 1 });
  });

  it("are of years from 2023 on; in 2026 of công chức alone", async () => {
    expect(await (await sheet("q1", 2026)).caps()).toEqual({ hasRule: false, rows: [] });
    expect(await (await sheet("year", 2022)).caps()).toEqual({ hasRule: false, rows: [] });
    const { rows } = await (await sheet("year", 2026)).caps();
    const official = (await lines("year", 2026)).filter(({ category }) => category === "congChuc");
    expect(rows.map(({ category, ungraded }) => [category, ungraded])).toEqual([[null, official.length]]);
  });
});
