/**
 * Opens a roster for reading, and looks at it as every opening must before anything is written.
 *
 * A refusal leaves the file byte for byte as it was and nothing beside it.
 */
import { existsSync, realpathSync, rmSync, statSync } from "node:fs";
import { appError } from "../../shared/contract/errors";
import { type Connection, connectReadOnly } from "./file/connect";
import { checkRosterFile } from "./file/file-check";
import { type ReadHandle, readHandle } from "./file/handle";
import { copyInMemory } from "./memory-copy";
import { applicationId, schemaVersion } from "./file/migrations/migrate";
import { sqliteFailure, systemFailure } from "./file/sqlite-errors";

/** A roster that can be read. */
export interface RosterReader {
  readonly path: string;
  readonly db: ReadHandle;
  close(): void;
}

/** Up to this size the whole file is examined on opening; larger ones by `verify` only, to open at once. */
const examinedSize = 16_000_000;

/** The file itself, whatever links lead to it: lock and hints belong to the file. @throws AppError `roster-missing` */
export function canonical(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw missing ? appError("roster-missing", { path }, error) : systemFailure(error, path);
  }
}

/** Files that SQLite may put beside a roster. */
export function companions(path: string): string[] {
  return [`${path}-wal`, `${path}-shm`, `${path}-journal`];
}

/** Runs `open`; when it fails, files beside the roster that were not there before are gone again. */
export function leavingNothing<T>(path: string, open: () => T): T {
  const before = new Set(companions(path).filter((one) => existsSync(one)));
  try {
    return open();
  } catch (error) {
    for (const one of companions(path)) if (!before.has(one)) rmSync(one, { force: true });
    throw sqliteFailure(error, path);
  }
}

/** Has SQLite look at what the header check could not see: pending changes applied, schema, pages. */
function examine(db: Connection, path: string): void {
  if (db.pragma("application_id", { simple: true }) !== applicationId)
    throw appError("roster-foreign", { path });
  if ((db.pragma("user_version", { simple: true }) as number) > schemaVersion)
    throw appError("roster-newer", { path });
  if (statSync(path).size > examinedSize) return;
  if (db.pragma("quick_check(1)", { simple: true }) !== "ok") throw appError("roster-damaged", { path });
}

/** Connects and examines; on failure everything is closed and nothing is left beside the file. */
export function openConnection(path: string, connect: (path: string) => Connection): Connection {
  return leavingNothing(path, () => {
    const db = connect(path);
    try {
      examine(db, path);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** What an older program wrote has not all tables that are read here, and must not be changed by looking. */
function currentOf(db: Connection, path: string): Connection {
  if ((db.pragma("user_version", { simple: true }) as number) === schemaVersion) return db;
  try {
    return copyInMemory(db, path);
  } finally {
    db.close();
  }
}

/**
 * Opens a roster for reading, also while another program writes into it.
 * @throws AppError `roster-missing`, `roster-foreign`, `roster-newer`, `roster-damaged`, `roster-readonly`
 */
export function openRosterReadOnly(path: string): RosterReader {
  const file = canonical(path);
  checkRosterFile(file);
  const db = currentOf(openConnection(file, connectReadOnly), path);
  return { path, db: readHandle(db, path), close: () => db.close() };
}
