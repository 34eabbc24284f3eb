/** Tables and key–value sheets on a worksheet: figures as numbers, dates as dates, text always as text. */
import { type CellStyle, cellRef } from "hucre/xlsx";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { cellText } from "../../../shared/report/cell-text";
import type {
  ReportCell,
  ReportColumn,
  ReportDocument,
  ReportSheet,
  ReportTable,
} from "../../../shared/report/document";
import { keptRows } from "../../../shared/report/last-page";
import { cellPadding, fontSizes, linesOf } from "../../../shared/report/paper";
import { groupLine } from "../../../shared/report/row-groups";
import { percentTenths } from "../../../shared/text/format";
import type { SheetBuilder } from "./sheet";
import type { Span } from "./xlsx-grid";
import { lineHeight } from "./xlsx-parts";
import { boxStyle, dateFormat, decimalFormat, lineStyle, numberFormat, percentFormat } from "./xlsx-style";

export interface PlacedTable {
  readonly table: ReportTable;
  readonly points: number;
  /** One a column of the table. */
  readonly widthsMm: readonly number[];
  readonly spans: readonly Span[];
}

/** The head, its numbering included. @returns the sheet's rows that it takes */
export function placeHead(
  sheet: SheetBuilder,
  { table, points, widthsMm, spans }: PlacedTable,
): { from: number; to: number } {
  const first = sheet.rows;
  for (const height of headHeights(table, widthsMm, points)) sheet.row(height);
  const style = boxStyle({ points, bold: true }, "center");
  for (const { text, row, column, rowSpan, columnSpan } of table.header) {
    const from = spans[column]?.from ?? 0;
    const to = spans[column + columnSpan - 1]?.to ?? from;
    sheet.text(first + row, from, text, style, { rows: rowSpan, columns: to - from });
  }
  if (table.numbering !== null) {
    const row = sheet.row(lineHeight(points));
    const numberStyle = boxStyle({ points, italic: true }, "center");
    for (const [column, text] of table.numbering.entries()) {
      const { from, to } = spans[column] ?? { from: 0, to: 0 };
      sheet.text(row, from, text, numberStyle, { columns: to - from });
    }
  }
  return { from: first, to: sheet.rows };
}

