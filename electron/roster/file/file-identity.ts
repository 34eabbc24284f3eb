/**
 * Which file stands under a path: a cloud program, a copy or a stick plugged in again puts another one there while the
 * first is still open, and whatever is written then goes where nobody looks for it.
 *
 * Only asked by name. Opening and closing a file that SQLite holds would drop SQLite's locks on it, since POSIX locks
 * belong to the process and go with whichever of its descriptors is closed first.
 */
import { type BigIntStats, lstatSync, statSync } from "node:fs";
import { systemFailure } from "./sqlite-errors";

/** Volume and number of a file; the number is 0 on file systems that have none. */
export interface FileIdentity {
  readonly device: bigint;
  readonly file: bigint;
}

function found(path: string, ask: () => BigIntStats | undefined): FileIdentity | null {
  try {
    const stats = ask();
    return stats === undefined ? null : { device: stats.dev, file: stats.ino };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw systemFailure(error, path);
  }
}

/** The file that a path leads to, through links; null where there is none. @throws AppError `roster-disk-failed` */
export function identityOf(path: string): FileIdentity | null {
  return found(path, () => statSync(path, { bigint: true, throwIfNoEntry: false }));
}

/** What stands under the name itself, were it a link; null where nothing does. @throws AppError `roster-disk-failed` */
export function entryOf(path: string): FileIdentity | null {
  return found(path, () => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
}

/** Whether two identities may be of one file; where a file system gives no numbers, nothing speaks against it. */
export function isSameFile(a: FileIdentity | null, b: FileIdentity | null): boolean {
  if (a === null || b === null) return false;
  if (a.file === 0n || b.file === 0n) return true;
  return a.device === b.device && a.file === b.file;
}
