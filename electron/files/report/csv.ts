/**
 * A report's table for other programs: one line of headings, the rows, the total.
 *
 * UTF-8 with a byte order mark, because Excel reads a file without one in the PC's old code page; semicolons, because
 * a Vietnamese Windows writes decimals with a comma and Excel then parts fields at semicolons when the file is opened
 * by a double click. A line "sep=;" would force that on other PCs too, but makes Excel overlook the mark.
 */
import { report as words } from "../../../shared/i18n/vi/report";
import { cellText } from "../../../shared/report/cell-text";
import type { ReportCell, ReportDocument } from "../../../shared/report/document";
import { fill } from "../../../shared/report/fill";

const separator = ";";
const lineEnd = "\r\n";

/** @returns the file's bytes; lines end in CR LF, the last one too */
export function writeCsv({ table }: ReportDocument): Uint8Array {
  const lines = [
    table.columns.map((_, column) => headingPath(table, column)),
    ...table.rows.map((row) => row.map(fieldText)),
    ...(table.total === null ? [] : [table.total.map(fieldText)]),
  ];
  const text = lines.map((fields) => fields.map(quoted).join(separator) + lineEnd).join("");
  return new TextEncoder().encode(`\uFEFF${text}`);
}

/** The headings above a column from the top down: "Chuẩn chuyên môn - Đạt". */
function headingPath({ header }: ReportDocument["table"], column: number): string {
  return header
    .filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
    .map(({ text }) => text)
    .join(" - ");
}

/** Counts without grouping, as programs read them. "3/12" alone would become 3 December when Excel opens it. */
function fieldText(cell: ReportCell): string {
  if (cell.kind === "count") return String(cell.value);
  if (cell.kind === "fraction") return fill(words.ofPeople, { fraction: cellText(cell) });
  return withoutFormula(cellText(cell));
}

/** Excel runs a field that begins like a formula; an apostrophe makes it text there. */
function withoutFormula(text: string): string {
  return /^[\s]*[=+\-@\t\r|]/.test(text) ? `'${text}` : text;
}

function quoted(field: string): string {
  return /[";,\r\n\t]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
