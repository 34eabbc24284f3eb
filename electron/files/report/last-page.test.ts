// Guards how a printed list ends, as an office program lays it out: the signatures stand with four rows at least, or with as
// many as the page has room for, and a few people with long texts go on one page.

import { describe, expect, it } from "vitest";
import type { ReportDocument, ReportTable } from "../../../shared/report/document";
import { lastRows } from "../../../shared/report/page-breaks";
import { convertAllWithOffice, hasLibreOffice } from "../../testing/libre-office";
import { pagesOfPdf } from "../../testing/pdf-text";
import { writeDocx } from "./docx";
import { writeXlsx } from "./xlsx";

const titles = ["STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Chức danh", "Đạt chuẩn", "Thiếu gì"];

/** A list of so many people, whose last cell has so many words. */
function listOf(people: number, words: (person: number) => number): ReportDocument {
  const rowOf = (person: number) => [
    `N${String(person).padStart(3, "0")}`,
    "Người Thử Nghiệm",
    "03/08/1985",
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    "Phó Chủ tịch Ủy ban nhân dân",
    "Chưa đạt",
    "chưa có bằng đại học ".repeat(words(person)),
  ];
  const table: ReportTable = {
    kind: "table",
    header: titles.map((text, column) => ({ text, row: 0, column, rowSpan: 1, columnSpan: 1 })),
    headerRows: 1,
    numbering: null,
    columns: titles.map((key, column) => ({
      key,
      widthMm: column === titles.length - 1 ? 40 : 22,
      wraps: column > 0,
      align: "left",
      holds: "text",
    })),
    rows: Array.from({ length: people }, (_, person) =>
      rowOf(person + 1).map((text) => ({ kind: "text", text })),
    ),
    total: null,
    formulas: [],
  };
  return {
    form: "list",
    orientation: "landscape",
    issuedOn: "2026-11-30",
    fileName: "Danh sách",
    blocks: [
      {
        kind: "heading",
        superior: "UBND THÀNH PHỐ",
        agency: "UBND XÃ THỬ",
        number: null,
        nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        motto: "Độc lập - Tự do - Hạnh phúc",
        placeAndDay: "Thử, ngày 30 tháng 11 năm 2026",
        title: ["DANH SÁCH CÁN BỘ, CÔNG CHỨC"],
        subtitle: "(Tính đến ngày 30 tháng 11 năm 2026)",
      },
      table,
      { kind: "text", title: null, lines: [`Danh sách có ${people} người.`] },
      { kind: "text", title: "Ghi chú:", lines: ["Tình trạng đạt chuẩn xét theo quy định trong sổ."] },
      {
        kind: "signatures",
        places: [
          { title: "Người lập danh sách", hint: "(ký, ghi rõ họ tên)", name: "Người Thử" },
          { title: "Thủ trưởng đơn vị", hint: "(ký tên, đóng dấu)", name: null },
        ],
      },
    ],
  };
}

// Of many pages what one of them holds more than is counted comes to rows.
const counts = [1, 2, 3, 4, 5, 7, 9, 12, 16, 19, 22, 23, 28, 52, 73];
/** How many words the last cell of each person has, and how many rows there is room for above the signatures. */
const shapes = [
  { name: "short", words: () => 1, fit: lastRows },
  { name: "long", words: () => 6, fit: 3 },
  { name: "uneven", words: (person: number) => (person % 5 === 0 ? 9 : 2), fit: lastRows },
] as const;
const cases = shapes.flatMap(({ name, words, fit }) =>
  counts.map((people) => ({ name: `${people} ${name}`, people, fit, document: listOf(people, words) })),
);

/** The rows of each page. */
function rowsOf(pages: readonly string[]): number[] {
  return pages.map((page) => new Set(page.match(/N\d{3}/gu)).size);
}

const writers = [
  { format: "docx", kind: "texts", write: writeDocx },
  { format: "xlsx", kind: "sheets", write: writeXlsx },
] as const;

describe.each(writers)("the last page of a list as $format", ({ format, kind, write }) => {
  it.skipIf(!hasLibreOffice(kind))("has the signatures under four rows or all", async () => {
    const files = await Promise.all(cases.map(({ document }) => write(document)));
    const ends = convertAllWithOffice(files, format, "pdf").map((pdf, place) => {
      const pages = pagesOfPdf(pdf);
      const rows = rowsOf(pages);
      const { name = "", people = 0, fit = 0 } = cases[place] ?? {};
      return {
        name,
        rows,
        isWhole: rows.reduce((sum, count) => sum + count, 0) === people,
        isSigned: /THỦ TRƯỞNG/u.test(pages.at(-1) ?? "") && /Danh sách có/u.test(pages.at(-1) ?? ""),
        isEnough: (rows.at(-1) ?? 0) >= Math.min(people, fit),
      };
    });
    expect(ends.filter(({ isWhole, isSigned, isEnough }) => !isWhole || !isSigned || !isEnough)).toEqual([]);
  });
});
