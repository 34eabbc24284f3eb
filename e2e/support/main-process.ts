/**
 * Asking the program's main process. On a busy machine the debugger now and then loses the answer to garbage collection
 * after the work was done; what may be done twice is then asked again. Nothing else is tried twice.
 */
const mostLost = 20;

/** @param ask work that may be done more than once with the same end */
export async function answered<T>(ask: () => Promise<T>): Promise<T> {
  for (let lost = 0; ; lost++) {
    try {
      return await ask();
    } catch (error) {
      if (lost >= mostLost || !String(error).includes("garbage collected")) throw error;
    }
  }
}
