/**
 * Opens what must be a plain file for reading: the one place that does, whatever it was that somebody named.
 *
 * A pipe would keep the program waiting for somebody who writes into it, a device may never end, and both lie under names
 * that a command was given by mistake or that somebody put beside a roster. They are opened without waiting, looked at,
 * and refused.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

export interface OpeningPlain {
  /** Whether a link under the name counts as the file that it leads to; what lies beside a roster by name must be none. */
  readonly following?: boolean;
}

/** Reading, and at once: a pipe is opened before anybody writes into it, so that it can be refused. */
const atOnce = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * @returns a descriptor, to be closed by the caller; null where something else than a plain file lies there
 * @throws errors of node:fs: ENOENT, EACCES, ELOOP of links that lead to each other
 */
export function plainFile(path: string, { following = true }: OpeningPlain = {}): number | null {
  // Where the system cannot refuse links on opening, this look does.
  if (!following && !lstatSync(path).isFile()) return null;
  const careful = following ? 0 : (constants.O_NOFOLLOW ?? 0);
  const file = openSync(path, atOnce | careful);
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  return null;
}

/** The whole of a plain file; null where something else lies there. @throws errors of node:fs */
export function readPlainFile(path: string, opening?: OpeningPlain): Buffer | null {
  const file = plainFile(path, opening);
  if (file === null) return null;
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** {@link plainFile} for what may be large, links followed. @throws errors of node:fs */
export async function openPlainFile(path: string): Promise<FileHandle | null> {
  const file = await open(path, atOnce);
  if ((await file.stat()).isFile()) return file;
  await file.close();
  return null;
}
