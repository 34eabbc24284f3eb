/** Nothing of a table is dropped, whatever it holds: properties over random messy tables, through the command line's document. */
import fc from "fast-check";
import { writeFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { cliPlace } from "../../testing/command-line";
import type { ImportDocument } from "./document";

const place = cliPlace();
afterAll(() => place.remove());

const headings = [
  "Họ và tên",
  "Ngày sinh",
  "Số CCCD",
  "Chức vụ",
  "Dân tộc",
  "TĐCM",
  "LLCT",
  "Cột lạ",
  "Từ ngày",
];
const cell = fc.oneof(
  fc.constantFrom(
    "",
    "",
    "x",
    "-",
    "1980",
    "05/06/1980",
    "31/02/1999",
    "15/8/20",
    "Kinh",
    "04",
    "Thổ",
    "ĐH Luật",
    "TC",
    "#N/A",
    "25080001234",
    "2.5E+10",
    "Chủ tịch UBND",
    "Thú y",
    "Bí thư Đảng ủy",
    "Trưởng thôn 5",
    "Trưởng khu 2",
    "Bí thư Chi bộ, Trưởng thôn Mẫu",
  ),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[",;\n\r\t]/g, " ")),
);
const name = fc.constantFrom(
  "",
  "Nguyễn Văn Một",
  "Lê Thị Hai",
  "TRẦN VĂN BA",
  "Phạm Thị Tư",
  "Hoàng Văn Năm",
);
const table = fc.array(fc.tuple(name, ...headings.slice(1).map(() => cell)), { minLength: 1, maxLength: 8 });

it("gives every cell one outcome, and the same table again changes nothing that it wrote", async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const roster = place.path(`so-${++count}.scb`);
      await place.json("init", roster, "--unit", "08173", "--on", "2026-01-01");
      const file = place.path(`bang-${count}.csv`);
      const quoted = (texts: readonly string[]) => texts.map((text) => `"${text}"`).join(",");
      writeFileSync(
        file,
        `\uFEFF${[headings, ["Nguyễn Thị Mốc", "1970", "", "", "", "", "", "", ""], ...rows].map(quoted).join("\n")}\n`,
      );
      const done = await place.json<ImportDocument>("import", roster, file);
      const { stored, unchanged, kept, listed } = done.cells;
      const inLeft = done.rowsLeft.reduce((sum, { text }) => sum + text.split(" | ").length, 0);
      const all = [["Nguyễn Thị Mốc", "1970"], ...rows].flat().filter((text) => text.trim() !== "").length;
      expect(stored + unchanged + kept + listed + inLeft).toBe(all);
      const again = await place.json<ImportDocument>("import", roster, file);
      expect(again).toMatchObject({ added: 0, changed: 0 });
    }),
    { numRuns: 15 },
  );
}, 120_000);
