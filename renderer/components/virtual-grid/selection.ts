/**
 * What is chosen in a grid: lines as ranges, so that a quarter of a million of them are as quick as one, and of these all
 * columns or some that stand side by side. Pure; the keys and the mouse mean what they mean in a spreadsheet.
 *
 * Invariant: ranges ascend and neither meet nor overlap.
 */
import type { GridPlace } from "./grid-keys";

/** First and last line, both included. */
export type Range = readonly [first: number, last: number];

export interface Selection {
  readonly ranges: readonly Range[];
  /** First and last column; null: whole lines. */
  readonly columns: Range | null;
  /** Where the last choice began, from which Shift goes on; null before the first. */
  readonly anchor: GridPlace | null;
}

export const nothingSelected: Selection = { ranges: [], columns: null, anchor: null };

export function hasRow({ ranges }: Selection, row: number): boolean {
  return ranges.some(([first, last]) => first <= row && row <= last);
}

export function hasCell(selection: Selection, row: number, column: number): boolean {
  const { columns } = selection;
  return hasRow(selection, row) && (columns === null || (columns[0] <= column && column <= columns[1]));
}

/** The chosen columns of a line; null: none of it is. */
export function chosenColumns(selection: Selection, row: number): Selection["columns"] | "all" {
  if (!hasRow(selection, row)) return null;
  return selection.columns ?? "all";
}

export function selectedRows({ ranges }: Pick<Selection, "ranges">): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** A block of cells from where the choice began to another place; whole lines stay whole. */
export function extendedTo(selection: Selection, from: GridPlace, to: GridPlace): Selection {
  const anchor = selection.anchor ?? from;
  const isWhole = selection.columns === null && selection.ranges.length > 0;
  return {
    anchor,
    ranges: [[Math.min(anchor.row, to.row), Math.max(anchor.row, to.row)]],
    columns: isWhole ? null : [Math.min(anchor.column, to.column), Math.max(anchor.column, to.column)],
  };
}

/** The corner of a block across from where it began and the keys stand; elsewhere the place itself. */
export function farEnd({ anchor, ranges, columns }: Selection, place: GridPlace): GridPlace {
  const [range] = ranges;
  const isAtStart = anchor !== null && anchor.row === place.row && anchor.column === place.column;
  if (!isAtStart || range === undefined || ranges.length > 1) return place;
  const across = (at: number, [first, last]: Range) => (at === first ? last : first);
  return {
    row: across(place.row, range),
    column: columns === null ? place.column : across(place.column, columns),
  };
}

/** A line taken in, or out; a block of cells before it becomes whole lines. */
export function toggledRow(selection: Selection, place: GridPlace): Selection {
  const { row } = place;
  const others = selection.ranges.flatMap(([first, last]): Range[] => {
    if (row < first || row > last) return [[first, last]];
    const parts: Range[] = [
      [first, row - 1],
      [row + 1, last],
    ];
    return parts.filter(([from, to]) => from <= to);
  });
  const ranges = hasRow(selection, row) ? others : merged([...others, [row, row]]);
  return { ranges, columns: null, anchor: place };
}

/** The line of the cell that the keys stood in is the first of what is picked one by one. @param from null: they stood nowhere */
export function pickedFrom(selection: Selection, from: GridPlace | null, place: GridPlace): Selection {
  const begins = selection.ranges.length === 0 && selection.anchor === null;
  if (!begins || from === null || from.row === place.row) return toggledRow(selection, place);
  return toggledRow(toggledRow(selection, from), place);
}

/** One of the lines that are chosen, to act on all of them by. @param near lines to look among first @returns −1: none at hand */
export function chosenLine(
  selection: Selection,
  near: readonly number[],
  isThere: (line: number) => boolean,
): number {
  // The first of them may be the line of a group.
  const ends = selection.ranges.flatMap(([first, last]) => [first, Math.min(first + 1, last), last]);
  return [...near, ...ends].find((line) => hasRow(selection, line) && isThere(line)) ?? -1;
}

export function everything(rows: number): Selection {
  return rows === 0
    ? nothingSelected
    : { ranges: [[0, rows - 1]], columns: null, anchor: { row: 0, column: 0 } };
}

function merged(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const found: Range[] = [];
  for (const [first, last] of sorted) {
    const before = found.at(-1);
    if (before !== undefined && first <= before[1] + 1)
      found[found.length - 1] = [before[0], Math.max(before[1], last)];
    else found.push([first, last]);
  }
  return found;
}
