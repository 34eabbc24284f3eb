/**
 * Waits while another program holds a file of ours (a key, what was written last), so that the window goes on meanwhile:
 * each try stands still for a moment only.
 */
import { AppError } from "../../shared/contract/errors";

/** Pauses between tries, ms. */
const pauses = [300, 700, 1_000, 1_500];

/**
 * @param work changes nothing when it is refused: it writes once, and nothing before
 * @throws AppError `file-in-use` after some seconds, and whatever else `work` throws
 */
export async function untilFree<T>(work: () => T | Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "file-in-use") throw error;
    }
    await new Promise((resume) => setTimeout(resume, pause));
  }
  return work();
}
