/** Which cells a key of the list is about: what is chosen, or the cell that the keys stand in. */
import type { Range, Selection } from "../../../components/virtual-grid/selection";
import type { ListLines } from "../use-list-lines";

export interface CellTarget {
  /** Places of people in the list. */
  readonly ranges: readonly Range[];
  /** Keys of columns that stand side by side. */
  readonly columns: readonly string[];
  /** Whole lines were chosen, and no columns among them. */
  readonly isWhole: boolean;
}

/** @param at line and column that the keys stand in @param keys of the columns on screen */
export function targetOf(
  selection: Selection,
  at: { readonly index: number; readonly column: number },
  keys: readonly string[],
  lines: Pick<ListLines, "placesOf">,
): CellTarget {
  const isChosen = selection.ranges.length > 0;
  const ranges = lines.placesOf(isChosen ? selection.ranges : [[at.index, at.index]]);
  if (isChosen && selection.columns === null) return { ranges, columns: keys, isWhole: true };
  const [first, last] = (isChosen ? selection.columns : null) ?? [at.column, at.column];
  return { ranges, columns: keys.slice(first, last + 1), isWhole: false };
}
