// Guards that a code list from a file changes what it says and nothing else, and that no entry is taken for another one by
// a code or a spelling.

import { describe, expect, it } from "vitest";
import { type ListLine, type ListRow, planList, readListLines } from "./list-file";

const stored: ListRow[] = [
  { id: "muong", fields: { list: "ethnicity", name: "Mường", code: "04", oldCode: "06", aliases: "Mol" } },
  { id: "hoa", fields: { list: "ethnicity", name: "Hoa", code: "06", oldCode: "04", aliases: "Hán" } },
];

function lines(...rows: string[]): ListLine[] {
  return rows.map((row, place) => ({ row: place + 1, cells: row.split("|") }));
}

function plan(...rows: string[]) {
  const read = readListLines(lines(...rows));
  if (read === null) throw new Error("No headings");
  let made = 0;
  return planList("ethnicity", read, stored, () => `new${++made}`);
}

describe("readListLines", () => {
  it("understands the headings with and without marks, below a title and in any order", () => {
    const read = readListLines(
      lines(
        "DANH MỤC DÂN TỘC",
        "",
        "STT|TEN|Mã cũ|mã|CACH GHI KHAC|Hiệu lực từ|Đến",
        "1|Kinh|01|01|Việt|01/01/2008|",
      ),
    );
    expect(read?.map(({ row, texts }) => [row, Object.fromEntries(texts)])).toEqual([
      [4, { name: "Kinh", oldCode: "01", code: "01", aliases: "Việt", validFrom: "01/01/2008" }],
    ]);
  });

  it("finds no list where no column has the names", () => {
    expect(readListLines(lines("Mã|Số", "01|2"))).toBeNull();
  });
});

describe("planList", () => {
  it("adds what is new, changes what differs and leaves what a blank cell does not speak of", () => {
    const { rows, problems } = plan("Mã|Tên|Mã cũ", "55|Người nước ngoài|", "04|mường|", "|Hoa|04");
    expect(problems).toEqual([]);
    expect(rows.map(({ id, state, fields }) => ({ id, state, fields }))).toEqual([
      { id: "new1", state: "added", fields: { list: "ethnicity", name: "Người nước ngoài", code: "55" } },
      { id: "muong", state: "changed", fields: { name: "mường" } },
      { id: "hoa", state: "unchanged", fields: {} },
    ]);
    expect(rows[1]?.whole).toMatchObject({ code: "04", aliases: "Mol" });
  });

  it("writes the other spellings in one way, so that the same file twice changes nothing", () => {
    const { rows } = plan("Tên|Cách ghi khác", "Mường|Mol ;Mual;");
    expect(rows[0]?.fields).toEqual({ aliases: "Mol; Mual" });
    expect(plan("Tên|Cách ghi khác", "Mường| Mol;").rows[0]?.state).toBe("unchanged");
  });

  it("knows entries by their names: a code of the other system meets the entry that has it", () => {
    // 04 is Hoa in the list of 1979, and Mường here.
    expect(plan("Mã|Tên", "04|Hoa").problems).toEqual([
      { row: 2, kind: "codeTaken", text: "04", name: "Mường" },
    ]);
    expect(plan("Mã|Tên", "04|Hoa", "06|Mường").problems).toEqual([]);
  });

  it("says of each bad row what is wrong with it, in the order of the file", () => {
    const { problems } = plan(
      "Mã|Tên|Hiệu lực từ",
      "60||",
      "61|Tên mới|31/02/2020",
      "62|TÊN  MỚI|",
      "63|Mol|",
      "64|Khác|2020",
      "64|Khác nữa|",
    );
    expect(problems).toEqual([
      { row: 2, kind: "nameMissing" },
      { row: 3, kind: "day", text: "31/02/2020" },
      { row: 4, kind: "nameRepeated", text: "TÊN MỚI", other: 3 },
      { row: 5, kind: "otherSpelling", text: "Mol", name: "Mường" },
      { row: 6, kind: "day", text: "2020" },
      { row: 7, kind: "codeTaken", text: "64", name: "Khác" },
    ]);
  });
});
