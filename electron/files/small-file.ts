/**
 * Writes small files of the home folder so that a power cut leaves the old content or the new, never half of one.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { host } from "./host-system";
import { standingStill } from "./patience";
import { readPlainFile } from "./plain-file";
import { linkFileNow, removeIfFree, renameFileNow } from "./rename";
import { systemCode } from "./system-code";
import { homePart } from "./unfinished";

/** Readable and writable by this user only. */
export const ownerOnly = 0o600;

/** Puts a folder's list of names onto the medium, where the system can. */
export function flushFolder(path: string): void {
  if (!host.folderCanBeFlushed) return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function writePart(path: string, content: string): string {
  const part = homePart(path);
  // What lies there is ours and left over, or somebody's link: made anew, it leads nowhere else.
  removeIfFree(part);
  const file = openSync(part, "wx", ownerOnly);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return part;
}

/** Replaces a file's content. @throws FileInUse, errors of node:fs */
export function replaceFile(path: string, content: string): void {
  try {
    renameFileNow(writePart(path, content), path);
    flushFolder(dirname(path));
  } catch (error) {
    removeIfFree(homePart(path));
    throw error;
  }
}

/**
 * Makes a file unless there is one, so that of two programs at once one content wins for both.
 * @returns whether it was made
 * @throws FileInUse, errors of node:fs
 */
export function createFile(path: string, content: string): boolean {
  try {
    const part = writePart(path, content);
    try {
      linkFileNow(part, path);
    } catch (error) {
      if (systemCode(error) === "EEXIST") return false;
      // Not every file system has links; what is left is a gap of no length that a person could hit.
      if (existsSync(path)) return false;
      renameFileNow(part, path);
    }
    flushFolder(dirname(path));
    return true;
  } finally {
    removeIfFree(homePart(path));
  }
}

/**
 * A file's text, or null when there is none.
 * @throws FileInUse, errors of node:fs; Error where something else than a file lies there, which nobody else made
 */
export function readIfThere(path: string): string | null {
  let bytes: Buffer | null;
  try {
    bytes = standingStill(() => readPlainFile(path), { path, isLasting: () => !mayBeRead(path) });
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
  if (bytes === null) throw new Error(`No file: ${path}`);
  return bytes.toString("utf8");
}

/** Whether this user has the right, as far as the system tells beforehand. */
function mayBeRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return !statSync(path).isDirectory();
  } catch {
    return false;
  }
}
