/**
 * Writes small files of the home folder so that a power cut leaves the old content or the new, never half of one.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
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

/** Replaces a file's content. Throws the error of node:fs. */
export function replaceFile(path: string, content: string): void {
  const part = `${path}.${process.pid}.part`;
  try {
    const file = openSync(part, "w", ownerOnly);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
    flushFolder(dirname(path));
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
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
