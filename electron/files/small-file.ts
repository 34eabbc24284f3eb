/**
 * Writes small files of the home folder so that a power cut leaves the old content or the new, never half of one.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** Readable and writable by this user only. */
const ownerOnly = 0o600;

function flushFolder(path: string): void {
  // Windows cannot open a folder for flushing; NTFS orders the rename by itself.
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function writePart(path: string, content: string): string {
  const part = `${path}.${process.pid}.part`;
  const file = openSync(part, "w", ownerOnly);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return part;
}

/** Replaces a file's content. Throws the error of node:fs. */
export function replaceFile(path: string, content: string): void {
  try {
    renameSync(writePart(path, content), path);
    flushFolder(dirname(path));
  } catch (error) {
    rmSync(`${path}.${process.pid}.part`, { force: true });
    throw error;
  }
}

/**
 * Makes a file unless there is one, so that of two programs at once one content wins for both. Throws other errors of
 * node:fs.
 * @returns whether it was made
 */
export function createFile(path: string, content: string): boolean {
  try {
    const part = writePart(path, content);
    try {
      linkSync(part, path);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : "";
      if (code === "EEXIST") return false;
      // Not every file system has links; what is left is a gap of no length that a person could hit.
      if (existsSync(path)) return false;
      renameSync(part, path);
    }
    flushFolder(dirname(path));
    return true;
  } finally {
    rmSync(`${path}.${process.pid}.part`, { force: true });
  }
}

/** A file's text, or null when there is none. Throws other errors of node:fs. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
