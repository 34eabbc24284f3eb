/**
 * Where the pages of a printed worksheet end. Office programs break pages wherever a row does not fit, and leave a title
 * over two rows, or a signature alone, on the last one; the end of a table is put on a page with what follows it.
 */
import type { ReportDocument } from "../../../shared/report/document";
import { lastRows } from "../../../shared/report/last-page";
import { textAreaHeight } from "../../../shared/report/paper";

/**
 * - `flow`: pages end well by themselves
 * - `one`: a little too much for one page, and made to fit it
 * - `breaks`: rows, from 0, begin a page where they would not by themselves. Office programs that fit a sheet to the
 *   page's width pass over breaks, so that it is fitted by hand, to a scale in per cent
 */
export type Paging =
  | { readonly kind: "flow" }
  | { readonly kind: "one" }
  | { readonly kind: "breaks"; readonly before: readonly number[]; readonly scale: number };

/**
 * Office programs round heights and widths: a page holds a little more or less than is counted, and over many pages that
 * comes to rows. Its end is put where both counts agree.
 */
const shares = { least: 0.97, most: 1.03 } as const;

export interface PrintedRows {
  /** Points. */
  readonly heights: readonly number[];
  /** Rows repeated on each page after theirs; null for none. */
  readonly head: { readonly from: number; readonly to: number } | null;
  /** The row from which on everything stays together; null where nothing has to. */
  readonly together: number | null;
  readonly orientation: ReportDocument["orientation"];
}

/** @param fitted share to which the sheet is made smaller to fit the page's width */
export function pagingOf(rows: PrintedRows, fitted: number): Paging {
  const { heights, together } = rows;
  if (together === null) return { kind: "flow" };
  const full = (textAreaHeight(rows.orientation) / 25.4) * 72;
  const page = full * shares.least;
  const { starts, used } = pagesUntil(together, rows, page / fitted);
  const end = sumOf(heights.slice(together));
  const isSure = pagesUntil(together, rows, (full * shares.most) / fitted).starts.length === starts.length;
  if (isSure && (used + end) * fitted <= page) return { kind: "flow" };
  if (starts.length === 1 && (used + end) * fitted <= page * squeezed) return { kind: "one" };
  const [before = 0, start = 0] = starts.length < 2 ? [] : starts.slice(-2);
  // A page of a few rows between two others: it takes half of those before it.
  const evened = starts.length > 1 && together - start < fewRows ? [Math.ceil((before + together) / 2)] : [];
  return { kind: "breaks", before: [...evened, together], scale: Math.floor(fitted * handShare * 100) };
}

/** The first rows of the pages in front of a row, and how much of the last of them is used. @param page points */
function pagesUntil(
  end: number,
  { heights, head }: Pick<PrintedRows, "heights" | "head">,
  page: number,
): { readonly starts: readonly number[]; readonly used: number } {
  const repeated = head === null ? 0 : sumOf(heights.slice(head.from, head.to));
  const starts = [head?.to ?? 0];
  let used = 0;
  for (const [row, height] of heights.slice(0, end).entries()) {
    if (used + height > page) {
      used = head !== null && row >= head.to ? repeated : 0;
      starts.push(row);
    }
    used += height;
  }
  return { starts, used };
}

function sumOf(heights: readonly number[]): number {
  return heights.reduce((all, height) => all + height, 0);
}

/** What may be made smaller to stand on one page: letters stay easy to read. */
const squeezed = 1.15;

/** Fewer on a page look forgotten. */
const fewRows = 2 * lastRows;

/** By hand it is made a little smaller than by fitting: a column that does not fit would be a page of its own. */
const handShare = 0.98;
