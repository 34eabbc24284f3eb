/** Long work with pauses by time, so that a window is served whatever a line or a sheet holds. */
import type { Steps } from "../../shared/import/steps";

/** A frame of a screen, nearly. */
const sliceMs = 12;

/** @returns to be called between two steps; pauses where the last pause is a slice ago, or where it must be now */
export function pausingByTime(pause: () => Promise<void>): (must?: boolean) => Promise<void> {
  let since = performance.now();
  return async (must = false) => {
    if (!must && performance.now() - since < sliceMs) return;
    await pause();
    since = performance.now();
  };
}

export async function inSlices<Result>(steps: Steps<Result>, pause: () => Promise<void>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    // Waiting for nothing would cost more than most steps.
    if (performance.now() - since < sliceMs) continue;
    await pause();
    since = performance.now();
  }
}
