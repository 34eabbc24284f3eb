/** The sizes that the window can be shown in, in percent: those of a browser, so that hands need not learn others. */
export const zoomSteps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

export type ZoomChange = "in" | "out" | "reset";

/** @param percent size now, also one that is no step. @returns the next size, the same at either end */
export function zoomedBy(percent: number, change: ZoomChange): number {
  if (change === "reset") return 100;
  const next =
    change === "in" ? zoomSteps.find((step) => step > percent) : zoomSteps.findLast((step) => step < percent);
  return next ?? percent;
}
