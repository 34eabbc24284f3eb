/** The dashed line round cells that were copied: which of its sides are a cell's. Pure. */
import type { Selection } from "./selection";

export type CopiedCells = Pick<Selection, "ranges" | "columns">;

/** What of the line is in a row, as one text, so that rows are drawn again only where it changes; null: nothing. */
export function copiedInRow({ ranges, columns }: CopiedCells, row: number): string | null {
  const range = ranges.find(([first, last]) => first <= row && row <= last);
  if (range === undefined) return null;
  const sides = [...(range[0] === row ? ["top"] : []), ...(range[1] === row ? ["bottom"] : [])];
  return [...(columns ?? [0, Number.MAX_SAFE_INTEGER]), ...sides].join(" ");
}

/** @param inRow of `copiedInRow` @param last place of the last column @returns sides parted by blanks; null: not copied */
export function copiedSides(inRow: string | null, column: number, last: number): string | null {
  if (inRow === null) return null;
  const [from = "0", to = "0", ...sides] = inRow.split(" ");
  const end = Math.min(last, Number(to));
  if (column < Number(from) || column > end) return null;
  return [...sides, ...(column === Number(from) ? ["left"] : []), ...(column === end ? ["right"] : [])].join(
    " ",
  );
}
