/** Texts that an import kept, written by what somebody says that they mean. */
import { afterEach, describe, expect, it } from "vitest";
import { testPlace } from "../../testing/sample-roster";
import { type WindowCalls, windowCalls } from "../../testing/window-calls";

const open: WindowCalls[] = [];
afterEach(async () => {
  for (const calls of open.splice(0)) await calls.close();
});

const page = { offset: 0, limit: 20 };

/** A roster after imports of tables, one after another. */
async function officeWith(...tables: readonly (readonly (readonly string[])[])[]) {
  const place = testPlace();
  const calls = windowCalls(place.environment, place.folder);
  open.push(calls);
  const { ask } = calls;
  const [unit] = await ask("shippedUnitsSearch", { query: "08173", on: "2026-01-01", limit: 5 });
  if (unit === undefined) throw new Error("No unit");
  await ask("rosterCreate", { path: `${place.folder}/so.scb`, unitId: unit.id });
  const bring = async (table: readonly (readonly string[])[]) => {
    const text = table.map((line) => line.join("\t")).join("\n");
    const { session } = await ask("importOpen", { text, name: "Dán" });
    await ask("importPlan", { session });
    await ask("importApply", { session });
  };
  for (const table of tables) await bring(table);
  const record = async () => {
    const { rows } = await ask("keptTexts", page);
    const id = rows[0]?.people[0]?.id ?? "";
    return () => ask("officialGet", { id, moment: { on: "2026-10-01" } });
  };
  return { ask, bring, record };
}

const levelKey = "qualification.professional.level";

describe("a kept text that is matched", () => {
  it("is written as it was answered, though it could be read, and replaces nothing that is on record", async () => {
    const { ask, record } = await officeWith([
      ["Họ và tên", "Ngày sinh", "Trình độ chuyên môn", "Chuyên ngành"],
      ["Nguyễn Văn Mẫu", "1980", "ĐH Luật", "Hành chính công"],
    ]);
    const read = await record();
    const answer = { heading: "Trình độ chuyên môn", text: "ĐH Luật", column: levelKey, answer: "master" };
    expect(await ask("keptMatch", answer)).toMatchObject({ people: 1, left: 0, why: [] });
    const papers = (await read()).rows.qualification?.map(({ fields }) => [fields["level"], fields["major"]]);
    expect(papers).toHaveLength(2);
    expect(papers).toContainEqual(["university", "Hành chính công"]);
    expect(papers).toContainEqual(["master", null]);
  });

  it("leaves what else it says beside where the record says otherwise, and says so", async () => {
    const { ask, record } = await officeWith([
      ["Họ và tên", "Ngày sinh", "Trình độ chuyên môn", "Chuyên ngành", "Giấy tờ khác"],
      ["Nguyễn Văn Mẫu", "1980", "Đại học", "Hành chính công", "ĐH Luật"],
    ]);
    const read = await record();
    const answer = { heading: "Giấy tờ khác", text: null, column: levelKey, answer: "" };
    const done = await ask("keptMatch", answer);
    expect(done).toMatchObject({ changeId: null, people: 0, left: 1 });
    expect(done.why).toMatchObject([
      { person: { fullName: "Nguyễn Văn Mẫu" }, reason: expect.stringContaining("đang ghi khác") as string },
    ]);
    expect((await read()).rows.qualification).toMatchObject([{ fields: { major: "Hành chính công" } }]);
  });

  it("says of whom it could not be written why not", async () => {
    const { ask } = await officeWith([
      ["Họ và tên", "Ngày sinh", "Chức vụ", "Từ ngày"],
      ["Nguyễn Văn Mẫu", "1980", "Thú y", "25/12/2024"],
    ]);
    const day = { heading: "Từ ngày", text: "25/12/2024", column: "assignment.from", answer: "25/12/2024" };
    const done = await ask("keptMatch", day);
    expect(done).toMatchObject({ changeId: null, people: 0, left: 1 });
    expect(done.why).toMatchObject([
      {
        person: { fullName: "Nguyễn Văn Mẫu" },
        reason: expect.stringContaining("chưa có Chức danh") as string,
      },
    ]);
  });
});

describe("a kept text that needs nothing more", () => {
  it("is held up by the post of its line until that is known", async () => {
    const { ask } = await officeWith([
      ["Họ và tên", "Ngày sinh", "Chức vụ", "Từ ngày"],
      ["Nguyễn Văn Mẫu", "1980", "Thú y", "25/12/2024"],
    ]);
    expect((await ask("keptTexts", page)).rows).toMatchObject([
      { text: "Thú y", waitsFor: null },
      { text: "25/12/2024", waitsFor: { heading: "Chức vụ", text: "Thú y" } },
    ]);
    const post = { heading: "Chức vụ", text: "Thú y", column: "assignment.post", answer: null };
    await ask("keptMatch", post);
    expect((await ask("keptTexts", page)).rows).toMatchObject([{ text: "25/12/2024", waitsFor: null }]);
  });

  it("waits no longer once the record was told what it was meant for, and is taken away with all such", async () => {
    const columns = ["Họ và tên", "Số định danh", "Chức vụ", "Từ ngày"];
    const { ask, bring } = await officeWith([
      columns,
      ["Nguyễn Văn Mẫu", "025080001234", "Thú y", "25/12/2024"],
      ["Lê Thị Thử", "025185001235", "Khuyến nông", "25/12/2023"],
    ]);
    expect(await ask("keptCount", {})).toEqual({ texts: 4, settled: 0, lines: 0 });
    await bring([columns, ["Nguyễn Văn Mẫu", "025080001234", "Chủ tịch UBND", "25/12/2024"]]);
    expect(await ask("keptCount", {})).toEqual({ texts: 2, settled: 2, lines: 0 });
    const texts = (rows: readonly { readonly text: string | null }[]) => rows.map(({ text }) => text).sort();
    expect(texts((await ask("keptTexts", page)).rows)).toEqual(["25/12/2023", "Khuyến nông"]);
    expect(texts((await ask("keptTexts", { ...page, settled: true })).rows)).toEqual(["25/12/2024", "Thú y"]);
    const dropped = await ask("keptDropSettled", {});
    expect(dropped).toMatchObject({ texts: 2 });
    expect(await ask("keptCount", {})).toEqual({ texts: 2, settled: 0, lines: 0 });
    await ask("changeUndo", { id: dropped.changeId ?? 0 });
    expect(await ask("keptCount", {})).toMatchObject({ texts: 2, settled: 2 });
  });

  it("waits again where what was written by it is taken back", async () => {
    const columns = ["Họ và tên", "Số định danh", "Dân tộc"];
    const { ask } = await officeWith(
      [columns, ["Nguyễn Văn Mẫu", "025080001234", "Kinh"]],
      [columns, ["Nguyễn Văn Mẫu", "025080001234", "Thổ"]],
    );
    expect(await ask("keptCount", {})).toMatchObject({ texts: 1, settled: 0 });
    const answer = { heading: "Dân tộc", text: "Thổ", column: "official.ethnicity", answer: "Tày" };
    const { changeId } = await ask("keptMatch", answer);
    expect(await ask("keptCount", {})).toMatchObject({ texts: 0, settled: 0 });
    await ask("changeUndo", { id: changeId ?? 0 });
    expect(await ask("keptCount", {})).toMatchObject({ texts: 1, settled: 0 });
  });
});
