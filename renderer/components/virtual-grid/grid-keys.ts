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
      return { ...place, row: row(place.row + 1) };
    case "ArrowUp":
      return { ...place, row: row(start - 1) };
    case "PageDown":
      return { ...place, row: row(start + size.page) };
    case "PageUp":
      return { ...place, row: row(start - size.page) };
    case "ArrowRight":
      return { row: start, column: column(place.column + 1) };
    case "ArrowLeft":
      return { row: start, column: column(place.column - 1) };
    case "Home":
      return ctrl ? { row: 0, column: 0 } : { ...place, row: 0 };
    case "End":
      return ctrl ? { row: size.rows - 1, column: size.columns - 1 } : { ...place, row: size.rows - 1 };
    default:
      return null;
  }
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
