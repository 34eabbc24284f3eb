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

/** Whether fewer pages are there than the header counts; the count is valid only if written by the last change. */
function isCutOff({ size, bytes }: FileHead): boolean {
  const stored = bytes.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  const pages = bytes.readUInt32BE(28);
  const countIsValid = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
  if (size < pageSize) return true;
  return countIsValid && size < pages * pageSize;
}

/**
 * Refuses what is no whole roster of a known version; touches nothing.
 * @throws AppError `roster-missing`, `roster-foreign` (something else), `roster-newer`, `roster-damaged` (cut off or
 *   zeroed), `roster-unreadable`
 * @returns whether it asks for a log beside it
 */
export function checkRosterFile(path: string): { readonly asksForLog: boolean } {
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
  if (!pending && isCutOff(head)) throw appError("roster-damaged", { path });
  return { asksForLog: asksForLog(bytes) };
}
