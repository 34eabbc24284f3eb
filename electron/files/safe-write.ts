/**
 * Writes a file onto a stick so that a pulled stick, a full disk or a stop never leaves a half file that looks whole,
 * and never overwrites what is there.
 *
 * Steps: a free name; `<name>.part`; the bytes, piece by piece; fsync; read back and compare; rename; fsync of the
 * folder; read back under the final name. What somebody else holds open for a moment is tried again. Invariants, each
 * held by a test that fails every single operation:
 * - under the final name there is nothing, or exactly the intended bytes;
 * - a file that was there before is untouched;
 * - after a failure the `.part` is removed, unless the medium itself is gone.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { AppError, appError, type PathErrorCode } from "../../shared/contract/errors";
import type { WrittenFile } from "../../shared/contract/schemas/reports";
import { numberedName, safeFileBase, tooLong } from "./file-name";
import { type FileBeingWritten, type FileSystem, realFileSystem } from "./file-system";
import { patiently } from "./patience";
import { removeFile, renameFile, type Waiting } from "./rename";
import { systemCode } from "./system-code";

export interface SafeWrite {
  /** Where to; must be there. */
  readonly folder: string;
  /** What the file is to be called, marks and all; made safe for FAT here. */
  readonly name: string;
  /** Without its dot. */
  readonly extension: string;
  /** Whole, or piece by piece as they are made: then nothing is held, and what fails while they are made leaves nothing. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal | undefined;
  /** Bytes written so far, of all; not told of bytes that are only being made. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** The number to begin with when looking for a free name; see `freeNumber`. */
  readonly firstNumber?: number;
  readonly files?: FileSystem;
  /** Pauses between tries while somebody else holds the file, ms. */
  readonly pauses?: readonly number[] | undefined;
}

const piece = 1 << 16;
/** A folder with so many files of one name is no place for another. */
const mostNames = 999;

/**
 * @returns the final path with the SHA-256 (lower-case hex) of what was read back from it
 * @throws AppError folder-missing, folder-readonly, name-too-long, path-too-long, disk-full, target-gone, read-back-differs, file-in-use,
 *   write-failed, cancelled
 */
export async function safeWrite(request: SafeWrite): Promise<WrittenFile> {
  const files = request.files ?? realFileSystem;
  stopIfAsked(request.signal);
  await checkFolder(request.folder, files);
  const { part, final, file } = await reserveName(files, request);
  let renamed = false;
  try {
    const { intended, bytes } = await fill(file, request);
    await compare(files, part, intended, final, request);
    stopIfAsked(request.signal);
    // Somebody else may have taken the name meanwhile; a rename would overwrite it.
    if (await files.exists(final)) throw appError("write-failed", { path: final, reason: "EEXIST" });
    await renameFile(part, final, request, files);
    renamed = true;
    await files.syncFolder(request.folder);
    await compare(files, final, intended, final, request);
    return { path: final, sha256: intended, bytes };
  } catch (error) {
    await removeQuietly(files, renamed ? final : part, request);
    throw await explain(files, request.folder, final, error, true);
  }
}

/**
 * The least number under which none of several extensions is taken, so that the files of one report share a name.
 * @throws AppError as safeWrite
 */
export async function freeNumber(
  folder: string,
  name: string,
  extensions: readonly string[],
  files: FileSystem = realFileSystem,
): Promise<number> {
  await checkFolder(folder, files);
  for (let n = 1; n <= mostNames; n++) {
    let taken = false;
    for (const extension of extensions) taken ||= await isTaken(files, folder, name, extension, n);
    if (!taken) return n;
  }
  throw appError("write-failed", { path: folder, reason: "EEXIST" });
}

async function isTaken(
  files: FileSystem,
  folder: string,
  name: string,
  extension: string,
  n: number,
): Promise<boolean> {
  const path = join(folder, numberedName(safeFileBase(name, extension), n, extension));
  try {
    return (await files.exists(path)) || (await files.exists(`${path}.part`));
  } catch (error) {
    throw await explain(files, folder, path, error);
  }
}

/** @throws AppError folder-missing, folder-readonly, name-too-long, path-too-long */
export async function checkFolder(folder: string, files: FileSystem = realFileSystem): Promise<void> {
  let isFolder: boolean;
  try {
    isFolder = await files.isFolder(folder);
  } catch (error) {
    if (systemCode(error) === "ENAMETOOLONG") throw tooLong(folder, error);
    throw appError(
      isRefusal(systemCode(error)) ? "folder-readonly" : "folder-missing",
      { path: folder },
      error,
    );
  }
  if (!isFolder) throw appError("folder-missing", { path: folder });
}

