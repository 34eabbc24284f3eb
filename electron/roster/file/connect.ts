/**
 * Opens SQLite connections with the settings that every one of them must have.
 *
 * - Journal: WAL while the roster is open for writing, so that reading never waits for a write. At rest the file is in
 *   rollback mode (see `settle`): one plain file that can be copied and opened on a read-only stick.
 * - `synchronous = FULL`: a saved edit must survive a power cut; commune PCs have no battery. NORMAL may lose the last
 *   transactions in WAL mode. One flush a change is what it costs, and a bulk load is one change.
 * - Page size 4096: the cluster of NTFS and most sticks, so that a small edit writes little.
 * - Waiting for another connection's lock: 5 s, longer than any write of a window, shorter than a clerk's patience.
 */
import DatabaseConstructor from "better-sqlite3";
import type Database from "better-sqlite3";
import { migrate } from "./migrations/migrate";

export type Connection = Database.Database;

const busyTimeout = 5000;
const pageSize = 4096;
/** KiB; index pages of a bulk load stay in memory, an ordinary roster never fills it. */
const writeCache = 32_000;
/** After a bulk load the WAL file is cut back to this many bytes. */
const journalLimit = 16_000_000;

/** A connection that cannot change the file. The file must exist. */
export function connectReadOnly(path: string): Database.Database {
  const db = new DatabaseConstructor(path, { readonly: true, fileMustExist: true, timeout: busyTimeout });
  return sealed(db);
}

/** A connection for writing to a file that exists. */
export function connectForWriting(path: string): Database.Database {
  const db = new DatabaseConstructor(path, { fileMustExist: true, timeout: busyTimeout });
  try {
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("trusted_schema = OFF");
    db.pragma(`cache_size = -${writeCache}`);
    db.pragma(`journal_size_limit = ${journalLimit}`);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/**
 * Makes an empty roster database in a file that does not exist yet, and closes it.
 * @param prepare makes what else belongs into it
 */
export function createDatabaseFile(path: string, prepare: (db: Connection) => void): void {
  const db = new DatabaseConstructor(path, { timeout: busyTimeout });
  try {
    db.pragma(`page_size = ${pageSize}`);
    db.pragma("synchronous = FULL");
    migrate(db, path);
    // Each statement by itself would wait for the disk.
    db.transaction(() => prepare(db)).immediate();
  } finally {
    db.close();
  }
}

/**
 * An empty log in a database of its own that vanishes when closed; spills to the disk where it grows large. References are
 * not checked: it is for tables that are read from a log, which leads them itself.
 */
export function temporaryDatabase(): Database.Database {
  const db = new DatabaseConstructor("");
  db.pragma(`page_size = ${pageSize}`);
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.pragma("foreign_keys = OFF");
  db.pragma(`cache_size = -${writeCache}`);
  migrate(db, "");
  return db;
}

/** The connection, which from here on cannot write. */
export function sealed(db: Connection): Connection {
  db.pragma("query_only = ON");
  return db;
}

/** Bytes 18 and 19 of the head: how the file is written and read; 1 is without a log beside it. */
const formatAt = [18, 19] as const;

/** A database in memory with everything that a connection sees. */
export function copyOf(source: Database.Database): Database.Database {
  const copy = source.serialize();
  for (const place of formatAt) copy[place] = 1;
  const db = new DatabaseConstructor(copy);
  db.pragma("foreign_keys = ON");
  return db;
}

/**
 * Closes a writing connection so that the roster is one plain file again. While somebody else still reads it, or the
 * disk is full or gone, it stays in WAL mode with every change safe beside it, and the next close does it.
 */
export function settle(db: Database.Database): void {
  try {
    db.pragma("busy_timeout = 0");
    db.pragma("journal_mode = DELETE");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!/^SQLITE_(?:BUSY|FULL|IOERR)/.test(code)) throw error;
  } finally {
    db.close();
  }
}
