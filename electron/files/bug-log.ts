/**
 * Writes down unexpected failures so that support can find them by the reference the user reads out.
 *
 * Only the kind of error and the places in the program are kept: messages may carry names or numbers of people,
 * which must not end up in a log.
 */
import { appendFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { isoInstant } from "../../shared/domain/hanoi-time";
import { makeFolder, privateFolder } from "./make-folder";

const largest = 1_000_000;

/**
 * @param folder where the log lies
 * @param now wall clock, ms
 * @returns a function that records an error and returns its reference
 */
export function bugLog(folder: string, now: () => number): (error: unknown) => string {
  const file = join(folder, "bugs.log");
  return (error) => {
    const reference = now().toString(36).toUpperCase();
    const stack = error instanceof Error ? (error.stack ?? "") : "";
    const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
    const kind = error instanceof Error ? error.name : typeof error;
    try {
      makeFolder(folder, privateFolder);
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) truncateSync(file, 0);
      appendFileSync(file, `${isoInstant(now())} ${reference} ${kind}\n${places.join("\n")}\n`);
    } catch {
      // A full or read-only disk must not hide the failure itself, which the caller reports in any case.
    }
    return reference;
  };
}
