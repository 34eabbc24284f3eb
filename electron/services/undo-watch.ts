/** Who waits for an undo of many rows: the window goes on meanwhile, sees how far it is, and may end it. */
import { appError } from "../../shared/contract/errors";
import { pausingByTime } from "./in-slices";

export interface UndoWatch {
  readonly signal?: AbortSignal;
  /** Told how many rows were looked at. */
  readonly onRows?: (rows: number) => void;
  /** Lets other work of the process run. */
  readonly pause?: () => Promise<void>;
}

/** @returns for `OpenRoster.undoInSlices`; throws AppError `cancelled` where the watch's signal says so */
export function undoPause(watch: UndoWatch): (rows: number) => Promise<void> {
  const pausing = pausingByTime(async () => {
    await watch.pause?.();
    if (watch.signal?.aborted === true) throw appError("cancelled");
  });
  return (rows) => {
    watch.onRows?.(rows);
    return pausing();
  };
}
