// Guards that a table of many standards can be read on its page: no heading broken inside a word, no figure cut, and the
// words of its rows on a line or two.

import { describe, expect, it } from "vitest";
import { type Standard, standards } from "../domain/values";
import { exampleCounts, exampleOffice, exampleTable, standardsReport, tableOf } from "../testing/reports";
import { cellText } from "./cell-text";
import type { ReportTable } from "./document";
import { layOut } from "./page-layout";
import { mmPerPoint, textAreaWidth, textWidthMm } from "./paper";
import { fitTable, isTurned, linesOfRow } from "./table-fit";

const counts = { met: 12, notMet: 2, unknown: 1, grace: 1, notApplicable: 9 };

/** The form of so many standards, of communes with figures of two digits. */
function reportOf(counted: number, communes: number) {
  const named = Object.fromEntries(standards.slice(0, counted).map((standard) => [standard, counts]));
  const all = named as Partial<Record<Standard, typeof counts>>;
  const one = exampleCounts({ professional: counts, politicalTheory: counts, all: counts });
  const table = exampleTable(
    Object.fromEntries(
      Array.from({ length: communes }, (_, n) => [
        `Xã Thanh Ba ${n + 1}`,
        { ...one, standards: { ...one.standards, ...all } },
      ]),
    ),
  );
  const total = { ...table.total, standards: { ...table.total.standards, ...all } };
  return standardsReport({ ...table, total }, exampleOffice, null, null);
}

const area = textAreaWidth("landscape");

function narrowest(table: ReportTable, column: number): number {
  const { points, paddingMm, ...fit } = fitTable(table, area);
  const heads = table.header.filter((cell) => cell.column === column && cell.columnSpan === 1);
  const words = heads.map((cell) =>
    isTurned(cell, fit)
      ? points * mmPerPoint * 1.2
      : Math.max(...cell.text.split(" ").map((word) => textWidthMm(word, points, true))),
  );
  const figures = (table.columns[column]?.wraps ?? false) ? [] : table.rows.map((row) => row[column]);
  const widths = figures.flatMap((cell) =>
    (cell === undefined ? "" : cellText(cell))
      .split(fit.parted.has(column) ? /(?<=–)/u : /$/u)
      .map((piece) => textWidthMm(piece, points)),
  );
  return paddingMm + Math.max(...words, ...widths);
}

describe.each([1, 2, 3, 4, 5, 6, 7])("the table of %i standards", (counted) => {
  it.each([1, 19])("breaks no word and no figure, of %i communes", (communes) => {
    const table = tableOf(reportOf(counted, communes));
    expect(table.columns.length).toBeGreaterThan(counted * 7);
    const fit = fitTable(table, area);
    expect(fit.widthsMm.reduce((sum, width) => sum + width, 0)).toBeCloseTo(area, 6);
    for (const [column, width] of fit.widthsMm.entries())
      expect(width, `${column}`).toBeGreaterThanOrEqual(narrowest(table, column) - 0.001);
    expect(Math.max(...table.rows.map((row) => linesOfRow(table, row, fit)))).toBeLessThanOrEqual(
      counted < 7 ? 2 : 3,
    );
  });

  it("is one page of one commune, with what stands below it", () => {
    expect(layOut(reportOf(counted, 1)).isOnePage).toBe(true);
  });
});

it("turns headings only where they have no room, and never those over several columns", () => {
  const turnedOf = (counted: number) => fitTable(tableOf(reportOf(counted, 1)), area).turned.size;
  expect([2, 3].map(turnedOf)).toEqual([0, 0]);
  const table = tableOf(reportOf(4, 1));
  const fit = fitTable(table, area);
  expect(fit.turned.size).toBeGreaterThan(0);
  expect(table.header.filter((cell) => cell.columnSpan > 1 && isTurned(cell, fit))).toEqual([]);
});

it("gives the width that is left to the columns whose texts are long", () => {
  const titles = ["STT", "Chức danh", "Thiếu gì", "Ghi chú"];
  const table: ReportTable = {
    kind: "table",
    header: titles.map((text, column) => ({ text, row: 0, column, rowSpan: 1, columnSpan: 1 })),
    headerRows: 1,
    numbering: null,
    columns: titles.map((key, column) => ({
      key,
      widthMm: 20,
      wraps: column > 0,
      align: "left",
      holds: "text",
    })),
    rows: [["1", "Chủ tịch", "chưa có bằng đại học ".repeat(8), ""].map((text) => ({ kind: "text", text }))],
    total: null,
    formulas: [],
  };
  const [, post = 0, missing = 0, note = 0] = fitTable(table, area).widthsMm;
  expect(missing).toBeGreaterThan(4 * post);
  expect(note).toBeCloseTo(post, 6);
});