/** Opens the `.part` of the first free name. Its exclusive creation is what keeps two programs off one name. */
async function reserveName(
  files: FileSystem,
  request: SafeWrite,
): Promise<{ part: string; final: string; file: FileBeingWritten }> {
  const { folder, extension } = request;
  const base = safeFileBase(request.name, extension);
  for (let n = request.firstNumber ?? 1; n <= mostNames; n++) {
    const final = join(folder, numberedName(base, n, extension));
    const part = `${final}.part`;
    try {
      if (await files.exists(final)) continue;
      return { part, final, file: await files.create(part) };
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw await explain(files, folder, final, error);
    }
  }
  throw appError("write-failed", { path: join(folder, base), reason: "EEXIST" });
}

/** Writes and syncs; closes in any case, as an open file keeps a stick from being taken out. */
async function fill(
  file: FileBeingWritten,
  { bytes, signal, onProgress }: SafeWrite,
): Promise<{ readonly intended: string; readonly bytes: number }> {
  const hash = createHash("sha256");
  let written = 0;
  try {
    for await (const part of bytes instanceof Uint8Array ? piecesOf(bytes) : bytes) {
      stopIfAsked(signal);
      hash.update(part);
      await file.write(part);
      written += part.length;
      if (bytes instanceof Uint8Array) onProgress?.(written, bytes.length);
    }
    stopIfAsked(signal);
    await file.sync();
  } catch (error) {
    // The first failure is the one to tell; closing a file of a pulled stick fails as well.
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
  return { intended: hash.digest("hex"), bytes: written };
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let done = 0; done < bytes.length; done += piece) yield bytes.subarray(done, done + piece);
}

async function compare(
  files: FileSystem,
  path: string,
  intended: string,
  final: string,
  { signal, pauses }: Waiting,
): Promise<void> {
  const read = async () => {
    const hash = createHash("sha256");
    for await (const bytes of files.read(path)) hash.update(bytes);
    return hash.digest("hex");
  };
  if ((await patiently(read, { path: final, signal, pauses })) !== intended)
    throw appError("read-back-differs", { path: final });
}

/** The failure that led here is what the user is told; a stick that is gone cannot be tidied. */
async function removeQuietly(files: FileSystem, path: string, { pauses }: Waiting): Promise<void> {
  await removeFile(path, { pauses }, files).catch(() => undefined);
}

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw appError("cancelled");
}

function isRefusal(code: string): boolean {
  return code === "EACCES" || code === "EPERM" || code === "EROFS";
}

const codes: Readonly<Record<string, PathErrorCode>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  ENOENT: "target-gone",
  ENOTDIR: "target-gone",
  EIO: "target-gone",
  ENODEV: "target-gone",
  ENXIO: "target-gone",
  ENOTCONN: "target-gone",
  ESTALE: "target-gone",
  EACCES: "folder-readonly",
  EPERM: "folder-readonly",
  EROFS: "folder-readonly",
  EBUSY: "file-in-use",
};

/**
 * The failure in the program's words. What the system cannot name is told by whether the folder is still there.
 * @param opened whether the folder took a file before: then a refusal is not because it is read-only
 */
export async function explain(
  files: FileSystem,
  folder: string,
  path: string,
  error: unknown,
  opened = false,
): Promise<AppError> {
  if (error instanceof AppError) return error;
  const systemError = systemCode(error);
  if (systemError === "") throw error;
  if (systemError === "ENAMETOOLONG") return tooLong(path, error);
  const known =
    opened && (systemError === "EACCES" || systemError === "EPERM") ? undefined : codes[systemError];
  const code = known ?? ((await isThere(files, folder)) ? "write-failed" : "target-gone");
  switch (code) {
    case "write-failed":
      return appError(code, { path, reason: systemError }, error);
    case "folder-readonly":
      return appError(code, { path: folder }, error);
    default:
      return appError(code, { path }, error);
  }
}

async function isThere(files: FileSystem, folder: string): Promise<boolean> {
  try {
    return await files.isFolder(folder);
  } catch {
    return false;
  }
}
