/**
 * Looks at a file before SQLite does: is it a roster, of a version we know, and whole?
 *
 * SQLite itself would happily open an empty or cut-off file and may write beside it; a refusal must leave everything
 * as it was. Only the 100 bytes of the database header are read (https://www.sqlite.org/fileformat.html §1.3).
 */
import { closeSync, fstatSync, readSync } from "node:fs";
import { appError } from "../../../shared/contract/errors";
import { plainFile } from "../../files/plain-file";
import { asksForLog, hasPending } from "./leftovers";
import { applicationId, schemaVersion } from "./migrations/migrate";
import { systemFailure } from "./sqlite-errors";

const headerLength = 100;
const magic = "SQLite format 3\0";

interface FileHead {
  readonly size: number;
  readonly bytes: Buffer;
}

function readHead(path: string): FileHead {
  let file: number | null = null;
  try {
    file = plainFile(path);
    if (file === null) throw appError("roster-foreign", { path });
    const bytes = Buffer.alloc(headerLength);
    const length = readSync(file, bytes, 0, headerLength, 0);
    return { size: fstatSync(file).size, bytes: bytes.subarray(0, length) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT" || code === "ENOTDIR") throw appError("roster-missing", { path }, error);
    if (code === "EISDIR") throw appError("roster-foreign", { path }, error);
    if (code === "EACCES" || code === "EPERM") throw appError("roster-unreadable", { path }, error);
    throw systemFailure(error, path);
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Bytes that the header counts; the count is valid only if written by the last change. */
function countedSize({ bytes }: FileHead): number {
  const stored = bytes.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  const countIsValid = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
  return countIsValid ? Math.max(pageSize, bytes.readUInt32BE(28) * pageSize) : pageSize;
}

/** What is known of a file that begins as a roster. */
export interface RosterFile {
  /** Whether it asks for a log beside it. */
  readonly asksForLog: boolean;
  /** Whether a write may not have come to its end. */
  readonly pending: boolean;
  readonly size: number;
  /** Bytes that its header counts; more than `size` where it was cut off. */
  readonly counted: number;
}

/**
 * Refuses what does not begin as a roster of a known version; touches nothing.
 * @throws AppError `roster-missing`, `roster-foreign` (something else), `roster-newer`, `roster-damaged` (no header any
 *   more), `roster-unreadable`
 */
export function lookAtRosterFile(path: string): RosterFile {
  const head = readHead(path);
  const { bytes } = head;
  if (bytes.every((byte) => byte === 0)) throw appError("roster-damaged", { path });
  const start = bytes.toString("latin1", 0, magic.length);
  if (bytes.length < headerLength)
    throw appError(magic.startsWith(start) ? "roster-damaged" : "roster-foreign", { path });
  if (start !== magic) throw appError("roster-foreign", { path });
  // The head may be out of date then, as after a power cut.
  const pending = hasPending(path);
  if (bytes.readUInt32BE(68) !== applicationId) throw appError("roster-foreign", { path });
  if (bytes.readUInt32BE(60) > schemaVersion && !pending) throw appError("roster-newer", { path });
  return { asksForLog: asksForLog(bytes), pending, size: head.size, counted: countedSize(head) };
}

/**
 * Refuses what is no whole roster of a known version; touches nothing.
 * @throws AppError as `lookAtRosterFile`; `roster-damaged` also where it was cut off
 */
export function checkRosterFile(path: string): RosterFile {
  const file = lookAtRosterFile(path);
  if (!file.pending && file.size < file.counted) throw appError("roster-damaged", { path });
  return file;
}