/** Excel does not make rows higher for merged cells: each heading's lines decide, the lowest row takes the rest. */
function headHeights(
  { header, headerRows }: ReportTable,
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

/** @returns the sheet's row from which on the table stays with what follows; null for a table that is short anyway */
export function placeRows(
  sheet: SheetBuilder,
  placed: PlacedTable,
  document: Pick<ReportDocument, "orientation" | "blocks">,
): number | null {
  const { table, points, widthsMm, spans } = placed;
  const { columns, rows, total } = table;
  const first = sheet.rows;
  const kept = keptRows(table, { points, widthsMm }, document);
  let together: number | null = null;
  for (const [place, row] of (total === null ? rows : [...rows, total]).entries()) {
    const bold = row === total;
    if (kept > 0 && place === rows.length - kept) together = sheet.rows;
    placeGroup(sheet, placed, bold ? null : groupLine(table, place));
    const lines = row.map((cell, column) =>
      columns[column]?.wraps === true
        ? linesOf(cellText(cell), (widthsMm[column] ?? 0) - cellPadding, points, bold)
        : 1,
    );
    const number = sheet.row(lineHeight(points, Math.max(...lines)) + 3);
    for (const [column, cell] of row.entries()) {
      const of = columns[column];
      const span = spans[column];
      if (of === undefined || span === undefined) continue;
      const formula = formulaOf(placed, column, cell, { row: number, first, isTotal: bold });
      placeCell(sheet, number, span, cell, (format) => styleOf(of, points, bold, format), formula);
    }
  }
  return together;
}

/** One cell over the whole row, so that whoever reads the sheet again takes it for no person. */
function placeGroup(sheet: SheetBuilder, { points, spans }: PlacedTable, text: string | null): void {
  if (text === null) return;
  const row = sheet.row(lineHeight(points) + 3);
  const columns = spans.at(-1)?.to ?? 1;
  sheet.text(row, 0, text, boxStyle({ points, bold: true }, "left"), { columns });
}

/** The formula of a cell, where the table says that it follows from others; null where its text says more. */
function formulaOf(
  { table, spans }: PlacedTable,
  column: number,
  cell: ReportCell,
  at: { readonly row: number; readonly first: number; readonly isTotal: boolean },
): string | null {
  const formula = table.formulas[column] ?? null;
  const place = (of: number, row: number) => cellRef(row, spans[of]?.from ?? 0);
  if (formula?.kind === "sum" && at.isTotal && cell.kind === "number")
    return `SUM(${place(column, at.first)}:${place(column, at.row - 1)})`;
  if (formula?.kind !== "ratio" && formula?.kind !== "fraction") return null;
  if ((cell.kind !== "percent" && cell.kind !== "fraction") || cell.whole === 0) return null;
  const part = place(formula.part, at.row);
  const columns = formula.whole.map((one) => place(one, at.row));
  const whole = columns.length === 0 ? String(cell.whole) : columns.join("+");
  if (cell.kind === "fraction") return `${part}&"/"&${columns.length > 1 ? `(${whole})` : whole}`;
  // A range says more than a rate.
  if (cell.least !== cell.most) return null;
  return `${part}/${columns.length > 1 ? `(${whole})` : whole}`;
}

function styleOf({ align }: ReportColumn, points: number, bold: boolean, format?: string): CellStyle {
  return boxStyle({ points, bold }, align, format);
}

/** What is known of one thing, a row a line. */
export function placeSheet(
  sheet: SheetBuilder,
  { lines }: ReportSheet,
  widthsMm: readonly number[],
  spans: readonly Span[],
): void {
  const points = fontSizes.subtitle;
  const [label, value] = spans;
  const [labelWidth = 0, valueWidth = 0] = widthsMm;
  if (label === undefined || value === undefined) return;
  for (const line of lines) {
    const high = Math.max(
      linesOf(line.label, labelWidth - cellPadding, points),
      linesOf(cellText(line.cell), valueWidth - cellPadding, points),
    );
    const row = sheet.row(lineHeight(points, high));
    const columns = label.to - label.from;
    sheet.text(row, label.from, line.label, lineStyle({ points }, "left"), { columns });
    placeCell(sheet, row, value, line.cell, (format) => lineStyle({ points }, "left", format));
  }
}

function placeCell(
  sheet: SheetBuilder,
  row: number,
  { from, to }: Span,
  cell: ReportCell,
  style: (format?: string) => CellStyle,
  formula: string | null = null,
): void {
  const span = { columns: to - from };
  const number = (value: number, format: string) =>
    formula === null
      ? sheet.number(row, from, value, style(format), span)
      : sheet.formula(row, from, { formula, value }, style(format), span);
  const text = () =>
    formula === null
      ? sheet.text(row, from, cellText(cell), style(), span)
      : sheet.formula(row, from, { formula, value: cellText(cell) }, style(), span);
  switch (cell.kind) {
    case "empty":
      return cell.words === undefined ? sheet.empty(row, from, style(), span) : text();
    case "number":
      return number(cell.value, numberFormat);
    case "decimal":
      return number(cell.value / 10 ** cell.scale, decimalFormat(cell.scale));
    case "date": {
      const serial = serialOf(cell.date);
      return serial === null ? text() : number(serial, dateFormat);
    }
    case "percent":
      return isOneRate(cell) ? number(cell.most / cell.whole, percentFormat) : text();
    case "text":
    case "fraction":
      return text();
  }
}

/** Whether a rate is a single number as printed, so that the workbook may hold it as one. */
function isOneRate({ least, most, whole }: Extract<ReportCell, { kind: "percent" }>): boolean {
  return whole > 0 && percentTenths(least, whole) === percentTenths(most, whole);
}

/**
 * The number by which a workbook knows a day, counted from 30/12/1899. Null for what is no whole day, and before
 * 01/03/1900, where Excel counts a day that never was.
 */
function serialOf(date: string): number | null {
  if (date.length !== 10 || isoToPacked(date) < 19000301) return null;
  return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
