// Guards that a workbook says the same whatever format a real office program wrote it in: values, fonts of cells and runs,
// days, digits, merges, hidden sheets, formulas and errors.

import { beforeAll, describe, expect, it } from "vitest";
import { cellText } from "../../../shared/import/cell-text";
import type { Sheet, SheetCell, Workbook } from "../../../shared/import/workbook";
import { convertWithOffice } from "../../testing/libre-office";
import { flatOds, type MadeSheet } from "../../testing/workbooks/flat-ods";
import { Reading } from "./reading";
import { workbookOfBytes } from "./read-workbook";

const made: readonly MadeSheet[] = [
  {
    name: "Danh sách",
    rows: [
      ["DANH SÁCH CÁN BỘ", null, null, null],
      ["STT", "Họ và tên", "Ngày sinh", null],
      [1, { text: "NguyÔn V¨n An", font: ".VnTime" }, { date: "1980-05-12" }, "x"],
      [2, { text: "nguyÔn thÞ b×nh", font: ".VnTimeH" }, { date: "1980-05-01", shows: "month" }, true],
      [3, { text: "Traàn Vaên Höông", font: "VNI-Times" }, { date: "1981-01-01", shows: "year" }, false],
      [
        4,
        {
          runs: [
            { text: "Lª ", font: ".VnTime" },
            { text: "Thị Hoa", font: "Times New Roman" },
          ],
        },
        "12/5/80",
        { digits: 25001234567, places: 12 },
      ],
      [
        null,
        null,
        { formula: "=SUM([.A3:.A6])", shown: 10 },
        { formula: "=1/0", shown: "#DIV/0!", error: true },
      ],
      [2.34, "  hai  dấu cách ", 0.5, 25000000000],
    ],
    merges: [{ row: 0, column: 0, rows: 1, columns: 4 }],
  },
  { name: "Ẩn", hidden: true, rows: [["kín"]] },
];

const formats = ["xlsx", "ods", "xls"] as const;

const find = (sheet: Sheet | undefined, row: number, column: number): SheetCell | undefined =>
  sheet?.rows.find(({ number }) => number === row)?.cells.find((cell) => cell.column === column);

describe.each(formats)("%s by LibreOffice", (format) => {
  let workbook: Workbook;
  let sheet: Sheet | undefined;
  const at = (row: number, column: number) => find(sheet, row, column);
  const text = (row: number, column: number) => {
    const cell = at(row, column);
    return cell === undefined ? undefined : cellText(cell, workbook.date1904);
  };
  const runs = (row: number, column: number) => {
    const content = at(row, column)?.content;
    return content?.kind === "text" ? content.runs : undefined;
  };

  beforeAll(async () => {
    const bytes = convertWithOffice(flatOds(made), "fods", format);
    workbook = await workbookOfBytes(bytes, new Reading(`book.${format}`));
    sheet = workbook.sheets[0];
  }, 120_000);

  it("is told by its content", () => {
    expect(workbook.format).toBe(format);
    expect(workbook.sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  it("gives texts in their fonts", () => {
    expect(runs(3, 1)).toEqual([{ text: "NguyÔn V¨n An", font: ".VnTime" }]);
    expect(runs(4, 1)).toEqual([{ text: "nguyÔn thÞ b×nh", font: ".VnTimeH" }]);
    expect(runs(5, 1)).toEqual([{ text: "Traàn Vaên Höông", font: "VNI-Times" }]);
    expect(workbook.sheets.map((one) => one.name)).toEqual(["Danh sách", "Ẩn"]);
    expect(text(1, 0)).toBe("DANH SÁCH CÁN BỘ");
    expect(runs(6, 1)).toEqual([
      { text: "Lª ", font: ".VnTime" },
      { text: "Thị Hoa", font: "Times New Roman" },
    ]);
    expect(text(8, 1)).toBe("  hai  dấu cách ");
  });

  it("gives days with what they show, and digits with their zeros", () => {
    expect(at(3, 2)?.content).toMatchObject({ kind: "number", isDate: true });
    expect([text(3, 2), text(4, 2), text(5, 2), text(6, 2)]).toEqual([
      "12/05/1980",
      "05/1980",
      "1981",
      "12/5/80",
    ]);
    expect(at(6, 3)?.content).toMatchObject({ kind: "number", value: 25001234567, isDate: false });
    expect(text(6, 3)).toBe("025001234567");
    expect(text(8, 3)).toBe("25000000000");
    expect(text(8, 0)).toBe("2,34");
  });

  it("gives truths, formulas by their result, and errors", () => {
    expect([text(3, 3), at(4, 3)?.content.kind === "error"]).toEqual(["x", false]);
    expect(at(7, 2)).toMatchObject({ formula: true, content: { kind: "number", value: 10 } });
    expect(at(7, 3)).toMatchObject({ formula: true, content: { kind: "error", code: "#DIV/0!" } });
    expect(at(3, 0)).toMatchObject({ formula: false });
  });

  it("gives merged cells, and no empty ones", () => {
    expect(sheet?.merges).toEqual([{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 3 }]);
    expect(sheet?.rows.map(({ number, cells }) => [number, cells.length])).toEqual([
      [1, 1],
      [2, 3],
      [3, 4],
      [4, 4],
      [5, 4],
      [6, 4],
      [7, 2],
      [8, 4],
    ]);
  });
});
