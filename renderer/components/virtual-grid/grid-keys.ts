/** Where a key moves the active cell of a grid. Pure, so that the corners can be tested without a screen. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on screen. */
  readonly page: number;
}

/**
 * As in a spreadsheet: Ctrl with an arrow goes to that edge, Home and End to the ends of the row, with Ctrl to the corners.
 * @param place active cell; row -1 when there is none yet
 * @returns the next place, or null when the key moves nothing
 */
export function movedBy(key: string, ctrl: boolean, place: GridPlace, size: GridSize): GridPlace | null {
  if (size.rows === 0 || size.columns === 0) return null;
  const row = (index: number) => Math.max(0, Math.min(size.rows - 1, index));
  const column = (index: number) => Math.max(0, Math.min(size.columns - 1, index));
  const start = Math.max(0, place.row);
  switch (key) {
    case "ArrowDown":
      return { ...place, row: row(ctrl ? size.rows - 1 : place.row + 1) };
    case "ArrowUp":
      return { ...place, row: row(ctrl ? 0 : start - 1) };
    case "PageDown":
      return { ...place, row: row(start + size.page) };
    case "PageUp":
      return { ...place, row: row(start - size.page) };
    case "ArrowRight":
      return { row: start, column: column(ctrl ? size.columns - 1 : place.column + 1) };
    case "ArrowLeft":
      return { row: start, column: column(ctrl ? 0 : place.column - 1) };
    case "Home":
      return { row: ctrl ? 0 : start, column: 0 };
    case "End":
      return { row: ctrl ? size.rows - 1 : start, column: size.columns - 1 };
    default:
      return null;
  }
}

/** The cell after another, or before it, line after line; null past the ends of the grid. */
export function tabbedTo(
  { row, column }: GridPlace,
  back: boolean,
  { rows, columns }: Pick<GridSize, "rows" | "columns">,
): GridPlace | null {
  const next = row * columns + column + (back ? -1 : 1);
  if (row < 0 || next < 0 || next >= rows * columns) return null;
  return { row: Math.floor(next / columns), column: next % columns };
}

/** Place of the column of a key; that of the first where there is none of it. */
export function columnOfKey(columns: readonly { readonly key: string }[], wanted?: string | null): number {
  const place = columns.findIndex(({ key }) => key === wanted);
  return Math.max(0, place);
}

/** Whether a key press types a character. */
export function isTyping(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}): boolean {
  return (
    [...event.key].length === 1 && event.key !== " " && !event.ctrlKey && !event.altKey && !event.metaKey
  );
}
