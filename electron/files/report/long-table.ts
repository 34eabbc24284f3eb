/**
 * Tables of any length as files: one line of headings and the rows, written some at a time, so that a quarter of a million
 * people take no more memory than a few hundred. What such a list loses is the head of an official document: nobody
 * prints it, programs calculate with it.
 */
import { writeXlsxStream } from "hucre/xlsx";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { cellText } from "../../../shared/report/cell-text";
import type { CellType, ReportCell } from "../../../shared/report/document";
import { fieldText, quotedLine, withoutFormula } from "./csv";

export interface LongTable {
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

/** Text is always text, figures are numbers, full days are days. @returns the bytes of an .xlsx file, piece by piece */
export async function* longXlsx(table: LongTable): AsyncGenerator<Uint8Array> {
  const stream = writeXlsxStream(cellRows(table), {
    name: "Danh_sach",
    columns: table.headings.map((header, column) => ({
      header: legible(header),
      width: widths[table.types[column] ?? "text"],
      numFmt: formats[table.types[column] ?? "text"],
    })),
    freezePane: { rows: 1 },
  });
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}

/** Text as text keeps the leading zeros of a number that somebody types over it. */
const formats: Readonly<Record<CellType, string>> = {
  text: "@",
  number: "#,##0",
  decimal: "General",
  date: "dd/mm/yyyy",
  fraction: "@",
  percent: "@",
};
/** In digits, as Excel measures columns. */
const widths: Readonly<Record<CellType, number>> = {
  text: 24,
  number: 10,
  decimal: 10,
  date: 12,
  fraction: 12,
  percent: 12,
};

async function* cellRows({ slices }: LongTable): AsyncGenerator<(string | number | Date | null)[]> {
  for await (const rows of slices()) for (const row of rows) yield row.map(plainValue);
}

/** Before this day Excel counts one that never was. */
const firstDay = 19_000_301;

function plainValue(cell: ReportCell): string | number | Date | null {
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
      return legible(cellText(cell));
  }
}

/**
 * XML has no way to write control characters; they are no part of any word. What reads like the escape of one (_x000D_), or
 * like a mark of text, is written so that programs give it back as it stands.
 */
function legible(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replaceAll(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_")
    .replace(/^'(?=[\s']*[=+\-@|])/u, "''");
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
