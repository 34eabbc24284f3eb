/**
 * Opens, makes and removes the file of a roster, with the looks that every opening takes before anything is written.
 *
 * A refusal leaves the file byte for byte as it was and nothing beside it. What SQLite puts beside a roster, and which
 * version of its steps a file has, is known in this folder only.
 */
import { randomBytes } from "node:crypto";
import { accessSync, closeSync, constants, existsSync, openSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError, appError } from "../../../shared/contract/errors";
import { checkNewName, checkPathLength } from "../../files/file-name";
import { removeIfFree, renameFileNow } from "../../files/rename";
import { flushFolder, ownerOnly } from "../../files/small-file";
import { beginPart } from "../../files/unfinished";
import {
  type Connection,
  connectForWriting,
  connectReadOnly,
  copyOf,
  createDatabaseFile,
  flushFile,
} from "./connect";
import { checkRosterFile } from "./file-check";
import { withoutFormDrafts } from "./form-drafts";
import { type WriteHandle, writeHandle } from "./handle";
import { foreignAtSight, type Leftover } from "./leftovers";
import { applicationId, migrate, schemaVersion } from "./migrations/migrate";
import { contentFault } from "./content-check";
import { checkSchema, storedTables } from "./schema-check";
import { snapshot } from "./snapshot";
import { systemCode } from "../../files/system-code";
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
    // A link that leads to itself, or a name with a zero in it, leads to nothing either.
    const nowhere = ["ENOENT", "ENOTDIR", "ELOOP", "ERR_INVALID_ARG_VALUE"];
    throw nowhere.includes(systemCode(error))
      ? appError("roster-missing", { path }, error)
      : systemFailure(error, path);
  }
}

function versionOf(db: Connection): number {
  return db.pragma("user_version", { simple: true }) as number;
}

/** Has SQLite look at what the header check could not see: pending changes applied, schema, pages. */
function examine(db: Connection, path: string, { isOpenHere, rowsAside }: Looking = {}): void {
  if (db.pragma("application_id", { simple: true }) !== applicationId)
    throw appError("roster-foreign", { path });
  const version = versionOf(db);
  if (version > schemaVersion) throw appError("roster-newer", { path });
  checkSchema(db, path, version);
  if (statSync(path).size > examinedSize || isOpenHere === true) return;
  const check = rowsAside === true ? "quick_check(1)" : "integrity_check(1)";
  if (db.pragma(check, { simple: true }) !== "ok") throw appError("roster-damaged", { path });
  if (rowsAside === true || version < schemaVersion) return;
  // At one moment, since others may write meanwhile.
  const fault = db.transaction(() => contentFault(db, storedTables(db, version)))();
  if (fault !== null) throw appError("roster-damaged", { path });
}

/** Runs what asks SQLite or the system; their failures become the program's own. */
function asking<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw systemFailure(sqliteFailure(error, path), path);
  }
}

