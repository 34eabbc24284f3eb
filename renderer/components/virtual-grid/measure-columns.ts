/**
 * How much room the columns of a grid need for what they show: its headings and the rows on screen are laid out once as wide
 * as they like to be, and are put back before anything is painted.
 */

/** What a column needs, in CSS pixels. */
export interface ColumnNeed {
  readonly heading: number;
  /** Of the widest cell on screen. */
  readonly cells: number;
  /** The same without words that a sign beside them says too. */
  readonly tight: number;
}

/** Widths are read as whole pixels, and a text that lacks half of one is cut. */
const rounding = 1;

/** @returns a need a column; null where there is no row yet, or nothing is laid out */
export function measureColumns(grid: HTMLElement): readonly ColumnNeed[] | null {
  const headings = [...grid.querySelectorAll<HTMLElement>("[role=columnheader]")];
  const cells = [...grid.querySelectorAll<HTMLElement>("td[data-column]")];
  if (cells.length === 0) return null;
  const kept = grid.style.getPropertyValue("--grid-columns");
  grid.style.setProperty("--grid-columns", `repeat(${headings.length}, max-content)`);
  const needs = headings.map((heading) => ({
    heading: headingWidth(heading) + rounding,
    cells: 0,
    tight: 0,
  }));
  for (const [words, of] of [
    ["all", "cells"],
    ["none", "tight"],
  ] as const) {
    grid.dataset["words"] = words;
    for (const cell of cells) {
      const need = needs[Number(cell.dataset["column"])];
      if (need !== undefined) need[of] = Math.max(need[of], cell.offsetWidth + rounding);
    }
  }
  delete grid.dataset["words"];
  grid.style.setProperty("--grid-columns", kept);
  return needs.every(({ heading }) => heading === rounding) ? null : needs;
}

/**
 * The words, and the mark of the order beside them. That one is laid over the page, so that a heading in order is no wider
 * than before, and reaches beyond the box of the words at their end.
 */
function headingWidth(heading: HTMLElement): number {
  const mark = heading.querySelector("[data-order-mark]")?.getBoundingClientRect();
  if (mark === undefined) return heading.offsetWidth;
  const box = heading.getBoundingClientRect();
  const beyond = Math.max(0, box.left - mark.left, mark.right - box.right);
  return heading.offsetWidth + Math.ceil(beyond);
}
