/**
 * Scrolling over more height than a browser can lay out.
 *
 * Chromium cuts elements at about 33.5 million device pixels: a quarter of a million rows reach that on a screen
 * scaled by 300 %, and rows below the cut could never be scrolled to. Beyond the limit, one scrolled pixel stands
 * for more than one pixel of rows.
 */
const largestDevicePixels = 30_000_000;

export interface ScrollScale {
  /** Height of the scrolled element in CSS pixels. */
  readonly height: number;
  /** Pixels of rows for one scrolled pixel, 1 for all ordinary lists. */
  readonly ratio: number;
}

/**
 * @param rowsHeight height of all rows @param viewport height that rows are seen in @param pixelRatio device pixels
 * for one CSS pixel; all positive
 */
export function scrollScale(rowsHeight: number, viewport: number, pixelRatio: number): ScrollScale {
  const limit = Math.floor(largestDevicePixels / pixelRatio);
  if (rowsHeight <= limit || limit <= viewport) return { height: rowsHeight, ratio: 1 };
  return { height: limit, ratio: (rowsHeight - viewport) / (limit - viewport) };
}

/**
 * How far to scroll so that a row is seen whole, moving as little as possible.
 * @param top of the row @param height of the row @param offset now @param room height that rows are seen in
 * @returns the offset, all in pixels of rows; the same as now when the row is seen already
 */
export function offsetToShow(top: number, height: number, offset: number, room: number): number {
  if (top < offset) return top;
  return top + height > offset + room ? Math.max(0, top + height - room) : offset;
}
