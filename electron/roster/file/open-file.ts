/**
 * Opens, makes and removes the file of a roster, with the looks that every opening takes before anything is written.
 *
 * A refusal leaves the file byte for byte as it was and nothing beside it. What SQLite puts beside a roster, and which
 * version of its steps a file has, is known in this folder only.
 */
import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError, appError } from "../../../shared/contract/errors";
import { checkNewName, checkPathLength } from "../../files/file-name";
import { removeFileNow, removeIfFree, renameFileNow } from "../../files/rename";
import {
  type Connection,
  connectForWriting,
  connectReadOnly,
  copyOf,
  createDatabaseFile,
  putAtRest,
} from "./connect";
import { checkRosterFile } from "./file-check";
import { type WriteHandle, writeHandle } from "./handle";
import { applicationId, migrate, schemaVersion } from "./migrations/migrate";
import { checkSchema } from "./schema-check";
import { sqliteFailure, systemFailure } from "./sqlite-errors";

/** Up to this size the whole file is examined on opening; larger ones by `verify` only, to open at once. */
const examinedSize = 16_000_000;

/**
 * The file itself, whatever links lead to it: lock and hints belong to the file.
 * @throws AppError `roster-missing`, `path-too-long`
 */
export function canonical(path: string): string {
  checkPathLength(path);
  try {
    const file = realpathSync(path);
    checkPathLength(file);
    return file;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw missing ? appError("roster-missing", { path }, error) : systemFailure(error, path);
  }
}

/** Files that SQLite may put beside a roster. */
function companions(path: string): string[] {
  return [`${path}-wal`, `${path}-shm`, `${path}-journal`];
}

/** Removes a roster that nobody has open, with whatever SQLite left beside it. @throws AppError `file-in-use`, `folder-readonly` */
export function removeRosterFile(path: string): void {
  for (const one of [path, ...companions(path)]) {
    try {
      removeFileNow(one);
    } catch (error) {
      throw systemFailure(error, one);
    }
  }
}

/** Runs `open`; when it fails, files beside the roster that were not there before are gone again. */
function leavingNothing<T>(path: string, open: () => T): T {
  const before = new Set(companions(path).filter((one) => existsSync(one)));
  try {
    return open();
  } catch (error) {
    for (const one of companions(path)) if (!before.has(one)) removeIfFree(one);
    throw sqliteFailure(error, path);
  }
}

function versionOf(db: Connection): number {
  return db.pragma("user_version", { simple: true }) as number;
}

/** Has SQLite look at what the header check could not see: pending changes applied, schema, pages. */
function examine(db: Connection, path: string): void {
  if (db.pragma("application_id", { simple: true }) !== applicationId)
    throw appError("roster-foreign", { path });
  const version = versionOf(db);
  if (version > schemaVersion) throw appError("roster-newer", { path });
  checkSchema(db, path, version);
  if (statSync(path).size > examinedSize) return;
  if (db.pragma("quick_check(1)", { simple: true }) !== "ok") throw appError("roster-damaged", { path });
}

/** Connects for looking and examines; on failure everything is closed and nothing is left beside the file. */
export function openExamined(file: string): Connection {
  return leavingNothing(file, () => {
    const db = connectReadOnly(file);
    try {
      examine(db, file);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

export interface Looking {
  /**
   * This process has the roster open already. Its head was looked at then, and must not be again: closing the file after
   * reading it would drop the locks that SQLite holds on it.
   */
  readonly isOpenHere?: boolean;
}

/**
 * Opens a roster's log for reading, also while another program writes into it. One that an older program made is copied
 * into memory and given the steps that it lacks there; its entity tables are as they were in either case.
 * @throws AppError `roster-missing`, `roster-foreign`, `roster-newer`, `roster-damaged`, `roster-altered`, `roster-readonly`
 */
export function openLog(path: string, { isOpenHere = false }: Looking = {}): Connection {
  const file = canonical(path);
  if (!isOpenHere) checkRosterFile(file);
  const db = openExamined(file);
  if (versionOf(db) === schemaVersion) return db;
  try {
    const copy = copyOf(db);
    migrate(copy, path);
    return copy;
  } finally {
    db.close();
  }
}

/** A connection for writing to a file that was examined; one that fails leaves nothing beside it. */
export function openForWriting(file: string): Connection {
  return leavingNothing(file, () => connectForWriting(file));
}

/** @throws AppError `roster-readonly`, `folder-readonly` */
export function checkWritable(file: string, path: string): void {
  try {
    accessSync(file, constants.W_OK);
  } catch (error) {
    throw appError("roster-readonly", { path }, error);
  }
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw appError("folder-readonly", { path: dirname(path) }, error);
  }
}

/** What is made before it gets its name; whatever that name is, this one is short. */
function partIn(folder: string): string {
  return join(folder, `.${randomBytes(6).toString("hex")}.part`);
}

/** @throws AppError `name-too-long`, `path-too-long`, `name-refused`, `roster-exists`, `folder-missing` */
function checkFree(path: string): void {
  checkNewName(path);
  if (existsSync(path)) throw appError("roster-exists", { path });
  if (!existsSync(dirname(path))) throw appError("folder-missing", { path: dirname(path) });
}

/** Gives a whole file its name. @throws AppError `roster-exists` */
function appear(part: string, path: string): void {
  if (existsSync(path)) throw appError("roster-exists", { path });
  renameFileNow(part, path);
}

/**
 * Saves everything that a connection sees as a roster of its own. It appears under its name only when it is whole and on
 * the medium.
 * @throws AppError as `createRosterFile`; `roster-disk-failed` where it can be read no more
 */
export async function saveCopy(source: Connection, path: string): Promise<void> {
  const folder = dirname(path);
  checkFree(path);
  const part = partIn(folder);
  try {
    accessSync(folder, constants.W_OK);
    await source.backup(part);
    putAtRest(part);
    appear(part, path);
  } catch (error) {
    for (const one of [part, ...companions(part)]) removeIfFree(one);
    throw error instanceof AppError ? error : systemFailure(sqliteFailure(error, path), folder);
  }
}

/**
 * Makes the file of a new roster. It appears under its name only when it is whole.
 * @param prepare makes what else belongs into an empty roster
 * @throws AppError `name-too-long`, `path-too-long`, `name-refused`, `roster-exists`, `folder-missing`,
 *   `folder-readonly`, `disk-full`, `file-in-use`
 */
export function createRosterFile(path: string, prepare: (db: WriteHandle) => void): void {
  const folder = dirname(path);
  checkFree(path);
  const part = partIn(folder);
  try {
    accessSync(folder, constants.W_OK);
    createDatabaseFile(part, (db) => prepare(writeHandle(db, path)));
    appear(part, path);
  } catch (error) {
    for (const one of [part, ...companions(part)]) removeIfFree(one);
    throw error instanceof AppError ? error : systemFailure(sqliteFailure(error, path), folder);
  }
}
