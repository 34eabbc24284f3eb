/**
 * Tables of any length as files: one line of headings and the rows, written some at a time, so that a quarter of a million
 * people take no more memory than a few hundred. What such a list loses is the head of an official document: nobody
 * prints it, programs calculate with it.
 */
import { isoToPacked } from "../../../shared/domain/partial-date";
import { cellText } from "../../../shared/report/cell-text";
import type { CellType, ReportCell } from "../../../shared/report/document";
import { fieldText, quotedLine, withoutFormula } from "./csv";
import { type PlainCell, type PlainRows, type PlainTable, xlsxPieces } from "./long-xlsx";

export interface LongTable {
  /** Lines above the headings of a workbook. */
  readonly notes?: readonly string[] | undefined;
  readonly headings: readonly string[];
  readonly types: readonly CellType[];
  /** Rows from the top down, some at a time. */
  readonly slices: () => AsyncIterable<readonly (readonly ReportCell[])[]>;
}

/** As csv.ts writes a table. @returns the file's bytes, piece by piece */
export async function* longCsv({ headings, slices }: LongTable): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\uFEFF${quotedLine(headings.map(withoutFormula))}`);
  for await (const rows of slices())
    yield encoder.encode(rows.map((row) => quotedLine(row.map(fieldText))).join(""));
}

/**
 * Text is always text, figures are numbers, full days are days.
 * @param write where the workbook is made
 * @returns the bytes of an .xlsx file, piece by piece
 */
export function longXlsx(table: LongTable, write: WriteXlsx = xlsxPieces): AsyncIterable<Uint8Array> {
  return write(table, plainSlices(table));
}

/** Makes a workbook of plain cells somewhere. */
export type WriteXlsx = (table: PlainTable, slices: AsyncIterable<PlainRows>) => AsyncIterable<Uint8Array>;

async function* plainSlices({ slices }: LongTable): AsyncGenerator<PlainRows> {
  for await (const rows of slices()) yield rows.map((row) => row.map(plainCell));
}

/** Before this day Excel counts one that never was. */
const firstDay = 19_000_301;

function plainCell(cell: ReportCell): PlainCell {
  switch (cell.kind) {
    case "empty":
      return null;
    case "number":
      return cell.value;
    case "decimal":
      return cell.value / 10 ** cell.scale;
    case "date": {
      const isDay = cell.date.length === 10 && isoToPacked(cell.date) >= firstDay;
      return isDay ? new Date(`${cell.date}T00:00:00Z`) : cellText(cell);
    }
    case "text":
    case "fraction":
    case "percent":
      return cellText(cell);
  }
}

/** A file made piece by piece, in one. */
export async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of pieces) parts.push(part);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
