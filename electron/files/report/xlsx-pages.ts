/**
 * Where the pages of a printed worksheet end. Office programs break pages wherever a row does not fit, and leave a title
 * over two rows, or a signature alone, on the last one. A sheet of several pages has all of its page ends set here, so that
 * none depends on how a program rounds heights.
 */
import type { ReportDocument } from "../../../shared/report/document";
import { pageStarts } from "../../../shared/report/page-breaks";
import { textAreaHeight } from "../../../shared/report/paper";

/**
 * - `flow`: pages end wherever they do
 * - `one`: all on one page, made a little smaller where it is a little too much
 * - `breaks`: rows, from 0, that begin a page. Office programs that fit a sheet to the page's width pass over breaks, so
 *   that it is fitted by hand, to a scale in per cent
 */
export type Paging =
  | { readonly kind: "flow" }
  | { readonly kind: "one" }
  | { readonly kind: "breaks"; readonly before: readonly number[]; readonly scale: number };

export interface PrintedRows {
  /** Points. */
  readonly heights: readonly number[];
  /** Rows repeated on each page after theirs; null for none. */
  readonly head: { readonly from: number; readonly to: number } | null;
  /** The rows that may begin a page, from the top down; what follows the last of them stays with it. */
  readonly pieces: readonly number[];
  readonly orientation: ReportDocument["orientation"];
}

/** Office programs round heights: a page holds a little less than is counted. */
const safeShare = 0.97;

/** What may be made smaller to stand on one page: letters stay easy to read. */
const squeezed = 1.15;

/** By hand it is made a little smaller than by fitting: a column that does not fit would be a page of its own. */
const handShare = 0.98;

/** @param fitted share to which the sheet is made smaller to fit the page's width */
export function pagingOf(rows: PrintedRows, fitted: number): Paging {
  const page = (textAreaHeight(rows.orientation) / 25.4) * 72 * safeShare;
  if (sumOf(rows.heights) * fitted <= page * squeezed) return { kind: "one" };
  if (rows.pieces.length === 0) return { kind: "flow" };
  const scale = Math.floor(fitted * handShare * 100);
  return { kind: "breaks", before: startsOf(rows, (page * 100) / scale), scale };
}

/** The sheet's rows that begin a page but the first. @param page points of a page */
function startsOf({ heights, head, pieces }: PrintedRows, page: number): readonly number[] {
  const between = (from: number, to: number) => sumOf(heights.slice(from, to));
  // What ends the document goes to a page with the last piece, which is the first of its rows.
  const end = (pieces.at(-1) ?? 0) + 1;
  const starts = pageStarts({
    page,
    first: 0,
    later: head === null ? 0 : between(head.from, head.to),
    rows: [0, ...pieces].map((from, place) => between(from, pieces[place] ?? end)),
    below: between(end, heights.length),
  });
  return starts.map((place) => pieces[place - 1] ?? end);
}

function sumOf(heights: readonly number[]): number {
  return heights.reduce((all, height) => all + height, 0);
}
