/**
 * Finds the heading of the table in a sheet: below titles, over one row or several, with cells joined across and down, or
 * with none joined, as in a .csv. Whoever knows better names the row.
 */
import { cutText } from "../text/cut";
import { keysOf } from "./column-role";
import { type HeadedColumn, nameKey } from "./match-columns";
import { type HeadingBook, type HeadingSense, longestHeading } from "./heading-book";
import type { SeenCell, SheetGrid } from "./sheet-grid";
import { finished, type Steps } from "./steps";

export interface FoundHeader {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly HeadedColumn[];
}

/** Rows from the top of a sheet in which a heading is looked for. */
const searched = 200;
/** More rows than any form's heading has. */
const mostRows = 5;
/** A heading is no paragraph. */
const longest = 150;

/**
 * @param chosen row that the heading begins or ends in, as somebody said
 * @returns null where no row names columns of people
 */
export function findHeader(...sheet: Parameters<typeof findingHeader>): FoundHeader | null {
  return finished(findingHeader(...sheet));
}

/** The same in steps. */
export function* findingHeader(
  grid: SheetGrid,
  book: HeadingBook,
  chosen: number | null,
): Steps<FoundHeader | null> {
  const row = chosen ?? (yield* likeliestRow(grid, book));
  if (row === null || grid.own(row).length === 0) return null;
  const { first, last } = block(grid, book, row);
  return { firstRow: first, lastRow: last, columns: headedColumns(grid, first, last) };
}

/** How much a row names columns: each heading of a column counts, answers and parts of headings a little. */
function weightOf(
  cells: readonly SeenCell[],
  book: HeadingBook,
): { readonly roles: number; readonly weight: number } {
  let roles = 0;
  let weight = 0;
  for (const { text, cell } of cells) {
    if (cell.content.kind !== "text" || text.length > longest) continue;
    const senses = book.sensesOf(text);
    if (senses.some(isHeading)) roles++;
    weight += senses.some(isHeading) ? 1 : senses.length > 0 ? 0.25 : 0;
  }
  return { roles, weight };
}

function isHeading(sense: HeadingSense): boolean {
  return sense.kind === "role" || sense.kind === "group" || sense.kind === "namePart";
}

function* likeliestRow(grid: SheetGrid, book: HeadingBook): Steps<number | null> {
  let best: { row: number; weight: number } | null = null;
  for (const { number: row } of grid.sheet.rows.slice(0, searched)) {
    const cells = grid.own(row);
    yield;
    const { roles, weight } = weightOf(cells, book);
    const isEnough = roles >= 2 || cells.some(({ text }) => namesPeople(text, book));
    if (isEnough && (best === null || weight > best.weight)) best = { row, weight };
  }
  return best?.row ?? null;
}

/** One known heading is enough where it is that of names. */
function namesPeople(text: string, book: HeadingBook): boolean {
  return book.sensesOf(text).some((sense) => sense.kind === "role" && keysOf(sense.role).includes(nameKey));
}

/** The rows that belong to the heading around one of them. */
function block(grid: SheetGrid, book: HeadingBook, row: number): { first: number; last: number } {
  let [first, last] = [row, row];
  for (const { firstRow, lastRow } of grid.tallMerges()) {
    const isOfHeading = firstRow <= row && lastRow >= row && lastRow - firstRow < mostRows;
    if (!isOfHeading) continue;
    first = Math.min(first, firstRow);
    last = Math.max(last, lastRow);
  }
  while (last - first + 1 < mostRows && isAbove(grid, book, first)) first--;
  while (last - first + 1 < mostRows && isBelow(grid, book, last)) last++;
  return { first, last };
}

/** Whether the row above the first one of a heading is one of it: it names groups of columns and is no title. */
function isAbove(grid: SheetGrid, book: HeadingBook, first: number): boolean {
  const cells = grid.own(first - 1);
  const width = grid.seen(first).size;
  if (cells.length === 0 || cells.some(({ cell }) => cell.content.kind !== "text")) return false;
  const groups = cells.filter(({ merge }) => merge !== null && merge.lastColumn > merge.firstColumn);
  const isTitle = groups.some(
    ({ merge }) => merge !== null && merge.lastColumn - merge.firstColumn + 1 > width / 2,
  );
  if (isTitle) return false;
  const { roles } = weightOf(cells, book);
  return groups.length > 0 ? roles > 0 || cells.length > 1 : roles > 0 && roles === cells.length;
}

/** Whether the row below the last one of a heading parts its columns further. */
function isBelow(grid: SheetGrid, book: HeadingBook, last: number): boolean {
  const cells = grid.own(last + 1);
  if (cells.length === 0 || cells.some(({ cell }) => cell.content.kind !== "text")) return false;
  const above = grid.seen(last);
  const isUnderGroup = ({ column }: SeenCell) => {
    const seen = above.get(column);
    return seen === undefined || (seen.merge !== null && seen.merge.lastColumn > seen.merge.firstColumn);
  };
  const isBesideGroup = ({ column }: SeenCell) => above.get(column + 1) === undefined;
  const isKnown = ({ text }: SeenCell) => book.sensesOf(text).length > 0;
  return (
    cells.some(isUnderGroup) &&
    cells.every((one) => isUnderGroup(one) || (isBesideGroup(one) && isKnown(one))) &&
    cells.some(isKnown)
  );
}

/** Headings from the top down, column by column; what stands over several columns is a part of each. */
function headedColumns(grid: SheetGrid, first: number, last: number): HeadedColumn[] {
  const rows = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  const columns = [...new Set(rows.flatMap((row) => [...grid.seen(row).keys()]))].sort((a, b) => a - b);
  return columns.map((column) => {
    const parts: string[] = [];
    let before: SeenCell | null = null;
    for (const row of rows) {
      const isNamedBelow = rows.some((below) => below > row && grid.seen(below).has(column));
      const seen = grid.seen(row).get(column) ?? (isNamedBelow ? groupOver(grid, row, column, rows) : null);
      if (seen === null || (before !== null && seen.row === before.row && seen.column === before.column))
        continue;
      before = seen;
      parts.push(cutText(seen.text, longestHeading));
    }
    return { column, parts };
  });
}

/** Where nothing is joined, a heading stands over the columns to its right that are headed below it alone. */
function groupOver(grid: SheetGrid, row: number, column: number, rows: readonly number[]): SeenCell | null {
  const seen = grid.seen(row);
  for (let at = column - 1; at >= 0; at--) {
    const cell = seen.get(at);
    if (cell === undefined) continue;
    const isParted = rows.some((below) => below > row && grid.seen(below).get(at)?.row === below);
    return isParted && cell.merge === null ? cell : null;
  }
  return null;
}
