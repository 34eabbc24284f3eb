/**
 * Where the pages of a table end, in every kind of file: left to themselves, programs put a title over two rows, or signatures
 * alone, on a page.
 *
 * Invariants, held by a property test, each as far as the heights leave a way to it, in this order: no page takes more than it
 * has room for; what ends the document stands with four rows; no page before the last is more than half empty; there are as
 * few pages as can be.
 */

/** Rows that stand on the last page at least, with the total and the signatures: fewer look forgotten there. */
export const lastRows = 4;

/** Heights in any unit. */
export interface PagedHeights {
  /** Room of a page. */
  readonly page: number;
  /** What the first page has in front of its rows, and every later one. */
  readonly first: number;
  readonly later: number;
  readonly rows: readonly number[];
  /** What goes to a page with the last row. */
  readonly below: number;
}

interface Way {
  readonly cost: number;
  /** The row that begins the next page; null: there is none. */
  readonly next: number | null;
}

/** A row too few at the end is worse than any number of pages half empty, and such a page than any number of others. */
const costs = { missingRow: 1e10, halfEmpty: 1e5, page: 1 } as const;

/**
 * @returns the rows that begin a page but the first, from the top down; as many as there are rows where what ends the document
 *   has room with none
 */
export function pageStarts(heights: PagedHeights): readonly number[] {
  const { rows } = heights;
  const ways: Way[] = [];
  for (let row = rows.length; row >= 0; row--) ways[row] = bestFrom(heights, row, ways);
  const starts: number[] = [];
  for (let next = ways[0]?.next ?? null; next !== null; next = ways[next]?.next ?? null) starts.push(next);
  return starts;
}

/** The best way to part the rows from one that begins a page on. @param ways the best ones from those after it */
function bestFrom(
  { page, first, later, rows, below }: PagedHeights,
  from: number,
  ways: readonly Way[],
): Way {
  const room = page - (from === 0 ? first : later);
  const wanted = Math.min(lastRows, rows.length);
  let best: Way | null = null;
  let used = 0;
  for (let next = from; next <= rows.length; next++) {
    const onIt = next - from;
    if (onIt > 0) used += rows[next - 1] ?? 0;
    // A row higher than a page has one nevertheless, and so has what ends a document.
    if (used > room && onIt > 1) break;
    if (next === rows.length && (used + below <= room || onIt === 0)) {
      const missing = Math.max(0, wanted - onIt);
      best = lesser(best, { cost: missing * costs.missingRow + costs.page, next: null });
    }
    const then = onIt === 0 ? undefined : ways[next];
    if (then === undefined) continue;
    const isHalfEmpty = used + page - room < page / 2;
    best = lesser(best, { cost: then.cost + costs.page + (isHalfEmpty ? costs.halfEmpty : 0), next });
  }
  return best ?? { cost: 0, next: null };
}

/** The one with the lower cost; of the same, the one whose page is the fuller. */
function lesser(best: Way | null, way: Way): Way {
  return best === null || way.cost <= best.cost ? way : best;
}
