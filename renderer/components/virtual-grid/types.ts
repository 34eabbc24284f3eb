/** What a grid is told by its screen. */
import type { KeyboardEvent, ReactNode, Ref } from "react";
import type { CopiedCells } from "./copied-cells";
import type { Selection } from "./selection";
import type { GridSteps } from "./use-steps";

export interface GridColumn<T> {
  readonly key: string;
  readonly header: string;
  /** Heading above this and its neighbours of the same group. */
  readonly group?: string;
  /** What stands beside that heading; the first column's of a group counts. */
  readonly groupMark?: ReactNode;
  /** A CSS grid track: `96px`, `minmax(180px, 2fr)`. */
  readonly width: string;
  readonly align?: "start" | "end" | "center";
  readonly sortable?: boolean;
  /** A longer form of a short heading. */
  readonly headerTitle?: string;
  /** The column that names the row. */
  readonly rowHeader?: boolean;
  readonly cell: (row: T) => ReactNode;
}

export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

/** What can be done with columns beside sorting by them. */
export interface ColumnTools {
  /** The column whose menu is open. */
  readonly opened: string | null;
  readonly onOpen: (key: string | null) => void;
  /** What the menu of a column holds. */
  readonly menu: (key: string) => ReactNode;
  /** Name of what opens it. */
  readonly menuLabel: (header: string) => string;
  readonly filtered: ReadonlySet<string>;
  /** @param width CSS pixels; null: as usual */
  readonly onResize: (key: string, width: number | null) => void;
  /** Puts a column where another one stands. */
  readonly onMove: (key: string, where: string) => void;
}

/** A line of its own in front of the rows of a group. */
export interface GroupLine {
  readonly text: string;
  /** How many rows it has, as it is read. */
  readonly count: string;
  /** Null: its rows are always shown. */
  readonly folded: boolean | null;
}

/** A row that somebody stands on. */
export interface RowAtHand<T> {
  readonly row: T;
  readonly index: number;
  /** Place of the column, and its key. */
  readonly column: number;
  readonly columnKey: string;
  /** What the row's cells say, one text a column. */
  readonly texts: readonly string[];
  /** What the columns are called. */
  readonly headings: readonly string[];
}

/** Pixels of the page. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** What can be done with a row, beside opening it. */
export interface RowTools<T> {
  /**
   * @param ofChosen the keys are in no row: only what acts on all that is chosen is meant, of which `at` is one
   * @returns whether the key meant something
   */
  readonly onKey: (event: KeyboardEvent, at: RowAtHand<T>, ofChosen?: boolean) => boolean;
  /** Shows the row's menu. @param where null: at the pointer */
  readonly onMenu: (at: RowAtHand<T>, where: MenuPlace | null) => Promise<void>;
}

export interface VirtualGridProps<T> {
  /** Name of the grid for screen readers. */
  readonly label: string;
  readonly rowCount: number;
  /** Another text is another list: the grid goes back to its top. */
  readonly listKey?: string;
  /** The row at a place of the sorted list, undefined while it is on its way. */
  readonly getRow: (index: number) => T | undefined;
  readonly rowId: (row: T) => string;
  readonly columns: readonly GridColumn<T>[];
  /** What the rows are sorted by, the first deciding first. */
  readonly sort?: readonly GridSort[];
  /** @param further in addition to what the rows are sorted by */
  readonly onSort?: (column: string, further: boolean) => void;
  /** First and last row on screen, so that their pages can be asked for. */
  readonly onVisible?: (first: number, last: number) => void;
  /** Place of the row that the keys act on; -1: none yet. */
  readonly activeIndex: number;
  readonly onActiveIndex: (index: number) => void;
  /** What is chosen; only grids that are told to let anybody choose. */
  readonly selection?: Selection;
  readonly onSelect?: (selection: Selection) => void;
  /** What was copied and is framed; null: nothing. */
  readonly copied?: CopiedCells | null;
  /** Escape was pressed, also where it gives nothing else up. */
  readonly onEscape?: () => void;
  /** By it others go on from cell to cell; where it is given, Tab does so too. */
  readonly steps?: Ref<GridSteps>;
  /** How the grid is left and what else is not seen, for who only hears it. */
  readonly description?: string;
  /** Key of the column that the keys are in at first. */
  readonly startColumn?: string | null;
  /** The column that the keys act in. */
  readonly onActiveColumn?: (key: string) => void;
  /** Enter, or a double click. */
  readonly onOpen?: (row: T, index: number, columnKey: string) => void;
  /** Null for the line of a row. */
  readonly groupAt?: (index: number) => GroupLine | null;
  /** Folds a group, or opens it again. */
  readonly onGroup?: (index: number) => void;
  readonly rowTools?: RowTools<T>;
  readonly columnTools?: ColumnTools;
  /**
   * A printable key was pressed: a field that takes the focus at once gets the key, and what an input method makes of it.
   * @param at null: no cell of a row is active
   */
  readonly onType?: (typed: string, at: RowAtHand<T> | null) => void;
  readonly selectedId?: string | null;
  /** CSS pixels. */
  readonly rowHeight?: number;
  /** A last line that never scrolls away, cell by column. */
  readonly footer?: (column: GridColumn<T>) => ReactNode;
  /** In place of rows when there are none. */
  readonly empty?: ReactNode;
  /** CSS pixels below which the grid scrolls sideways. */
  readonly minWidth?: number;
}
