/**
 * Tries again what the system refuses only because another program has the file open at the moment.
 *
 * Virus scanners, search indexers and cloud programs open every new file for a moment; on Windows nobody can rename,
 * replace or remove it meanwhile. Without patience a report that lies whole on the stick counts as failed, and a key is
 * said to lack rights. A refusal that will last is told at once: nobody waits for a read-only folder.
 */
import { appError } from "../../shared/contract/errors";
import { host } from "./host-system";
import { systemCode } from "./system-code";

/** What Windows answers for a file that somebody has open, whichever call was refused. */
const passing = new Set(["EPERM", "EBUSY", "EACCES"]);

/** Milliseconds between tries, about five seconds in all; the first are short, as most files are free at once. */
const pauses: readonly number[] = [10, 20, 40, 80, 160, 300, 400, ...Array.from({ length: 8 }, () => 500)];

/** The same file is still refused after all that: somebody else holds it. `path` is the file. */
export class FileInUse extends Error {
  readonly code = "EBUSY";
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(`EBUSY: another program has it open: ${path}`, { cause });
    this.name = "FileInUse";
    this.path = path;
  }
}

export interface Patience {
  /** The file that the failure names. */
  readonly path: string;
  /** Asked when a try was refused: whether it will be refused for good. Then it is told at once. */
  readonly isLasting?: (error: unknown) => boolean | Promise<boolean>;
  /** Breaks off the waiting. */
  readonly signal?: AbortSignal | undefined;
  /** Pauses between tries, ms. */
  readonly pauses?: readonly number[] | undefined;
}

/**
 * @returns what `work` returns at the first try that is not refused
 * @throws FileInUse when every try was refused; AppError `cancelled`; what `work` throws for any other reason, or for a
 *   refusal that will last
 */
export async function patiently<T>(work: () => Promise<T>, patience: Patience): Promise<T> {
  for (const wait of patience.pauses ?? pauses) {
    try {
      return await work();
    } catch (error) {
      if (!passing.has(systemCode(error)) || (await patience.isLasting?.(error)) === true) throw error;
      await pause(wait, patience.signal);
    }
  }
  return lastTry(work, patience.path);
}

async function lastTry<T>(work: () => Promise<T>, path: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw inUse(error, path);
  }
}

/**
 * The same for callers that cannot wait for a promise: stands still between tries, and no longer than this process may.
 * @throws FileInUse, and what `work` throws
 */
export function standingStill<T>(
  work: () => T,
  { path, isLasting }: { readonly path: string; readonly isLasting?: (error: unknown) => boolean },
): T {
  const deadline = performance.now() + host.longestStandstill;
  for (let at = 0; ; at++) {
    try {
      return work();
    } catch (error) {
      if (!passing.has(systemCode(error)) || isLasting?.(error) === true) throw error;
      const left = deadline - performance.now();
      if (left <= 0) throw inUse(error, path);
      standStill(Math.min(left, pauses[at] ?? (pauses.at(-1) as number)));
    }
  }
}

function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function inUse(error: unknown, path: string): unknown {
  return passing.has(systemCode(error)) ? new FileInUse(path, error) : error;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancelled = () => {
      clearTimeout(timer);
      reject(appError("cancelled"));
    };
    if (signal?.aborted === true) return reject(appError("cancelled"));
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", cancelled);
      resolve();
    }, ms);
    signal?.addEventListener("abort", cancelled, { once: true });
  });
}
