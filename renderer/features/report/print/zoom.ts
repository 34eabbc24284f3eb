/** How large the pages of a preview are: as wide as the window, as high as it, or by steps. */

export type Zoom = "width" | "page" | number;

/** Per cent of the paper's own size. */
const steps = [25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** Pixels of the screen a point at 100 per cent. */
const pixelsPerPoint = 96 / 72;
/** Room around pages, pixels. */
export const pageGap = 16;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** @param page points. @param room pixels. @returns pixels a point */
export function scaleOf(zoom: Zoom, page: Size, room: Size): number {
  if (typeof zoom === "number") return (zoom / 100) * pixelsPerPoint;
  const wide = (room.width - 2 * pageGap) / page.width;
  const fit = zoom === "width" ? wide : Math.min(wide, (room.height - 2 * pageGap) / page.height);
  return Math.max((steps[0] / 100) * pixelsPerPoint, fit);
}

export function percentOf(scale: number): number {
  return Math.round((scale / pixelsPerPoint) * 100);
}

/** The next step above or below a size. @param percent of now */
export function stepped(percent: number, way: 1 | -1): number {
  const next = way === 1 ? steps.find((step) => step > percent) : steps.findLast((step) => step < percent);
  return next ?? (way === 1 ? (steps[steps.length - 1] ?? 100) : steps[0]);
}

/** The page whose middle is nearest to the middle of what is seen, from 1. @param high a page with its gap, pixels */
export function pageAt(top: number, room: number, high: number, count: number): number {
  return Math.min(count, Math.max(1, Math.floor((top + room / 2) / high) + 1));
}
