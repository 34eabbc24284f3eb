/** Changing people in the list: what the preview says is what is written, and one undo takes all of it back. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ParsedArgs } from "../../shared/contract/contract";
import { officialFilterSchema } from "../../shared/contract/schemas/officials";
import { type CellsOfList, previewCells, previewMany, saveCell, saveCells, saveMany } from "./cell-editing";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { Officials } from "./officials";
import type { OpenRoster } from "./open-roster";
import { saveOfficial } from "./records";

type Many = ParsedArgs<"manySave">;

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
    expect(preview.refusedBy.map(({ count, row }) => [count, row.key]).sort()).toEqual([
      [3, "computed.age"],
      [3, "official.fullName"],
    ]);
    // What is lost is seen before what stays.
    expect(preview.lost).toBe(preview.changed);
    expect(preview.rows.slice(0, preview.lost).every(({ refusal }) => refusal === null)).toBe(true);
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
      which: null,
      made: {},
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

  describe("another value where rows are told apart by it", () => {
    const today = "2021-10-01";
    const record = async (id: string) => (await officials.get(id, { on: today })).rows;
    const post = "assignment.post";
    const level = "qualification.professional.level";
    /** Somebody of the first lines whose cell says something, and what another person's says. */
    const twoOf = async (key: string) => {
      const people = (await cellsAt(key, 60)).filter(({ cell }) => typeof cell?.row === "string");
      const [first] = people;
      const other = people.find(({ cell }) => cell?.value !== first?.cell?.value && cell?.value !== "none");
      return {
        id: first?.id ?? "",
        row: String(first?.cell?.row),
        before: first?.cell?.value ?? null,
        after: String(other?.cell?.value),
      };
    };
    const say = (id: string, key: string, value: string, which?: Many["which"]) =>
      saveCell(roster, place.environment, { id, moment, key, value, which, answered: [] });

    it("writes nothing while nobody said which row it is of", async () => {
      for (const key of [post, level]) {
        const { id, after } = await twoOf(key);
        const before = await record(id);
        await expect(say(id, key, after)).rejects.toMatchObject({
          code: "validation",
          issues: [expect.objectContaining({ reason: "whichRowUnsaid" }) as unknown],
        });
        expect(await record(id)).toEqual(before);
      }
    });

    it("begins another post on a day and ends the one on record the day before, as one change", async () => {
      const { id, row, before, after } = await twoOf(post);
      const known = await record(id);
      const old = known.assignment.find((one) => one.id === row);
      const { changeId } = await say(id, post, after, { as: "new", from: today });
      const { assignment } = await record(id);
      expect(assignment).toHaveLength(known.assignment.length + 1);
      expect(assignment.find((one) => one.id === row)?.fields).toEqual({ ...old?.fields, to: "2021-09-30" });
      const added = assignment.find((one) => known.assignment.every(({ id: of }) => of !== one.id));
      expect(added?.fields).toMatchObject({ post: after, unit: old?.fields["unit"], from: today });
      expect(added?.fields["decisionNumber"] ?? null).toBeNull();
      roster.undo(changeId ?? 0);
      expect(await record(id)).toEqual(known);
      expect(before).toBe(old?.fields["post"]);
    });

    it("adds another paper and leaves the one on record, or puts it right where that was said", async () => {
      const { id, row, after } = await twoOf(level);
      const known = await record(id);
      const added = await say(id, level, after, { as: "new", from: today });
      const { qualification } = await record(id);
      expect(qualification).toEqual(expect.arrayContaining(known.qualification));
      expect(qualification).toHaveLength(known.qualification.length + 1);
      roster.undo(added.changeId ?? 0);
      const corrected = await say(id, level, after, { as: "correct" });
      const rows = (await record(id)).qualification;
      expect(rows).toHaveLength(known.qualification.length);
      expect(rows.find((one) => one.id === row)?.fields["level"]).toBe(after);
      roster.undo(corrected.changeId ?? 0);
    });

    it("takes a post that would not begin after the one on record for a correction only", async () => {
      const { id, row, after } = await twoOf(post);
      const old = (await record(id)).assignment.find((one) => one.id === row);
      const from = String(old?.fields["from"]).padEnd(10, "-01").slice(0, 10);
      await expect(say(id, post, after, { as: "new", from })).rejects.toMatchObject({
        issues: [expect.objectContaining({ field: "post", reason: "notLaterThanKnown" }) as unknown],
      });
    });

    it("asks once for many: what they say of another row goes there together, or not at all", async () => {
      const { after } = await twoOf(post);
      const columns = [post, "assignment.decisionNumber"];
      const cells = (which: CellsOfList["which"]): CellsOfList => ({
        filter: filter(),
        order,
        ranges: [[0, 9]],
        columns,
        which,
        made: {},
        give: ({ column }) => ({ kind: "value", value: column === 0 ? after : "9/QĐ" }),
      });
      const preview = (which: CellsOfList["which"]) =>
        previewCells(roster, place.environment, officials, cells(which));
      const unsaid = await preview(null);
      expect(unsaid.asks).toEqual([post]);
      const asking = unsaid.refused / 2;
      expect([asking > 3, unsaid.changed + unsaid.same + unsaid.refused]).toEqual([true, 20]);

      const people = await cellsAt(post, 10);
      const before = await Promise.all(people.map(({ id }) => record(id)));
      const which = { as: "new", from: today } as const;
      const { changeId } = await saveCells(roster, place.environment, officials, cells(which));
      const now = await Promise.all(people.map(({ id }) => record(id)));
      const added = now.flatMap(({ assignment }, at) =>
        assignment.filter(({ id }) => before[at]?.assignment.every((one) => one.id !== id)),
      );
      expect(added).toHaveLength(asking);
      for (const { fields } of added) expect(fields).toMatchObject({ post: after, decisionNumber: "9/QĐ" });
      roster.undo(changeId ?? 0);
      expect(await Promise.all(people.map(({ id }) => record(id)))).toEqual(before);
    });
  });

  it("begins the post of who has none, with what is said once for all of them, as one change", async () => {
    const ids = await Promise.all(
      ["Vũ Thị Chưa Ghi", "Vũ Văn Chưa Ghi"].map(async (fullName) => {
        const id = place.environment.newId();
        await saveOfficial(roster, place.environment, {
          action: "add",
          reason: null,
          officialId: id,
          official: { id, isNew: true, fields: { fullName, birth: "1980" } },
          rows: [],
          removed: [],
        });
        return id;
      }),
    );
    const [{ cell } = {}] = await cellsAt("assignment.post", 1);
    const [unit] = await cellsAt("assignment.unit", 1);
    const posted = async () => {
      const records = await Promise.all(ids.map((id) => officials.get(id, moment)));
      return records.map(({ rows }) => rows.assignment.map(({ fields }) => fields));
    };
    const many: Many = {
      filter: filter({ serving: "unposted" }),
      order,
      ranges: [[0, 1]],
      columns: ["assignment.post"],
      value: cell?.value ?? null,
    };
    const unsaid = await previewMany(roster, place.environment, officials, many);
    expect(unsaid).toMatchObject({
      changed: 0,
      refused: 2,
      lacking: [
        { key: "assignment.unit", people: 2 },
        { key: "assignment.from", people: 2 },
      ],
    });
    expect(unsaid.rows[0]?.issues).toMatchObject([{ field: "unit", reason: "required" }]);

    const made = { "assignment.unit": unit?.cell?.value ?? null, "assignment.from": "2021-07" };
    const { changeId, preview } = await saveMany(roster, place.environment, officials, { ...many, made });
    expect([preview.changed, preview.people, preview.lacking]).toEqual([2, 2, unsaid.lacking]);
    const row = { post: cell?.value, unit: unit?.cell?.value, from: "2021-07" };
    expect(await posted()).toEqual([
      [expect.objectContaining(row) as unknown],
      [expect.objectContaining(row) as unknown],
    ]);
    roster.undo(changeId ?? 0);
    expect(await posted()).toEqual([[], []]);
  });

  it("begins no post for many who have some on record for other days", async () => {
    const left = filter({ serving: "left" });
    const preview = await previewMany(roster, place.environment, officials, {
      filter: left,
      order,
      ranges: [[0, 0]],
      columns: ["assignment.decisionNumber"],
      value: "1/QĐ",
    });
    expect(preview.rows[0]?.refusal).toBe("otherDays");
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
