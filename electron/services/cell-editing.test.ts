/** Changing people in the list: what the preview says is what is written, and one undo takes all of it back. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officialFilterSchema } from "../../shared/contract/schemas/officials";
import { previewCells, previewMany, saveCell, saveCells, saveMany } from "./cell-editing";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";

const moment = { on: "2021-10-01" };
const filter = (more: object = {}) => officialFilterSchema.parse({ moment, ...more });
const order = { sorts: [], group: null };

describe("changing people in the list", () => {
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

  const cellsAt = async (key: string, count: number) => {
    const { rows } = await officials.page(filter(), order, [key], 0, count);
    return rows.map(({ id, cells }) => ({ id, cell: cells[0] }));
  };
  const save = (id: string, key: string, value: string | null, answered: string[] = []) =>
    saveCell(roster, place.environment, { id, moment, key, value, answered });

  it("writes the field that a cell shows, in whatever row it stands", async () => {
    const [first] = await cellsAt("official.fullName", 1);
    const id = first?.id ?? "";
    for (const [key, value] of [
      ["official.hometown", "Xã Ninh Dân, huyện Thanh Ba"],
      ["assignment.decisionNumber", "12/QĐ-UBND"],
      ["qualification.professional.major", "Luật"],
    ] as const) {
      expect((await save(id, key, value)).changeId).not.toBeNull();
      expect((await cellsAt(key, 1))[0]?.cell?.text).toBe(value);
    }
  });

  it("makes the row that is not there yet, and says what it still lacks", async () => {
    const people = await cellsAt("qualification.ethnicLanguage.level", 200);
    const without = people.find(({ cell }) => cell?.row === null)?.id ?? "";
    await expect(save(without, "qualification.ethnicLanguage.school", "Trường A")).rejects.toMatchObject({
      code: "validation",
      issues: expect.arrayContaining([
        expect.objectContaining({ entity: "qualification", field: "level", reason: "required" }),
      ]) as unknown,
    });
    await save(without, "qualification.ethnicLanguage.level", "certificate");
    const record = await officials.get(without, moment);
    expect(record.rows.qualification).toContainEqual(
      expect.objectContaining({
        fields: expect.objectContaining({ kind: "ethnicLanguage", level: "certificate" }) as unknown,
      }),
    );
  });

  it("refuses what the form would refuse, and what no field holds", async () => {
    const [first] = await cellsAt("official.birth", 1);
    const id = first?.id ?? "";
    await expect(save(id, "official.birth", "2031")).rejects.toMatchObject({ code: "validation" });
    await expect(save(id, "computed.age", "50")).rejects.toMatchObject({ code: "value-invalid" });
    expect((await cellsAt("official.birth", 1))[0]?.cell).toEqual(first?.cell);
  });

  it("gives many one value as one change: those who change, have it already, cannot take it", async () => {
    const key = "official.partyJoined";
    const before = await cellsAt(key, 20);
    const ranges: [number, number][] = [[0, 19]];
    // Before that day somebody was no eighteen years old, and nobody joins the Party before they are born.
    const value = "1970-01-01";
    const many = { filter: filter(), order, ranges, columns: [key], value };
    const preview = await previewMany(roster, place.environment, officials, many);
    expect(preview.count).toBe(20);
    expect(preview.changed + preview.same + preview.refused).toBe(20);
    expect([preview.changed > 0, preview.refused > 0]).toEqual([true, true]);
    expect(preview.rows.filter(({ refusal }) => refusal === "invalid").length).toBe(preview.refused);
    expect(await cellsAt(key, 20)).toEqual(before);

    const { changeId, preview: written } = await saveMany(roster, place.environment, officials, many);
    expect(written).toEqual(preview);
    const after = await cellsAt(key, 20);
    const willChange = new Set(preview.rows.filter(({ refusal }) => refusal === null).map(({ id }) => id));
    after.forEach(({ id, cell }, at) => {
      expect(cell?.value).toBe(willChange.has(id) ? value : before[at]?.cell?.value);
    });
    roster.undo(changeId ?? 0);
    expect(await cellsAt(key, 20)).toEqual(before);
  });

  it("clears cells of several columns as one change, and keeps what a record cannot do without", async () => {
    const columns = [
      "official.fullName",
      "official.hometown",
      "qualification.professional.major",
      "computed.age",
    ];
    const before = await Promise.all(columns.map((key) => cellsAt(key, 3)));
    const many = { filter: filter(), order, ranges: [[0, 2]] as [number, number][], columns, value: null };
    const preview = await previewMany(roster, place.environment, officials, many);
    const refused = preview.rows.filter(({ refusal }) => refusal !== null);
    expect(refused.map(({ key, refusal }) => [key, refusal])).toEqual(
      expect.arrayContaining([
        ["official.fullName", "invalid"],
        ["computed.age", "computed"],
      ]),
    );
    expect(refused).toHaveLength(6);
    expect(refused.flatMap(({ issues }) => issues)).toContainEqual(
      expect.objectContaining({ field: "fullName", reason: "required" }),
    );
    const { changeId } = await saveMany(roster, place.environment, officials, many);
    const texts = async (key: string) => (await cellsAt(key, 3)).map(({ cell }) => cell?.text);
    expect(await texts("official.hometown")).toEqual(["", "", ""]);
    expect(await texts("qualification.professional.major")).toEqual(["", "", ""]);
    roster.undo(changeId ?? 0);
    expect(await Promise.all(columns.map((key) => cellsAt(key, 3)))).toEqual(before);
  });

  it("gives nobody a number that it gives to several, and writes what else it says of them", async () => {
    const columns = ["official.identityNumber", "official.phone"];
    const numbers = ["025099001234", "025099004321", "025099001234", "025099001234"];
    const cells = {
      filter: filter(),
      order,
      ranges: [[0, 3]] as [number, number][],
      columns,
      give: ({ line, column }: { readonly line: number; readonly column: number }) => ({
        kind: "value" as const,
        value: column === 0 ? (numbers[line] ?? "") : `091234567${line}`,
      }),
    };
    const people = await cellsAt("official.fullName", 4);
    const preview = await previewCells(roster, place.environment, officials, cells);
    expect(preview).toMatchObject({ count: 8, changed: 5, refused: 3, people: 4 });
    const refused = preview.rows.filter(({ refusal }) => refusal !== null);
    expect(new Set(refused.map(({ id }) => id))).toEqual(new Set([0, 2, 3].map((at) => people[at]?.id)));
    expect(refused.map(({ key, issues }) => [key, issues[0]?.reason])).toEqual(
      refused.map(() => ["official.identityNumber", "numberGivenTwice"]),
    );
    const before = await cellsAt("official.identityNumber", 4);
    const { changeId } = await saveCells(roster, place.environment, officials, cells);
    const texts = async (key: string) => (await cellsAt(key, 4)).map(({ cell }) => cell?.value ?? null);
    expect(await texts("official.identityNumber")).toEqual(
      before.map(({ cell }, at) => (at === 1 ? numbers[1] : (cell?.value ?? null))),
    );
    expect(await texts("official.phone")).toEqual([0, 1, 2, 3].map((line) => `091234567${line}`));
    roster.undo(changeId ?? 0);
  });

  it("says that a cell of several rows, or of no post, is not changed here", async () => {
    const left = filter({ serving: "left" });
    const preview = await previewMany(roster, place.environment, officials, {
      filter: left,
      order,
      ranges: [[0, 0]],
      columns: ["assignment.decisionNumber"],
      value: "1/QĐ",
    });
    expect(preview.rows[0]?.refusal).toBe("noPost");
    expect(
      (
        await saveMany(roster, place.environment, officials, {
          filter: left,
          order,
          ranges: [[0, 0]],
          columns: ["assignment.decisionNumber"],
          value: "1/QĐ",
        })
      ).changeId,
    ).toBeNull();
  });
});
