/**
 * Steps of Tab from cell to cell, as in a spreadsheet, and where Enter goes on after some of them: under the cell in which
 * they began. Whoever works by keys alone is never held in the grid: after Escape, Tab leaves it, as it does at its ends.
 */
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from "react";
import { type GridPlace, tabbedTo } from "./grid-keys";

/** Where the keys go on once a cell was written. */
export interface GridSteps {
  readonly go: (where: "down" | "next" | "before") => void;
}

export interface StepsGiven {
  /** Where the keys are; row -1 before they are anywhere. */
  readonly place: GridPlace;
  /** Whether the line that they are on is one cell. */
  readonly isWhole: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly goTo: (place: GridPlace) => void;
  /** Left out by grids in which Tab goes on to what stands behind them. */
  readonly steps: Ref<GridSteps> | undefined;
}

export interface StepKeys {
  /** @returns whether the key was a step */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** The keys went elsewhere by other means. */
  readonly forget: () => void;
  /** The focus went elsewhere. */
  readonly onBlur: () => void;
}

const modifiers: ReadonlySet<string> = new Set(["Shift", "Control", "Alt", "Meta"]);

export function useSteps({ place, isWhole, rows, columns, goTo, steps }: StepsGiven): StepKeys {
  /** Column in which a run of Tabs began. */
  const began = useRef<number | null>(null);
  const mayLeave = useRef(false);
  const tab = (back: boolean): boolean => {
    const from = isWhole ? { ...place, column: back ? 0 : columns - 1 } : place;
    const next = tabbedTo(from, back, { rows, columns });
    if (next === null) return false;
    began.current ??= place.column;
    goTo(next);
    return true;
  };
  const down = () => {
    const column = began.current ?? place.column;
    began.current = null;
    goTo({ row: Math.min(rows - 1, place.row + 1), column });
  };
  useImperativeHandle(steps, () => ({
    go: (where) => {
      if (where === "down") down();
      else tab(where === "before");
    },
  }));
  return {
    onKey: (event) => {
      const { key } = event;
      if (modifiers.has(key)) return false;
      const leaves = mayLeave.current;
      mayLeave.current = key === "Escape";
      if (steps === undefined || key !== "Tab" || leaves || event.ctrlKey || event.altKey) return false;
      return tab(event.shiftKey);
    },
    forget: () => {
      began.current = null;
    },
    onBlur: () => {
      mayLeave.current = false;
    },
  };
}
