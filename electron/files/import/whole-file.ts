/**
 * The bytes of a file that somebody chose, in one look: what another program writes meanwhile is not mixed in, and nothing is
 * held open. Excel lets others read what it has open; who does not is waited for shortly, then named.
 */
import type { FileHandle } from "node:fs/promises";
import { AppError, appError } from "../../../shared/contract/errors";
import { FileInUse, patiently } from "../patience";
import { openPlainFile } from "../plain-file";
import { systemCode } from "../system-code";
import type { Reading } from "./reading";

/** @throws AppError workbook-missing, workbook-no-file, workbook-unreadable, workbook-in-use, workbook-too-large, cancelled */
export async function readWholeFile(
  path: string,
  reading: Reading,
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  try {
    return await patiently(() => readOnce(path, reading), { path, signal, isLasting: isRight });
  } catch (error) {
    throw refusalOf(path, error);
  }
}

/** A right that this account lacks is refused for good; on Windows EPERM and EBUSY tell of others that hold a file. */
function isRight(error: unknown): boolean {
  return systemCode(error) === "EACCES";
}

async function readOnce(path: string, reading: Reading): Promise<Buffer> {
  const file = await openPlainFile(path);
  if (file === null) throw appError("workbook-no-file", { path });
  try {
    reading.fileOf((await file.stat()).size);
    return await bytesOf(file, reading);
  } finally {
    await file.close();
  }
}

/** A file may grow while it is read; it is not read beyond what may be. */
async function bytesOf(file: FileHandle, reading: Reading): Promise<Buffer> {
  const bytes = await file.readFile();
  reading.fileOf(bytes.length);
  return bytes;
}

function refusalOf(path: string, error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (error instanceof FileInUse) return appError("workbook-in-use", { path }, error);
  switch (systemCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
      return appError("workbook-missing", { path }, error);
    case "EISDIR":
    case "ELOOP":
    case "ENXIO":
      return appError("workbook-no-file", { path }, error);
    case "":
      return error;
    default:
      return appError("workbook-unreadable", { path }, error);
  }
}
