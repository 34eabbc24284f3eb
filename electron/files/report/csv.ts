/**
 * A report's tables and sheets for other programs: of a table one line of headings, the rows, the total.
 *
 * UTF-8 with a byte order mark, because Excel reads a file without one in the PC's old code page; semicolons, because
 * a Vietnamese Windows writes decimals with a comma and Excel then parts fields at semicolons when the file is opened
 * by a double click. A line "sep=;" would force that on other PCs too, but makes Excel overlook the mark.
 *
 * Of a list in groups each line is still one person: whoever opens such a file sorts, filters and counts its lines, and a
 * line that is only a heading would be counted and sorted away from its people. What parts the list stands in a column of
 * its own in front, unless the list shows that column anyway.
 */
import { report as words } from "../../../shared/i18n/vi/report";
import { cellText } from "../../../shared/report/cell-text";
import type {
  DocumentBlock,
  ReportCell,
  ReportDocument,
  ReportSheet,
  ReportTable,
} from "../../../shared/report/document";
import { fill } from "../../../shared/report/fill";
import { groupsOfRows } from "../../../shared/report/row-groups";
import { mayBeFormula } from "../../../shared/text/formula";

const separator = ";";
const lineEnd = "\r\n";

/** @returns the file's bytes; an empty line parts blocks; lines end in CR LF, the last one too */
export function writeCsv({ blocks }: ReportDocument): Uint8Array {
  const parts = blocks.flatMap((block) => {
    const lines = linesOf(block);
    return lines === null ? [] : [lines.map(quotedLine).join("")];
  });
  return new TextEncoder().encode(`\uFEFF${parts.join(lineEnd)}`);
}

/** Null for what is there to be read by people only. */
function linesOf(block: DocumentBlock): string[][] | null {
  switch (block.kind) {
    case "table":
      return tableLines(block);
    case "sheet":
      return sheetLines(block);
    case "heading":
    case "text":
    case "signatures":
      return null;
  }
}

function tableLines(table: ReportTable): string[][] {
  const lines = [
    table.columns.map((_, column) => withoutFormula(headingPath(table, column))),
    ...table.rows.map((row) => row.map(fieldText)),
    ...(table.total === null ? [] : [table.total.map(fieldText)]),
  ];
  const by = table.groups?.column;
  if (by === undefined || table.columns.some(({ key }) => key === by.key)) return lines;
  const groups = [by.title, ...groupsOfRows(table)].map(withoutFormula);
  return lines.map((line, place) => [groups[place] ?? "", ...line]);
}

function sheetLines({ lines }: ReportSheet): string[][] {
  return lines.map(({ label, cell }) => [withoutFormula(label), fieldText(cell)]);
}

/** The headings above a column from the top down: "Chuẩn chuyên môn - Đạt". */
export function headingPath({ header }: ReportTable, column: number): string {
  return header
    .filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
    .map(({ text }) => text)
    .join(" - ");
}

/** Numbers without grouping, as programs read them. "3/12" alone would become 3 December when Excel opens it. */
export function fieldText(cell: ReportCell): string {
  switch (cell.kind) {
    case "number":
      return String(cell.value);
    case "decimal":
      return cellText(cell).replaceAll(".", "");
    case "fraction":
      return fill(words.ofPeople, { fraction: cellText(cell) });
    case "empty":
      return "";
    case "text":
    case "date":
    case "percent":
      return withoutFormula(cellText(cell));
  }
}

/**
 * Excel runs a field that begins like a formula; an apostrophe makes it text there. One that is of the text itself gets
 * another, so that whoever reads the file takes away the one that was put there (shared/import/cell-text.ts).
 */
export function withoutFormula(text: string): string {
  return mayBeFormula(text) ? `'${text}` : text;
}

/** The fields of one line, and its end. */
export function quotedLine(fields: readonly string[]): string {
  return fields.map(quoted).join(separator) + lineEnd;
}

function quoted(field: string): string {
  return /[";,\r\n\t]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
