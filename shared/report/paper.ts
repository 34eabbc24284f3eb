/**
 * Paper, margins and letters of official documents, and how much room words take on them.
 *
 * Workbook and print page take their sizes from here, so that both are the same document. Sizes are those of Nghị
 * định 30/2020/NĐ-CP, Phụ lục I; the decree sets no size for the words inside a table.
 */
import type { ReportDocument } from "./document";
import { letterWidth } from "./letter-widths";

/** Millimetres. Within Phụ lục I: top and bottom 20–25, left 30–35, right 15–20. */
export const pageMargins = { top: 20, bottom: 20, left: 30, right: 15 } as const;

/** From the page's edge to its number, millimetres. */
export const pageNumberMargin = 10;

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
  /** Of a document that is text, such as a decision, and of "Nơi nhận" with what stands under it. */
  body: 14,
  receivers: { title: 12, list: 11 },
  /** Of the table where it fits; smaller where there are many columns. */
  table: 11,
} as const;

/** Below this nobody reads a printed table. */
export const smallestFont = 7;
/** Height of a line in a table as a share of its letters' size: as the metrics of Times New Roman have it, and Word draws it. */
export const tableLine = 1.15;
export const mmPerPoint = 25.4 / 72;
/** Room left and right of a cell's text together, millimetres; `narrow` where many columns leave no more. */
export const cellPadding = { usual: 2.2, narrow: 1 } as const;

/** Programs round the widths of letters, at small sizes by some percent. */
const rounding = 1.015;

/** Width of a line of text in millimetres, rather a little wider. */
export function textWidthMm(text: string, points: number, bold = false): number {
  let thousandths = 0;
  for (const letter of text.normalize("NFC")) thousandths += letterWidth(letter, bold);
  return (thousandths / 1000) * points * mmPerPoint * rounding;
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

/** Height of lines of text in points, as high as office programs draw them. */
export function lineHeight(points: number, lines = 1): number {
  return Math.ceil(points * 1.2 * lines + 2);
}

/** Share of the width that the labels of a key–value sheet take. */
export const sheetLabelShare = 0.35;

/**
 * How many lines a text takes when it is broken between words; a word longer than the line takes as many as it needs.
 * @param widthMm room for text, without padding
 */
export function linesOf(text: string, widthMm: number, points: number, bold = false): number {
  return breakLines(wordWidths(text, points, bold), widthMm, points, bold);
}

/** The widths of a text's words in millimetres. */
export function wordWidths(text: string, points: number, bold = false): readonly number[] {
  return text.split(/\s+/u).map((word) => textWidthMm(word, points, bold));
}

/** As `linesOf`, of words that are measured. */
export function breakLines(words: readonly number[], widthMm: number, points: number, bold = false): number {
  const blank = textWidthMm(" ", points, bold);
  let lines = 1;
  let used = 0;
  for (const width of words) {
    if (used > 0 && used + blank + width > widthMm) {
      lines += 1;
      used = 0;
    }
    if (used === 0) lines += Math.max(0, Math.ceil(width / widthMm) - 1);
    used += used === 0 ? width : blank + width;
  }
  return lines;
}