/** Closes a connection that is not examined well. */
function examined(db: Connection, path: string, looking?: Looking): Connection {
  try {
    examine(db, path, looking);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Connects for looking and examines; on failure everything is closed. SQLite puts nothing beside the file for that. */
export function openExamined(file: string): Connection {
  return asking(file, () => examined(connectReadOnly(file), file));
}

export interface Looking {
  /**
   * This process has the roster open already. Its head was looked at then, and must not be again: closing the file after
   * reading it would drop the locks that SQLite holds on it.
   */
  readonly isOpenHere?: boolean;
  /** Rows are to be looked at whether they say what was written or not: whoever looks finds that out. */
  readonly rowsAside?: boolean;
}

/** A roster's log that can be read. */
export interface OpenedLog {
  readonly db: Connection;
  /** Whether it lies in memory, so that whoever opens the file again does not see the same. */
  readonly isCopy: boolean;
  /** What lies beside the roster and was passed over. */
  readonly leftovers: readonly Leftover[];
}

/** What SQLite answers where it would have to undo a killed write first, and may not. */
const needsMending = /^SQLITE_READONLY_(?:ROLLBACK|RECOVERY|CANTINIT)/;

/** Connects for looking, where only looking is enough. @returns null where something lies beside it that must be dealt with */
function openAsItIs(file: string, looking: Looking): Connection | null {
  if (foreignAtSight(file).length > 0) return null;
  const db = connectReadOnly(file);
  try {
    examine(db, file, looking);
    return db;
  } catch (error) {
    db.close();
    if (needsMending.test(systemCode(error))) return null;
    throw error;
  }
}

/**
 * Opens a roster's log for reading, also while another program writes into it. Looking changes nothing: a roster whose
 * last write was killed is read as it was before that write, and what is foreign beside it is passed over, both in a copy
 * in memory. So is one that an older program made, which is given the steps that it lacks there; its entity tables are as
 * they were in either case.
 * @throws AppError `roster-missing`, `roster-foreign`, `roster-newer`, `roster-damaged`, `roster-readonly`
 */
export function openLog(path: string, looking: Looking = {}): OpenedLog {
  const file = canonical(path);
  const asksForLog = looking.isOpenHere === true ? false : checkRosterFile(file).asksForLog;
  return asking(file, () => {
    const direct = asksForLog ? null : openAsItIs(file, looking);
    const { db, leftovers } = direct === null ? snapshot(file) : { db: direct, leftovers: [] };
    if (direct === null) examined(db, file, looking);
    if (versionOf(db) === schemaVersion) return { db, isCopy: direct === null, leftovers };
    try {
      const copy = copyOf(db);
      migrate(copy, path);
      return { db: copy, isCopy: true, leftovers };
    } finally {
      db.close();
    }
  });
}

/** A connection for writing to a file that was examined. */
export function openForWriting(file: string): Connection {
  return asking(file, () => connectForWriting(file));
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

/**
 * A name for what is made before it gets its own; whatever that is, this one is short.
 * @throws AppError as `makeRosterFile`
 */
export function newPart(path: string): string {
  checkFree(path);
  return join(dirname(path), `.${randomBytes(6).toString("hex")}.part`);
}

/** @throws AppError `name-too-long`, `path-too-long`, `name-refused`, `roster-exists`, `folder-missing` */
function checkFree(path: string): void {
  checkNewName(path);
  if (existsSync(path)) throw appError("roster-exists", { path });
  if (!existsSync(dirname(path))) throw appError("folder-missing", { path: dirname(path) });
}

/** Gives a whole file its name. @throws AppError `roster-exists`; errors of node:fs */
export function appear(part: string, path: string): void {
  if (existsSync(path)) throw appError("roster-exists", { path });
  renameFileNow(part, path);
  flushFolder(dirname(path));
}

/** Makes an empty file that only this user may read, for SQLite to fill: people's data, and everything beside it. */
function makeForOwner(path: string): void {
  closeSync(openSync(path, "wx", ownerOnly));
}

/** Takes away what did not become whole. */
export function removePart(part: string): void {
  for (const one of [part, `${part}-journal`]) removeIfFree(one);
}

/** A home folder that cannot be written must not keep anybody from saving what they have elsewhere. */
function writtenDown(home: string, part: string): (() => void) | null {
  try {
    return beginPart(home, part);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/**
 * Saves everything that a connection sees as a roster of its own, but for what is typed and not saved. It appears under its name only when it is whole and on
 * the medium.
 * @param home where it is written down while it is being made; null where nothing is
 * @throws AppError as `makeRosterFile`; `roster-disk-failed` where it can be read no more
 */
export async function saveCopy(source: Connection, path: string, home: string | null): Promise<void> {
  const folder = dirname(path);
  const part = newPart(path);
  const done = home === null ? null : writtenDown(home, part);
  try {
    accessSync(folder, constants.W_OK);
    makeForOwner(part);
    await source.backup(part);
    withoutFormDrafts(part);
    flushFile(part);
    appear(part, path);
  } catch (error) {
    removePart(part);
    throw error instanceof AppError ? error : systemFailure(sqliteFailure(error, path), folder);
  } finally {
    done?.();
  }
}

/**
 * Makes the file of a new roster under a name that nobody looks for. `appear` gives it its own once it is whole; until
 * then `removePart` takes it away.
 * @param path the name that it is to have
 * @param part where it is made, see `newPart`
 * @param prepare makes what else belongs into an empty roster
 * @throws AppError `name-too-long`, `path-too-long`, `name-refused`, `roster-exists`, `folder-missing`,
 *   `folder-readonly`, `disk-full`, `file-in-use`
 */
export function makeRosterFile(path: string, part: string, prepare: (db: WriteHandle) => void): void {
  const folder = dirname(path);
  try {
    accessSync(folder, constants.W_OK);
    makeForOwner(part);
    createDatabaseFile(part, (db) => prepare(writeHandle(db, path)));
  } catch (error) {
    removePart(part);
    throw error instanceof AppError ? error : systemFailure(sqliteFailure(error, path), folder);
  }
}
