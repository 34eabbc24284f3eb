/** What imports left, in one list: kept texts and lines not taken, with their places, people and what to do; as a table. */
import { afterEach, expect, it } from "vitest";
import { closeImportOffices, importOffice, pasted } from "../../testing/import-office";

afterEach(closeImportOffices);

async function office() {
  const tables: { text: string; html: string }[] = [];
  const calls = await importOffice(() => ({
    copyTable: (table) => Promise.resolve(void tables.push(table)),
  }));
  const take = async (...lines: readonly (readonly string[])[]) => {
    const { session } = await calls.ask("importOpen", pasted(...lines));
    await calls.ask("importPlan", { session });
    return calls.ask("importApply", { session });
  };
  const list = async () => {
    const { rows, total } = await calls.ask("importLeftovers", { offset: 0, limit: 200 });
    expect(total).toBe(rows.length);
    return rows.map(({ where, column, text, person, todo }) => [
      where,
      column,
      text,
      person?.fullName ?? null,
      todo,
    ]);
  };
  return { ...calls, tables, take, list };
}

const heads = ["Họ và tên", "Ngày sinh", "Số định danh", "Chức vụ", "Cỡ áo", "Ngày vào Đảng"];
const lines = [
  ["Nguyễn Văn Mẫu", "25/12/1980", "", "Chủ tịch UBND", "", ""],
  ["Lê Thị Thử", "1985", "2.5E+10", "Thú y", "112", "31/02/2010"],
];

it("lists each place with its line, column, person and what to do, lines that were not taken first", async () => {
  const { ask, take, list, tables } = await office();
  await take(heads, ...lines);
  // The same name and birth without a number: nobody said yet whether it is the same person.
  await take(heads, ["Nguyễn Văn Mẫu", "25/12/1980", "", "Bí thư Đảng ủy", "", ""]);
  const doubt =
    "Chưa nhập vì trùng họ tên và ngày sinh: nhập lại tệp này rồi trả lời có phải cùng một người.";
  const kept = [
    [
      "Dán, dòng 3",
      "Chức vụ",
      "Thú y",
      "Lê Thị Thử",
      "Cho biết nghĩa, một lần cho mọi người có nội dung này.",
    ],
    ["Dán, dòng 3", "Số định danh", "2.5E+10", "Lê Thị Thử", "Gõ số đầy đủ vào hồ sơ, rồi bỏ nội dung này."],
    [
      "Dán, dòng 3",
      "Ngày vào Đảng",
      "31/02/2010",
      "Lê Thị Thử",
      "Cho biết là ngày nào, một lần cho mọi người có nội dung này.",
    ],
    ["Dán, dòng 3", "Cỡ áo", "112", "Lê Thị Thử", "Chọn mục cho cả cột, một lần."],
  ];
  const all = await list();
  expect(all[0]).toEqual(["Dán, dòng 2", "", "Nguyễn Văn Mẫu", null, doubt]);
  expect(all.slice(1).sort()).toEqual([...kept].sort());
  expect(await ask("keptCount", {})).toEqual({ texts: 4, settled: 0, lines: 1 });
  const page = await ask("importLeftovers", { offset: 1, limit: 2 });
  expect([page.total, page.rows.map(({ text }) => text)]).toEqual([5, all.slice(1, 3).map((row) => row[2])]);
  expect(await ask("importLeftoversCopy", {})).toEqual({ rows: 5 });
  const copied = (tables[0]?.text ?? "").split("\r\n").map((line) => line.split("\t"));
  expect(copied[0]).toEqual(["Tệp và dòng", "Cột", "Nội dung", "Người", "Cần làm"]);
  expect(copied.slice(1)).toEqual(all.map((row) => row.map((cell) => cell ?? "")));
});

it("forgets the lines of an import that was taken back", async () => {
  const { ask, take, list } = await office();
  await take(heads, ...lines);
  const { changeId } = await take(
    heads,
    ["Trần Văn Ví Dụ", "1990", "", "", ""],
    ["Nguyễn Văn Mẫu", "25/12/1980", "", "Bí thư Đảng ủy", ""],
  );
  expect((await list())[0]?.[2]).toBe("Nguyễn Văn Mẫu");
  await ask("changeUndo", { id: changeId ?? 0 });
  expect((await list()).map((row) => row[3])).toEqual([
    "Lê Thị Thử",
    "Lê Thị Thử",
    "Lê Thị Thử",
    "Lê Thị Thử",
  ]);
});
