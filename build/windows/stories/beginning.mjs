/**
 * Beginning a process under wine, which now and then makes none (about one in fifteen hundred, more on a busy machine):
 * the system call fails before a line of the program has run. Windows itself does not, so that it is tried again.
 *
 * Only a process that never was is begun anew; one that ran and ended badly is the stories' to see.
 */

/** A second failure in a row is a matter of thousands of runs, a fifth one of something else. */
const ATTEMPTS = 5;

/**
 * @template T
 * @param {() => T} begin makes a process, as `spawn` and `spawnSync` do
 * @returns {T} the first that was made
 * @throws what the last attempt threw, or the first error that is of another kind
 */
export function begun(begin) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const made = begin();
      if (attempt === ATTEMPTS || !wasNeverMade(made)) return made;
    } catch (error) {
      if (attempt === ATTEMPTS || error.code !== "UNKNOWN") throw error;
    }
  }
}

/** `spawnSync` tells in its answer what `spawn` throws. */
function wasNeverMade({ pid, error }) {
  return pid === 0 && error?.code === "UNKNOWN";
}
