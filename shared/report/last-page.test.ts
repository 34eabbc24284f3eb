// Guards that a list does not end with a page on which a row or two look forgotten: as far as they fit beside what ends the
// document, four rows of it stand there.

import { describe, expect, it } from "vitest";
import type { ReportCell, ReportDocument, ReportTable } from "./document";
import { notMet } from "./forms/not-met";
import { keptFrom } from "./last-page";
import { lastRows } from "./page-breaks";
import { layOut } from "./page-layout";
import { textAreaWidth } from "./paper";
import { fitTable } from "./table-fit";

const list = notMet.blocks.flatMap((block) => (block.kind === "list" ? [block] : []))[0];
if (list === undefined || !("columns" in list) || !Array.isArray(list.columns))
  throw new Error("The form not-met lists people");
const titles: readonly { readonly title: string; readonly widthMm: number }[] = list.columns.flatMap(
  (column) => ("widthMm" in column ? [column] : []),
);
const text = (words: string): ReportCell => ({ kind: "text", text: words });

/** Rows as the form prints them, with a basis of so many words. */
function tableOf(rows: number, words: number | ((row: number) => number)): ReportTable {
  const basis = (row: number) =>
    "Quy định tham chiếu cho cấp xã từ 07/2025 (*), ".repeat(typeof words === "number" ? words : words(row));
  const rowOf = (row: number) =>
    titles.map(({ title }, place) => text(place === titles.length - 1 ? basis(row) : title));
  return {
    kind: "table",
    header: titles.map(({ title }, column) => ({ text: title, row: 0, column, rowSpan: 1, columnSpan: 1 })),
    headerRows: 1,
    numbering: null,
    columns: titles.map(({ title, widthMm }) => ({
      key: title,
      widthMm,
      wraps: true,
      align: "left",
      holds: "text",
    })),
    rows: Array.from({ length: rows }, (_, row) => rowOf(row)),
    total: null,
    formulas: [],
  };
}

function keptOf(table: ReportTable): number {
  const document: Pick<ReportDocument, "orientation" | "blocks"> = {
    orientation: "landscape",
    blocks: [
      table,
      { kind: "text", title: "Ghi chú:", lines: ["một", "hai", "ba", "bốn", "năm"] },
      { kind: "signatures", places: [{ title: "Người lập danh sách", hint: "(ký)", name: null }] },
    ],
  };
  return table.rows.length - (keptFrom(table, layOut(document), document).at(-1) ?? 0);
}

describe("the last page of a list", () => {
  it.each([5, 6, 40])("has four rows with notes and signatures, of %i rows with long texts", (rows) => {
    expect(keptOf(tableOf(rows, 2))).toBe(lastRows);
  });

  it("has as many as fit where each takes a good part of the page", () => {
    const kept = keptOf(tableOf(6, 12));
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(lastRows);
  });

  it("has no row that does not fit there, and one at least, however high some are", () => {
    const uneven = Array.from({ length: 40 }, (_, words) => tableOf(6, (row) => (row % 3 === 2 ? words : 1)));
    const kept = uneven.map(keptOf);
    expect(kept[0]).toBe(lastRows);
    expect(Math.min(...kept)).toBe(1);
  });

  it("keeps all of a short table but the row under its title, and the only row apart from nothing", () => {
    expect(keptOf(tableOf(lastRows, 2))).toBe(lastRows - 1);
    expect(keptOf(tableOf(1, 2))).toBe(0);
  });
});

describe("a table of a few rows", () => {
  const area = textAreaWidth("landscape");
  const documentOf = (
    table: ReportTable,
    ...above: ReportDocument["blocks"]
  ): Pick<ReportDocument, "orientation" | "blocks"> => ({
    orientation: "landscape",
    blocks: [
      ...above,
      table,
      { kind: "signatures", places: [{ title: "Người lập danh sách", hint: "(ký)", name: null }] },
    ],
  });
  const fitOf = (table: ReportTable) => layOut(documentOf(table), area).fitOf(table).points;
  const usualOf = (table: ReportTable) => fitTable(table, area).points;

  it("has smaller letters where that brings it onto one page with its signatures", () => {
    expect(fitOf(tableOf(3, 2))).toBe(usualOf(tableOf(3, 2)));
    const growing = Array.from({ length: 30 }, (_, words) => tableOf(3, words));
    expect(growing.some((table) => fitOf(table) < usualOf(table))).toBe(true);
  });

  it("has them also under the lines that say what the list is limited to", () => {
    const limits = { kind: "text", title: null, lines: ["Lọc theo: Chức danh: Bí thư."] } as const;
    const growing = Array.from({ length: 30 }, (_, words) => tableOf(3, words));
    const limited = growing.map((table) => layOut(documentOf(table, limits), area).fitOf(table).points);
    const isSmaller = growing.map((table, place) => (limited[place] ?? 0) < usualOf(table));
    expect(isSmaller).toContain(true);
    // They take room: no table has larger letters under them than alone, where both fit.
    for (const [place, table] of growing.entries())
      if (isSmaller[place]) expect(limited[place]).toBeLessThanOrEqual(fitOf(table));
  });

  it("keeps its letters where no size of them would, and where it is long", () => {
    for (const table of [tableOf(12, 8), tableOf(13, 11)]) expect(fitOf(table)).toBe(usualOf(table));
  });
});
