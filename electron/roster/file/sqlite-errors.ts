/**
 * The one place where SQLite's and the file system's error codes become the program's own.
 *
 * Without it each caller would guess what SQLITE_IOERR_WRITE means, and a clerk would see English or nothing.
 */
import { existsSync } from "node:fs";
import { appError, type PathErrorCode } from "../../../shared/contract/errors";
import { tooLong } from "../../files/file-name";
import { FileInUse } from "../../files/patience";

/** By primary code, or by extended code where that says more. */
const sqliteCodes: Readonly<Record<string, PathErrorCode | "busy">> = {
  SQLITE_NOTADB: "roster-foreign",
  SQLITE_CORRUPT: "roster-damaged",
  SQLITE_FORMAT: "roster-damaged",
  SQLITE_IOERR_SHORT_READ: "roster-damaged",
  SQLITE_IOERR_CORRUPTFS: "roster-damaged",
  SQLITE_FULL: "disk-full",
  SQLITE_IOERR: "roster-disk-failed",
  SQLITE_READONLY: "roster-readonly",
  SQLITE_READONLY_DIRECTORY: "folder-readonly",
  SQLITE_READONLY_DBMOVED: "roster-replaced",
  SQLITE_PERM: "roster-readonly",
  SQLITE_CANTOPEN: "folder-readonly",
  SQLITE_BUSY: "busy",
  SQLITE_LOCKED: "busy",
};

const systemCodes: Readonly<Record<string, PathErrorCode>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EFBIG: "disk-full",
  EROFS: "folder-readonly",
  EACCES: "folder-readonly",
  EPERM: "folder-readonly",
  ENOENT: "folder-missing",
  ENOTDIR: "folder-missing",
  EIO: "roster-disk-failed",
  EBUSY: "file-in-use",
  ENXIO: "roster-disk-failed",
  ENODEV: "roster-disk-failed",
};

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** Whether the medium did not answer, as when a stick was pulled out; asking a file that is opened again may help. */
export function isMediumFailure(error: unknown): boolean {
  return /^SQLITE_(?:IOERR|CANTOPEN|READONLY_DBMOVED)/.test(codeOf(error) ?? "");
}

/**
 * What to throw for an error of better-sqlite3.
 * @param path the roster that the sentence names
 * @returns an AppError for a failure of the file, the disk or its rights; the error itself when it is a bug (wrong
 *   SQL, a broken constraint) or no SQLite error at all
 */
export function sqliteFailure(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === null || !code.startsWith("SQLITE_")) return error;
  const primary = code.split("_").slice(0, 2).join("_");
  // It went away while it was being asked: nothing is wrong with anybody's rights.
  if (primary === "SQLITE_CANTOPEN" && !existsSync(path)) return appError("roster-missing", { path }, error);
  const known = sqliteCodes[code] ?? sqliteCodes[primary];
  if (known === "busy") return appError(known, undefined, error);
  return known === undefined ? error : appError(known, { path }, error);
}

/**
 * What to throw for an error of node:fs.
 * @param path the file or folder that the sentence names
 */
export function systemFailure(error: unknown, path: string): unknown {
  if (error instanceof FileInUse) return appError("file-in-use", { path: error.path }, error);
  const code = codeOf(error);
  if (code === "ENAMETOOLONG") return tooLong(path, error);
  const known = code === null ? undefined : systemCodes[code];
  return known === undefined ? error : appError(known, { path }, error);
}
