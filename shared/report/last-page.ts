/**
 * How a document of several pages ends, and what of its table is kept together in front of that: rows of notes and signatures
 * alone on a page could be put under anything.
 */
import type { DocumentBlock, ReportTable } from "./document";
import { pagedHeights, type PageLayout, type PageOf } from "./page-layout";
import { lastRows, pageStarts } from "./page-breaks";

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

/**
 * The rows of a table that are kept together on a page each, where pages end by themselves: those from each of these rows to
 * the one before the next, and what ends the document with the last. What stands in front of the first needs no keeping. As
 * many as there are rows: what ends the document has no row to go with.
 */
export function keptFrom(table: ReportTable, layout: PageLayout, document: PageOf): readonly number[] {
  const { spacing, isOnePage } = layout;
  const { rows } = table;
  // Should it not be one page after all, it ends as if it were to be two.
  if (isOnePage) return [Math.max(Math.min(1, rows.length), rows.length - lastRows)];
  const starts = pageStarts(pagedHeights(document, table, layout.fitOf(table), spacing));
  return starts.length === 0 ? [rows.length] : starts;
}
