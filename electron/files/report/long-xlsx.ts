/**
 * The bytes of a workbook of any length from its plain cells, piece by piece. Loads the library that writes workbooks, and
 * nothing else: a thread that does only this starts at once.
 */
import { writeXlsxStream } from "hucre/xlsx";
import type { CellType } from "../../../shared/report/document";

/** Text, a figure, a full day, nothing. */
export type PlainCell = string | number | Date | null;
export type PlainRows = readonly (readonly PlainCell[])[];

export interface PlainTable {
  /** Lines above the headings. */
  readonly notes?: readonly string[] | undefined;
  readonly headings: readonly string[];
  readonly types: readonly CellType[];
}

/** Text is always text, figures are numbers, full days are days. @returns the bytes of an .xlsx file, piece by piece */
export async function* xlsxPieces(
  { notes = [], headings, types }: PlainTable,
  slices: AsyncIterable<PlainRows>,
): AsyncGenerator<Uint8Array> {
  // Headings that the library is told of stand in the first line; under notes they are a line like others.
  const above = notes.length === 0 ? [] : [...notes.map((note) => [note]), headings];
  const stream = writeXlsxStream(legibleRows(withAbove(above, slices)), {
    name: "Danh_sach",
    columns: headings.map((header, column) => ({
      ...(above.length === 0 ? { header: legible(header) } : {}),
      width: widths[types[column] ?? "text"],
      numFmt: formats[types[column] ?? "text"],
    })),
    freezePane: { rows: notes.length + 1 },
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

async function* withAbove(above: PlainRows, slices: AsyncIterable<PlainRows>): AsyncGenerator<PlainRows> {
  if (above.length > 0) yield above;
  yield* slices;
}

async function* legibleRows(slices: AsyncIterable<PlainRows>): AsyncGenerator<PlainCell[]> {
  for await (const rows of slices)
    for (const row of rows) yield row.map((cell) => (typeof cell === "string" ? legible(cell) : cell));
}

/** What `legible` changes anything of; nearly no text has any of it. */
const odd = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff_']|\p{Surrogate}/u;

/**
 * XML has no way to write control characters; they are no part of any word. What reads like the escape of one (_x000D_), or
 * like a mark of text, is written so that programs give it back as it stands.
 */
function legible(text: string): string {
  if (!odd.test(text)) return text;
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replaceAll(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_")
    .replace(/^'(?=[\s']*[=+\-@|])/u, "''");
}
