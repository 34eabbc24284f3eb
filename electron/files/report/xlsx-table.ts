/** Tables and key–value sheets on a worksheet: figures as numbers, dates as dates, text always as text. */
import { type CellStyle, cellRef } from "hucre/xlsx";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { cellText } from "../../../shared/report/cell-text";
import type { ReportCell, ReportColumn, ReportSheet, ReportTable } from "../../../shared/report/document";
import type { Spacing } from "../../../shared/report/page-layout";
import { cellPadding, fontSizes, lineHeight, linesOf, mmPerPoint } from "../../../shared/report/paper";
import { groupLine } from "../../../shared/report/row-groups";
import { headHeights, isTurned, linesOfRow, type TableFit } from "../../../shared/report/table-fit";
import { percentTenths } from "../../../shared/text/format";
import type { SheetBuilder } from "./sheet";
import type { Span } from "./xlsx-grid";
import { boxStyle, dateFormat, decimalFormat, lineStyle, numberFormat, percentFormat } from "./xlsx-style";

export interface PlacedTable {
  readonly table: ReportTable;
  readonly fit: TableFit;
  readonly spacing: Spacing;
  readonly spans: readonly Span[];
}

/** The head, its numbering included. @returns the sheet's rows that it takes */
export function placeHead(
  sheet: SheetBuilder,
  { table, fit, spans }: PlacedTable,
): { from: number; to: number } {
  const { points } = fit;
  const first = sheet.rows;
  for (const height of headHeights(table, fit)) sheet.row(height);
  const style = boxStyle({ points, bold: true }, "center");
  const turned = { ...style, alignment: { ...style.alignment, textRotation: 90 } };
  for (const cell of table.header) {
    const { text, row, column, rowSpan, columnSpan } = cell;
    const from = spans[column]?.from ?? 0;
    const to = spans[column + columnSpan - 1]?.to ?? from;
    const size = { rows: rowSpan, columns: to - from };
    sheet.text(first + row, from, text, isTurned(cell, fit) ? turned : style, size);
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

/** @returns the sheet's rows that may begin a page: of each of the table's rows, with the line of its group */
export function placeRows(sheet: SheetBuilder, placed: PlacedTable): readonly number[] {
  const { table, fit, spacing, spans } = placed;
  const { columns, rows, total } = table;
  const first = sheet.rows;
  const pieces: number[] = [];
  for (const [place, row] of (total === null ? rows : [...rows, total]).entries()) {
    const bold = row === total;
    // A total goes with the row above it.
    if (!bold || rows.length === 0) pieces.push(sheet.rows);
    placeGroup(sheet, placed, bold ? null : groupLine(table, place));
    const lines = linesOfRow(table, row, fit, bold);
    const number = sheet.row(lineHeight(fit.points, lines) + around(spacing));
    for (const [column, cell] of row.entries()) {
      const of = columns[column];
      const span = spans[column];
      if (of === undefined || span === undefined) continue;
      const formula = formulaOf(placed, column, cell, { row: number, first, isTotal: bold });
      placeCell(sheet, number, span, cell, (format) => styleOf(of, fit.points, bold, format), formula);
    }
  }
  return pieces;
}

/** Points above and below a row's text, beside the one and a half that a line has by itself. */
function around({ rowMm }: Spacing): number {
  return Math.max(0, Math.round(rowMm / mmPerPoint - 1.5));
}

/** One cell over the whole row, so that whoever reads the sheet again takes it for no person. */
function placeGroup(sheet: SheetBuilder, { fit, spacing, spans }: PlacedTable, text: string | null): void {
  if (text === null) return;
  const { points } = fit;
  const row = sheet.row(lineHeight(points) + around(spacing));
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
      linesOf(line.label, labelWidth - cellPadding.usual, points),
      linesOf(cellText(line.cell), valueWidth - cellPadding.usual, points),
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
