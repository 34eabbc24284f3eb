/**
 * How a document ends: what of its table stands on the last page with the notes and the signatures. A row or two there look
 * forgotten, and signatures alone on a page could be put under anything.
 */
import { cellText } from "./cell-text";
import type { DocumentBlock, ReportDocument, ReportTable } from "./document";
import {
  cellPadding,
  fitTable,
  fontSizes,
  linesOf,
  mmPerPoint,
  signatureSpace,
  type TableFit,
  textAreaHeight,
  textAreaWidth,
} from "./paper";
import { groupLine } from "./row-groups";

/** Rows that stand on the last page at least, with the total and the signatures: fewer look forgotten there. */
export const lastRows = 4;

/** Letters of a short table are made smaller down to here, points, so that it stands on one page with its signatures. */
const smallestOfShort = 8;

/** The last table of a document with what follows it, where that is notes and signatures. */
export interface DocumentEnd {
  readonly before: readonly DocumentBlock[];
  readonly end: { readonly table: ReportTable; readonly after: readonly DocumentBlock[] } | null;
}

/** They end the document together: formats whose pages part what follows a table from its rows write it into the table. */
export function endOf(blocks: readonly DocumentBlock[]): DocumentEnd {
  const place = blocks.findLastIndex(({ kind }) => kind === "table");
  const last = blocks[place];
  const after = blocks.slice(place + 1);
  const isEnd = after.every(({ kind }) => kind === "text" || kind === "signatures");
  if (last?.kind !== "table" || after.length === 0 || !isEnd) return { before: blocks, end: null };
  return { before: blocks.slice(0, place), end: { table: last, after } };
}

/** What a table's last rows share their page with follows from the document. */
type PageOf = Pick<ReportDocument, "orientation" | "blocks">;

/**
 * As `fitTable`. A table of so few rows that none of them may part from the signatures has smaller letters where that
 * brings the whole document onto one page.
 * @param area width of the text area in millimetres
 */
export function fitOnPage(table: ReportTable, area: number, document: PageOf): TableFit {
  const usual = fitTable(table, area);
  const above = document.blocks.slice(0, document.blocks.indexOf(table));
  // What a list is limited to stands above it as text.
  const isAlone = above.every(({ kind }) => kind === "heading" || kind === "text");
  if (table.rows.length > lastRows || !isAlone) return usual;
  const heading = above.reduce((sum, block) => sum + headingHeight(block) + textHeight(block, area), 0);
  for (let { points } = usual; points >= smallestOfShort; points -= 0.5) {
    const fit = fitTable(table, area, points);
    const rows = table.rows.reduce((sum, _row, place) => sum + heightOfRow(table, fit, place), 0);
    if (heading + rows <= roomForRows(table, fit, document) * safeShare) return fit;
  }
  return usual;
}

/** Heights are counted a little short: programs round them. */
const safeShare = 0.96;

/** Office and nation, number and place, and the title, as high as they become in the format that takes most room. */
function headingHeight(block: DocumentBlock): number {
  if (block.kind !== "heading") return 0;
  const office = linesHigh(3, fontSizes.motto) + linesHigh(1, fontSizes.place) + 8;
  const title = linesHigh(block.title.length, fontSizes.title);
  return office + title + (block.subtitle === null ? 0 : linesHigh(1, fontSizes.subtitle)) + 4;
}

function linesHigh(lines: number, points: number): number {
  return lines * points * mmPerPoint * 1.25;
}

function textHeight(block: DocumentBlock, area: number): number {
  if (block.kind !== "text") return 0;
  const size = block.title === null ? fontSizes.subtitle : fontSizes.notes;
  const lines = block.lines.reduce((sum, text) => sum + linesOf(text, area - 5, size), 0);
  return linesHigh(lines + (block.title === null ? 0 : 1), size) + 3;
}

/** Millimetres that are left for rows on a page with the table's title, its total, and what ends the document. */
function roomForRows(table: ReportTable, { points }: TableFit, { orientation, blocks }: PageOf): number {
  const title = linesHigh(table.headerRows * linesOfTitle + (table.numbering === null ? 0 : 1), points) + 2;
  const total = table.total === null ? 0 : linesHigh(1, points) + 2;
  const area = textAreaWidth(orientation);
  const below = blocks.slice(blocks.indexOf(table) + 1).map((block) => {
    if (block.kind === "signatures")
      return signatureSpace * mmPerPoint + 3 * linesHigh(1, fontSizes.signature);
    return textHeight(block, area);
  });
  return textAreaHeight(orientation) - title - total - below.reduce((sum, high) => sum + high, 0);
}

/** Of one row of headings. */
const linesOfTitle = 2;

/**
 * How many of the last rows stay together. Of a table that is short anyway the first one stays below its title. One that has
 * no room there would leave what ends the document alone on a page, so that a row less is better than one too many.
 */
export function keptRows(table: ReportTable, fit: TableFit, document: PageOf): number {
  const { rows } = table;
  const most = Math.min(lastRows, Math.max(0, rows.length - 1));
  const room = roomForRows(table, fit, document);
  let high = 0;
  let kept = 0;
  while (kept < most) {
    high += heightOfRow(table, fit, rows.length - kept - 1);
    if (high > room) break;
    kept += 1;
  }
  return kept;
}

/** Millimetres of a row with the line of its group. */
function heightOfRow(table: ReportTable, { points, widthsMm }: TableFit, place: number): number {
  const lines = (table.rows[place] ?? []).map((cell, column) =>
    table.columns[column]?.wraps === true
      ? linesOf(cellText(cell), (widthsMm[column] ?? 0) - cellPadding, points)
      : 1,
  );
  const over = groupLine(table, place) === null ? 0 : rowHeight(1, points);
  return rowHeight(Math.max(1, ...lines), points) + over;
}

function rowHeight(lines: number, points: number): number {
  return lines * points * mmPerPoint * 1.2 + 1.6;
}
