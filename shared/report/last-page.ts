/**
 * How a document of several pages ends: what of its table stands on the last page with the notes and the signatures. A row or
 * two there look forgotten, signatures alone on a page could be put under anything, and a page half empty in front of them
 * looks as if something were missing.
 */
import type { DocumentBlock, ReportTable } from "./document";
import {
  heightAbove,
  heightBelow,
  heightOfHead,
  heightOfRow,
  mostOfPage,
  type PageLayout,
  type PageOf,
} from "./page-layout";
import { textAreaHeight } from "./paper";

/** Rows that stand on the last page at least, with the total and the signatures: fewer look forgotten there. */
export const lastRows = 4;

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

/** How the rows of a table are kept together where pages end by themselves. */
export interface KeptRows {
  /** So many of the last ones stay with the total and with what ends the document. */
  readonly last: number;
  /**
   * So many in front of them stay together, about half a page: should the last ones leave their page, it is not left with a
   * row or two.
   */
  readonly before: number;
}

/**
 * Of a table that is short anyway the first row stays below its title. One that has no room there would leave what ends the
 * document alone on a page, so that a row less is better than one too many.
 */
export function keptRows(table: ReportTable, layout: PageLayout, document: PageOf): KeptRows {
  const { spacing } = layout;
  const fit = layout.fitOf(table);
  // Of a long list only the rows of its last pages matter.
  const from = Math.max(0, table.rows.length - 3 * mostOfPage);
  const heights = table.rows.slice(from).map((_row, place) => heightOfRow(table, fit, from + place, spacing));
  const page = textAreaHeight(document.orientation);
  const head = heightOfHead(table, fit);
  const room = page - head - heightBelow(document, table, fit, spacing);
  const fitting = rowsWithin(heights.toReversed(), room);
  const most = Math.min(lastRows, Math.max(0, heights.length - 1), fitting);
  const above = heightAbove(document, table, spacing) + head;
  let last = most;
  // Where the rest of the table is all on the first page, that is to be at least half full.
  while (last > 1 && !layout.isOnePage && above + sumOf(heights.slice(0, -last)) < page / 2) last -= 1;
  const rest = last === 0 ? heights : heights.slice(0, -last);
  const half = rowsWithin(rest.toReversed(), page / 2 - head) + 1;
  return { last, before: half < rest.length ? half : 0 };
}

/** How many of the first ones have room. */
function rowsWithin(heights: readonly number[], room: number): number {
  let used = 0;
  for (const [place, height] of heights.entries()) {
    used += height;
    if (used > room) return place;
  }
  return heights.length;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
