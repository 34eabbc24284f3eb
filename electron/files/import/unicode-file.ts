/**
 * Writes a workbook whose texts were turned into Unicode as a file that every program shows right: an .xlsx, a .csv with the
 * mark that Excel needs, or plain lines. Values stay what they were; nothing is worked out, and no text becomes a formula.
 */
import { type Cell, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { cellText } from "../../../shared/import/cell-text";
import type { UnicodeFormat } from "./unicode-formats";
import type { CellContent, Sheet, Workbook } from "../../../shared/import/workbook";

const font = { name: "Times New Roman", size: 12 };
const lineEnd = "\r\n";
/** What Excel parts cells at on Vietnamese machines. */
const separator = ";";
const daysFrom1900To1904 = 1462;
/** The same file for the same workbook, whenever it is written. */
const dated = new Date("2000-01-01T00:00:00Z");
/** Names of sheets may not hold these, nor be longer (ECMA-376 part 1, 18.2.19, as Excel takes it). */
const notInNames = /[\\/?*[\]:]/gu;
const longestName = 31;

/** @throws nothing but for a bug */
export function writeUnicode(workbook: Workbook, format: UnicodeFormat): Promise<Uint8Array> {
  switch (format) {
    case "xlsx":
      return xlsxOf(workbook);
    case "csv":
      return Promise.resolve(linesOf(workbook, separator, quoted));
    case "txt":
      return Promise.resolve(linesOf(workbook, "\t", (text) => text));
  }
}

function quoted(text: string): string {
  return /[";,\r\n\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function linesOf(
  { sheets, date1904 }: Workbook,
  between: string,
  write: (text: string) => string,
): Uint8Array {
  const lines: string[] = [];
  for (const { rows } of sheets) {
    const first = lines.length;
    for (const { number, cells } of rows) {
      while (lines.length < first + number - 1) lines.push("");
      const texts: string[] = [];
      for (const cell of cells) texts[cell.column] = write(cellText(cell, date1904));
      // Columns without anything are holes.
      lines.push(Array.from(texts, (text?: string) => text ?? "").join(between));
    }
  }
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => line + lineEnd).join("")}`);
}

async function xlsxOf(workbook: Workbook): Promise<Uint8Array> {
  const names = new Set<string>();
  const sheets = workbook.sheets.map((sheet, at) =>
    sheetOf(sheet, nameOf(sheet, at, names), workbook.date1904),
  );
  return writeXlsx({ defaultFont: font, properties: { created: dated, modified: dated }, sheets });
}

/** A name that Excel takes and no other sheet has. */
function nameOf({ name }: Sheet, at: number, taken: Set<string>): string {
  const wanted = name.replace(notInNames, " ").trim().slice(0, longestName) || `Sheet${at + 1}`;
  const free = taken.has(wanted.toLowerCase()) ? `${wanted.slice(0, longestName - 6)} (${at + 1})` : wanted;
  taken.add(free.toLowerCase());
  return free;
}

function sheetOf({ rows, merges, hidden }: Sheet, name: string, date1904: boolean): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const { number, cells: held } of rows)
    for (const { column, content } of held) cells.set(`${number - 1},${column}`, cellOf(content, date1904));
  return {
    name,
    cells,
    hidden,
    merges: merges.map(({ firstRow, lastRow, firstColumn, lastColumn }) => ({
      startRow: firstRow - 1,
      endRow: lastRow - 1,
      startCol: firstColumn,
      endCol: lastColumn,
    })),
  };
}

function cellOf(content: CellContent, date1904: boolean): Partial<Cell> {
  switch (content.kind) {
    case "number": {
      const { value, format, isDate } = content;
      const shown = isDate && date1904 ? value + daysFrom1900To1904 : value;
      return { value: shown, type: "number", style: format === null ? { font } : { font, numFmt: format } };
    }
    case "boolean":
      return { value: content.value, type: "boolean", style: { font } };
    case "text":
    case "error":
      return { value: cellText({ content }, date1904), type: "string", style: { font } };
  }
}
