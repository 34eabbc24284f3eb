// Guards that a form which no renderer was written for comes out of each of them, every cell as what it is.

import { createRequire } from "node:module";
import { type CellObject, read, utils } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { madeUpReport } from "../../../shared/testing/made-up-report";
import { writeCsv } from "./csv";
import { writeHtml } from "./html";
import { writeXlsx } from "./xlsx";

interface Page {
  readonly textContent: string;
  querySelectorAll(selector: string): Iterable<Page>;
}
const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  JSDOM: new (html: string) => { window: { document: Page } };
};

describe("a made-up form", () => {
  it("is a workbook with figures as numbers, days as days and words as words", async () => {
    const book = read(await writeXlsx(madeUpReport()), { cellNF: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
    const cells = Object.entries(sheet).flatMap(([at, cell]) =>
      at.startsWith("!") ? [] : [cell as CellObject],
    );
    const has = (expected: Partial<CellObject>) =>
      expect(cells).toContainEqual(expect.objectContaining(expected));
    has({ t: "s", v: "BÁO CÁO THỬ" });
    has({ t: "n", v: 0.5, z: "[$-42A]0.0 %" });
    has({ t: "n", v: 2.34, z: "[$-42A]#,##0.00" });
    has({ t: "n", v: 5_475_600 });
    has({ t: "n", v: 45_108, z: "[$-42A]dd/mm/yyyy" });
    has({ t: "s", v: "=Chuyên viên" });
    has({ t: "s", v: "05/1980" });
    has({ t: "s", v: "Hà Thị Thử" });
    has({ t: "s", v: "THỦ TRƯỞNG ĐƠN VỊ" });
    expect(cells.flatMap(({ f }) => (f === undefined ? [] : [f]))).toEqual(["F12/D12", "F14/D14"]);
    // Two tables and a sheet of other widths: whatever is merged, no place is covered twice.
    const covered = (sheet["!merges"] ?? []).flatMap(({ s, e }) =>
      Array.from({ length: (e.r - s.r + 1) * (e.c - s.c + 1) }, (_, at) => {
        const width = e.c - s.c + 1;
        return utils.encode_cell({ r: s.r + Math.floor(at / width), c: s.c + (at % width) });
      }),
    );
    expect(covered.length).toBeGreaterThan(0);
    expect(new Set(covered).size).toBe(covered.length);
  });

  it("is a file for other programs, its blocks parted by an empty line", () => {
    const text = new TextDecoder().decode(writeCsv(madeUpReport()));
    expect(text.split("\r\n")).toEqual([
      "Tiêu chí;Lý luận chính trị - Số người;Lý luận chính trị - Đạt;Lý luận chính trị - Tỷ lệ",
      'Tổng số;2;1;"50,0 %"',
      "Trong đó;;;",
      'Đạt chuyên môn;2;1;"50,0 %"',
      "",
      "TT;Ngạch;Hệ số;Lương;Từ ngày;Ghi chú",
      '1;\'=Chuyên viên;"2,34";5475600;01/07/2023;',
      "",
      "Họ và tên;Hà Thị Thử",
      "Ngày sinh;05/1980",
      "Ngày vào Đảng;",
      "",
    ]);
  });

  it("is a page to print with every block in its place", () => {
    const { document } = new JSDOM(writeHtml(madeUpReport())).window;
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((node) => node.textContent);
    expect(texts("h1")).toEqual(["BÁO CÁO THỬ"]);
    expect(texts("table:nth-of-type(1) tbody:last-of-type tr:last-child td")).toEqual(["2", "1", "50,0 %"]);
    expect(texts("table:nth-of-type(2) tbody td")).toEqual(["1", "2,34", "5.475.600", "01/07/2023", ""]);
    expect(texts(".sheet th")).toEqual(["Họ và tên", "Ngày sinh", "Ngày vào Đảng"]);
    expect(texts(".sheet td")).toEqual(["Hà Thị Thử", "05/1980", ""]);
    expect(texts(".text p")).toEqual(["Tôi xin cam đoan những lời khai trên là đúng."]);
    expect(texts(".signatures .who")).toEqual(["Người khai", "Thủ trưởng đơn vị"]);
  });
});
