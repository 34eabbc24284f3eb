/** Pasting into cells of the list: where a block lands, what its texts say there, and that one undo takes all of it back. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statusKey } from "../../../shared/columns/computed";
import { officialFilterSchema } from "../../../shared/contract/schemas/officials";
import { openThanhBa, type TestPlace, testPlace } from "../../testing/sample-roster";
import { Officials } from "../officials";
import type { OpenRoster } from "../open-roster";
import { placed, previewPaste, savePaste } from "./pasted-cells";

const filter = officialFilterSchema.parse({ moment: { on: "2021-10-01" } });
const order = { sorts: [], group: null };
const birth = "official.birth";
const level = "qualification.professional.level";
const major = "qualification.professional.major";
const lines = (first: number, last: number): [number, number][] => [[first, last]];

describe("where a pasted block lands", () => {
  const room = { ranges: lines(2, 9), columns: ["b", "c", "d"] };
  const of = (height: number, width: number, target: { ranges: [number, number][]; columns: string[] }) =>
    placed({ height, width }, target, room);

  it("fills what is chosen with one value, or with a block that fits in it several times", () => {
    const target = { ranges: lines(2, 5), columns: ["b", "c"] };
    expect(of(1, 1, target)).toEqual(target);
    expect(of(2, 1, target)).toEqual(target);
  });

  it("lies from the first chosen cell right and down where it does not", () => {
    expect(of(3, 2, { ranges: lines(2, 2), columns: ["b"] })).toEqual({
      ranges: lines(2, 4),
      columns: ["b", "c"],
    });
    expect(of(3, 1, { ranges: lines(2, 5), columns: ["b"] })?.ranges).toEqual(lines(2, 4));
  });

  it("goes over what lies between the lines of groups", () => {
    const parted = {
      ranges: [
        [2, 3],
        [6, 9],
      ] as [number, number][],
      columns: ["b"],
    };
    expect(placed({ height: 3, width: 1 }, { ranges: lines(2, 2), columns: ["b"] }, parted)?.ranges).toEqual([
      [2, 3],
      [6, 6],
    ]);
  });

  it("has no place where it reaches beyond the list", () => {
    const one = { ranges: lines(2, 2), columns: ["b"] };
    expect(of(9, 1, one)).toBeNull();
    expect(of(1, 4, one)).toBeNull();
  });
});

describe("pasting into cells of the list", () => {
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

  const texts = async (columns: string[], count: number) => {
    const { rows } = await officials.page(filter, order, columns, 0, count);
    return rows.map(({ cells }) => cells.map(({ text }) => text));
  };
  /** A block whose first cell is the first line's of the first column. */
  const pasted = (
    text: string,
    columns: string[],
    target = { ranges: lines(0, 0), columns: columns.slice(0, 1) },
  ) => ({
    filter,
    order,
    text,
    target,
    which: { as: "correct" as const },
    room: { ranges: lines(0, 99), columns },
  });
  const preview = async (given: ReturnType<typeof pasted>) =>
    (await previewPaste(roster, place.environment, officials, given)).preview;

  it("writes the level where the list shows how a standard is met, also as it was copied from there", async () => {
    const status = statusKey("professional");
    const shown = await preview(pasted("Thạc sĩ\r\nĐạt · Tiến sĩ\r\nĐạt\r\n", [status]));
    expect(shown?.rows.map(({ key, to, refusal }) => [key, to, refusal])).toEqual(
      expect.arrayContaining([
        [level, "Thạc sĩ", null],
        [level, "Tiến sĩ", null],
        [level, "Đạt", "unread"],
      ]),
    );
    // One value of the two is written, where the block lies over both.
    const both = await preview(pasted("Đạt · Thạc sĩ\tThạc sĩ\r\n", [status, level]));
    expect(both?.rows.map(({ key, refusal }) => [key, refusal])).toEqual(
      expect.arrayContaining([
        [status, "computed"],
        [level, null],
      ]),
    );
    expect(both?.rows).toHaveLength(2);
  });

  it("reads dates and levels as the import does, shows both values first and is one undo", async () => {
    const columns = [birth, level, major];
    const before = await texts(columns, 3);
    const cleared = await savePaste(roster, place.environment, officials, pasted("\r\n\r\n", [major]));
    const block = '5/3/1979\tThS. Quản trị "A"\r\n31.12.20\tĐH\r\nkhông nhớ\tbằng gì đó\r\n';
    const given = pasted(block, columns);
    const shown = await preview(given);
    expect(
      shown?.rows.filter(({ refusal }) => refusal === "unread").map(({ to, reason }) => [to, reason]),
    ).toEqual([
      ["31.12.20", "century"],
      ["không nhớ", "noDate"],
      ["bằng gì đó", "word"],
    ]);
    const changed = shown?.rows.filter(({ refusal }) => refusal === null);
    expect(changed?.[0]).toMatchObject({ key: birth, from: before[0]?.[0], to: "05/03/1979" });
    expect(changed?.[1]?.to).toBe('Thạc sĩ; Chuyên ngành: Quản trị "A"');
    expect(await texts([birth], 1)).toEqual([[before[0]?.[0]]]);

    const { changeId } = await savePaste(roster, place.environment, officials, given);
    expect((await texts(columns, 1))[0]).toEqual(["05/03/1979", "Thạc sĩ", 'Quản trị "A"']);
    roster.undo(changeId ?? 0);
    roster.undo(cleared.changeId ?? 0);
    expect(await texts(columns, 3)).toEqual(before);
  });

  it("fills what is chosen with one value", async () => {
    const columns = ["official.ethnicity"];
    const given = pasted("muong", columns, { ranges: lines(0, 4), columns });
    const shown = await preview(given);
    expect([shown?.count, shown?.refused]).toEqual([5, 0]);
    const { changeId } = await savePaste(roster, place.environment, officials, given);
    expect(await texts(columns, 6)).toEqual([
      ...Array.from({ length: 5 }, () => ["Mường"]),
      expect.anything(),
    ]);
    roster.undo(changeId ?? 0);
  });

  it("changes nothing where cells come back that were copied from here, computed ones among them", async () => {
    const columns = ["computed.age", "official.fullName", birth, "assignment.unit", "assignment.post", level];
    const cells = await texts(columns, 12);
    const shown = await preview(pasted(cells.map((row) => row.join("\t")).join("\r\n"), columns));
    expect(shown).toMatchObject({ count: 72, changed: 0, same: 72, refused: 0 });
  });

  it("takes units and posts by their names of the row's days", async () => {
    const columns = ["assignment.post", "assignment.from"];
    const given = pasted("chủ tịch hội đồng nhân dân\t01/07/2021\r\nGiám đốc nhà máy\t2021", columns);
    const shown = await preview(given);
    expect(shown?.rows.map(({ key, to, refusal }) => [key, to, refusal])).toEqual([
      ["assignment.post", "Giám đốc nhà máy", "unread"],
      ["assignment.post", "Chủ tịch HĐND", null],
      ["assignment.from", "01/07/2021", null],
      ["assignment.from", "2021", null],
    ]);
  });

  it("writes a pasted post and its day as a row of their own, and asks before that", async () => {
    const columns = ["assignment.post", "assignment.from"];
    const given = pasted("Chủ tịch HĐND\t15/9/2021", columns);
    const { which: _, ...unsaid } = given;
    const asked = await previewPaste(roster, place.environment, officials, unsaid);
    expect(asked.preview).toMatchObject({ changed: 0, refused: 2, asks: ["assignment.post"] });
    const [person] = (await officials.page(filter, order, columns, 0, 1)).rows;
    const held = async () => (await officials.get(person?.id ?? "", filter.moment)).rows.assignment;
    const before = await held();
    const { changeId } = await savePaste(roster, place.environment, officials, {
      ...given,
      which: { as: "new", from: "2021-10-01" },
    });
    const added = (await held()).filter(({ id }) => before.every((one) => one.id !== id));
    expect(added.map(({ fields }) => fields["from"])).toEqual(["2021-09-15"]);
    const old = (await held()).find(({ id }) => id === person?.cells[0]?.row);
    expect(old?.fields["to"]).toBe("2021-09-14");
    roster.undo(changeId ?? 0);
    expect(await held()).toEqual(before);
  });

  it("does not take what says more than the record can hold beside it", async () => {
    const [row] = (await officials.page(filter, order, [major], 0, 1)).rows;
    expect(row?.cells[0]?.text).not.toBe("");
    const given = pasted("Đại học Khảo cổ", [level]);
    expect((await preview(given))?.rows[0]).toMatchObject({ refusal: "saysMore" });
  });

  it("leaves a block with headings, or one that is larger than the list, to the import", async () => {
    expect(await preview(pasted("Họ và tên\tNăm sinh\r\nVũ Thị A\t1990", [birth, level]))).toBeNull();
    expect(await preview(pasted("1990\t1991", [birth]))).toBeNull();
  });

  it("clears a cell for a blank one, but nothing that must be there", async () => {
    const shown = await preview(pasted("\t1980", ["official.fullName", birth]));
    expect(shown?.rows.map(({ key, refusal, to }) => [key, refusal, to])).toEqual([
      ["official.fullName", "invalid", ""],
      [birth, null, "1980"],
    ]);
  });
});
