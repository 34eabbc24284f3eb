/**
 * Paper, margins and letters of official documents, and how wide the columns of a table become on them.
 *
 * Workbook and print page take their sizes from here, so that both are the same document. Sizes are those of Nghị
 * định 30/2020/NĐ-CP, Phụ lục I; the decree sets no size for the words inside a table.
 */
import { cellText } from "./cell-text";
import type { HeaderCell, ReportDocument, ReportTable } from "./document";

/** Millimetres. Within Phụ lục I: top and bottom 20–25, left 30–35, right 15–20. */
export const pageMargins = { top: 20, bottom: 20, left: 30, right: 15 } as const;

/** From the page's edge to its number, millimetres. */
export const pageNumberMargin = 10;

/** Left free for a signature and a stamp, points. */
export const signatureSpace = 62;

/** A4 in millimetres. */
const a4 = { short: 210, long: 297 } as const;

/** Points. Page number 13–14, nation 12–13, motto and place 13–14, agency 12–13, title and body 13–14. */
export const fontSizes = {
  pageNumber: 13,
  agency: 12,
  nation: 12,
  motto: 13,
  place: 13,
  title: 14,
  subtitle: 13,
  signature: 13,
  notes: 11,
  /** Of the table where it fits; smaller where there are many columns. */
  table: 11,
} as const;

/** Below this nobody reads a printed table. */
const smallestFont = 7;
export const mmPerPoint = 25.4 / 72;
/** Room left and right of a cell's text together, millimetres. */
export const cellPadding = 2.2;

/** Advance widths of a Times face in thousandths of its size; letters not named are average. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\s.,;:/'|il(){}[\]-]/u, 300],
  [/[\d–]/u, 500],
  [/%/u, 830],
  [/[mwMW…]/u, 860],
  // The horn stands beside the letter.
  [/[ưứừửữự]/u, 670],
  [/[ơớờởỡợ]/u, 570],
  [/\p{Lu}/u, 700],
];

/** Width of a line of text in millimetres, within a few percent; bold is taken as a little wider. */
export function textWidthMm(text: string, points: number, bold = false): number {
  let thousandths = 0;
  for (const letter of text.normalize("NFC")) {
    thousandths += widths.find(([kind]) => kind.test(letter))?.[1] ?? 500;
  }
  return (thousandths / 1000) * points * mmPerPoint * (bold ? 1.1 : 1);
}

/**
 * The short line beneath an agency: "từ 1/3 đến 1/2 độ dài của dòng chữ" (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 * @param room width that the name is broken in, millimetres
 */
export function agencyLineWidth(agency: string, room: number): number {
  return 0.4 * Math.min(room, textWidthMm(agency, fontSizes.agency, true));
}

/** Width between the left and right margin, millimetres. */
export function textAreaWidth(orientation: ReportDocument["orientation"]): number {
  return (orientation === "landscape" ? a4.long : a4.short) - pageMargins.left - pageMargins.right;
}

/** Height between the top and bottom margin, millimetres. */
export function textAreaHeight(orientation: ReportDocument["orientation"]): number {
  return (orientation === "landscape" ? a4.short : a4.long) - pageMargins.top - pageMargins.bottom;
}

export interface TableFit {
  /** Font size of the table in points, in halves. */
  readonly points: number;
  /** One width a column in millimetres; together they fill the text area. */
  readonly widthsMm: readonly number[];
}

/**
 * Chooses font and column widths so that no figure is broken or cut and the table fills the page's width.
 * A column of words takes what is left over.
 * @param area width of the text area in millimetres
 * @param largest size of its letters, points
 */
export function fitTable(table: ReportTable, area: number, largest: number = fontSizes.table): TableFit {
  const natural = table.columns.map((column, index) => {
    const heads = table.header.filter((cell) => cell.column === index && cell.columnSpan === 1);
    return Math.max(
      column.widthMm,
      headWidth(heads),
      column.wraps ? 0 : figuresWidth(table.rows, table.total, index),
    );
  });
  // Letters become smaller, the room at their sides does not.
  const room = cellPadding * natural.length;
  const sum = natural.reduce((total, width) => total + width - cellPadding, 0);
  const share = Math.min(1, Math.max(0, area - room) / sum);
  const points = Math.min(largest, Math.max(smallestFont, Math.floor(share * fontSizes.table * 2) / 2));
  const scaled = natural.map((width) => ((width - cellPadding) * points) / fontSizes.table + cellPadding);
  const left = area - scaled.reduce((total, width) => total + width, 0);
  const wrapping = table.columns.filter(({ wraps }) => wraps).length;
  if (wrapping === 0 || left <= 0)
    return { points, widthsMm: scaled.map((width) => (width * area) / (area - left)) };
  return {
    points,
    widthsMm: scaled.map(
      (width, index) => width + (table.columns[index]?.wraps === true ? left / wrapping : 0),
    ),
  };
}

/** Share of the width that the labels of a key–value sheet take. */
export const sheetLabelShare = 0.35;

/**
 * How many lines a text takes when it is broken between words; a word longer than the line takes as many as it needs.
 * @param widthMm room for text, without padding
 */
export function linesOf(text: string, widthMm: number, points: number, bold = false): number {
  const blank = textWidthMm(" ", points, bold);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/u)) {
    const width = textWidthMm(word, points, bold);
    if (used > 0 && used + blank + width > widthMm) {
      lines += 1;
      used = 0;
    }
    if (used === 0) lines += Math.max(0, Math.ceil(width / widthMm) - 1);
    used += used === 0 ? width : blank + width;
  }
  return lines;
}

/** A heading may be broken between its words, never inside one. */
function headWidth(heads: readonly HeaderCell[]): number {
  const words = heads.flatMap(({ text }) => text.split(/\s+/u));
  return cellPadding + Math.max(0, ...words.map((word) => textWidthMm(word, fontSizes.table, true)));
}

function figuresWidth(rows: ReportTable["rows"], total: ReportTable["total"], column: number): number {
  let widest = 0;
  for (const row of total === null ? rows : [...rows, total]) {
    const cell = row[column];
    if (cell !== undefined)
      widest = Math.max(widest, textWidthMm(cellText(cell), fontSizes.table, row === total));
  }
  return cellPadding + widest;
}
