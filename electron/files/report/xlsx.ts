/**
 * A report as a workbook: an official document to print and a table to go on calculating with.
 *
 * Figures are numbers, text is always text (a unit called "=1+1" stays those four letters), and the same document
 * gives the same bytes. Page: A4, margins and page number by Nghị định 30/2020/NĐ-CP, one page wide, heads repeated.
 */
import { type CellStyle, colToLetter, writeXlsx as writeWorkbook } from "hucre/xlsx";
import { cellText } from "../../../shared/report/cell-text";
import type { ReportCell, ReportColumn, ReportDocument } from "../../../shared/report/document";
import { cellPadding, fitTable, fontSizes, linesOf, pageMargins } from "../../../shared/report/paper";
import { percentTenths } from "../../../shared/text/format";
import { SheetBuilder } from "./sheet";
import { lineHeight, placeFoot, placeHeading } from "./xlsx-parts";
import { boxStyle, countFormat, rateFormat } from "./xlsx-style";

/** Letters and digits only: references to the sheet are then valid without quotes. */
const sheetName = "Bao_cao";

/** Distance of the page number from the page's edge, millimetres. */
const pageNumberMargin = 10;

/** @returns the bytes of an .xlsx file */
export async function writeXlsx(document: ReportDocument): Promise<Uint8Array> {
  const { points, widthsMm } = fitTable(document);
  const sheet = new SheetBuilder();
  placeHeading(sheet, document, widthsMm);
  const headFrom = sheet.rows;
  placeHead(sheet, document, widthsMm, points);
  const headTo = sheet.rows;
  placeRows(sheet, document, widthsMm, points);
  placeFoot(sheet, document, widthsMm);
  const lastColumn = colToLetter(document.table.columns.length - 1);
  // A date of the document's own, not of the clock: written again, the file is the same.
  const dated = new Date(`${document.issuedOn ?? "2000-01-01"}T00:00:00Z`);
  return writeWorkbook({
    defaultFont: { name: "Times New Roman", size: fontSizes.table },
    properties: {
      title: document.title.join(" "),
      creator: document.heading.agency,
      created: dated,
      modified: dated,
    },
    sheets: [
      {
        name: sheetName,
        columns: widthsMm.map((width) => ({ width: columnWidth(width) })),
        cells: sheet.cells,
        merges: sheet.merges,
        rowDefs: sheet.rowDefs,
        freezePane: { rows: headTo, columns: 1 + document.table.columns.findIndex(({ wraps }) => wraps) },
        view: { showGridLines: false },
        pageSetup: {
          paperSize: "a4",
          orientation: document.orientation,
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          margins: {
            top: inches(pageMargins.top),
            bottom: inches(pageMargins.bottom),
            left: inches(pageMargins.left),
            right: inches(pageMargins.right),
            header: inches(pageNumberMargin),
            footer: inches(pageNumberMargin),
          },
          printArea: `$A$1:$${lastColumn}$${sheet.rows}`,
          printTitlesRow: `$${headFrom + 1}:$${headTo}`,
        },
        // The empty first header is what keeps the number off page 1.
        headerFooter: {
          differentFirst: true,
          oddHeader: `&C&"Times New Roman,Regular"&${fontSizes.pageNumber}&P`,
        },
      },
    ],
  });
}

/** Office programs round widths differently; with a little more, none of them breaks a word, and fitting takes it back. */
const spare = 1.05;

/** Excel measures in digits of the workbook's font, 7 pixels wide at 11 points, plus 5 pixels of margin. */
function columnWidth(mm: number): number {
  const pixels = ((mm * spare) / 25.4) * 96;
  return Math.max(1, Math.round(((pixels - 5) / 7) * 256) / 256);
}

function inches(mm: number): number {
  return Math.round((mm / 25.4) * 10_000) / 10_000;
}

function placeHead(
  sheet: SheetBuilder,
  { table }: ReportDocument,
  widths: readonly number[],
  points: number,
): void {
  const first = sheet.rows;
  for (const height of headHeights(table, widths, points)) sheet.row(height);
  const style = boxStyle({ points, bold: true }, "center");
  for (const { text, row, column, rowSpan, columnSpan } of table.header) {
    sheet.text(first + row, column, text, style, { rows: rowSpan, columns: columnSpan });
  }
  if (table.numbering === null) return;
  const row = sheet.row(lineHeight(points));
  const numberStyle = boxStyle({ points, italic: true }, "center");
  for (const [column, text] of table.numbering.entries()) sheet.text(row, column, text, numberStyle);
}

/** Excel does not make rows higher for merged cells: each heading's lines decide, the lowest row takes the rest. */
function headHeights(
  { header, headerRows }: ReportDocument["table"],
  widths: readonly number[],
  points: number,
): number[] {
  const heights = Array.from({ length: headerRows }, () => lineHeight(points));
  for (const { text, row, column, rowSpan, columnSpan } of header) {
    const width = widths.slice(column, column + columnSpan).reduce((sum, each) => sum + each, 0);
    const needed = lineHeight(points, linesOf(text, width - cellPadding, points, true));
    const last = row + rowSpan - 1;
    const given = heights.slice(row, last + 1).reduce((sum, each) => sum + each, 0);
    heights[last] = (heights[last] ?? 0) + Math.max(0, needed - given);
  }
  return heights;
}

function placeRows(
  sheet: SheetBuilder,
  { table }: ReportDocument,
  widths: readonly number[],
  points: number,
): void {
  const { columns, rows, total } = table;
  for (const row of total === null ? rows : [...rows, total]) {
    const bold = row === total;
    const lines = row.map((cell, column) =>
      columns[column]?.wraps === true
        ? linesOf(cellText(cell), (widths[column] ?? 0) - cellPadding, points, bold)
        : 1,
    );
    const number = sheet.row(lineHeight(points, Math.max(...lines)) + 3);
    for (const [column, cell] of row.entries()) {
      const of = columns[column];
      if (of !== undefined)
        placeCell(sheet, number, column, cell, (format) => styleOf(of, points, bold, format));
    }
  }
}

function styleOf({ align }: ReportColumn, points: number, bold: boolean, format?: string): CellStyle {
  return boxStyle({ points, bold }, align, format);
}

function placeCell(
  sheet: SheetBuilder,
  row: number,
  column: number,
  cell: ReportCell,
  style: (format?: string) => CellStyle,
): void {
  switch (cell.kind) {
    case "empty":
      return sheet.empty(row, column, style());
    case "count":
      return sheet.number(row, column, cell.value, style(countFormat));
    case "rate":
      if (isOneRate(cell)) return sheet.number(row, column, cell.most / cell.whole, style(rateFormat));
      return sheet.text(row, column, cellText(cell), style());
    case "text":
    case "fraction":
      return sheet.text(row, column, cellText(cell), style());
  }
}

/** Whether a rate is a single number as printed, so that the workbook may hold it as one. */
function isOneRate({ least, most, whole }: Extract<ReportCell, { kind: "rate" }>): boolean {
  return whole > 0 && percentTenths(least, whole) === percentTenths(most, whole);
}
