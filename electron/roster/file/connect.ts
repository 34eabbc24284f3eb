/**
 * Opens SQLite connections with the settings that every one of them must have (decision 31).
 *
 * - Journal: of rollback, cut to nothing at each commit. After a commit the one file holds everything, so that a copy of
 *   it, taken at any moment after "Đã lưu", misses nothing. Never WAL, which keeps what was saved beside the file.
 * - `synchronous = FULL`: a saved edit must survive a power cut; commune PCs have no battery. The cut journal is flushed
 *   as well then, or a power cut could bring it back and undo what was confirmed.
 * - Page size 4096: the cluster of NTFS and most sticks, so that a small edit writes little.
 * - Waiting for another connection's lock: 5 s, longer than any write of a window, shorter than a clerk's patience.
 */
import { closeSync, fsyncSync, openSync } from "node:fs";
import DatabaseConstructor from "better-sqlite3";
import type Database from "better-sqlite3";
import { sealLists, sealOnWriting } from "./list-seals";
import { migrate } from "./migrations/migrate";

export type Connection = Database.Database;

const busyTimeout = 5000;
const pageSize = 4096;
/** KiB; index pages of a bulk load stay in memory, an ordinary roster never fills it. */
const writeCache = 32_000;

/**
 * What holds for every connection, whatever it is for: nothing that stands in the schema of a file may call what has
 * effects, and a cell that reaches beyond its page is damage and no content. Defensive mode, in which no statement can
 * write the schema by hand, is how better-sqlite3 opens any connection.
 */
function guarded(db: Database.Database): Database.Database {
  db.pragma("trusted_schema = OFF");
  db.pragma("cell_size_check = ON");
  return db;
}

/** A connection that cannot change the file. The file must exist. */
export function connectReadOnly(path: string): Database.Database {
  const db = new DatabaseConstructor(path, { readonly: true, fileMustExist: true, timeout: busyTimeout });
  return sealed(guarded(db));
}

/** A connection for writing to a file that exists. */
export function connectForWriting(path: string): Database.Database {
  const db = new DatabaseConstructor(path, { fileMustExist: true, timeout: busyTimeout });
  try {
    db.pragma("journal_mode = TRUNCATE");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    guarded(db);
    db.pragma(`cache_size = -${writeCache}`);
    // On a page that is written anyway, what went is written over: a letter of a dropped draft must not stay behind where
    // its page was put in order.
    db.pragma("secure_delete = FAST");
    sealOnWriting(db);
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
    guarded(db);
    db.pragma(`page_size = ${pageSize}`);
    db.pragma("synchronous = FULL");
    migrate(db, path);
    // Each statement by itself would wait for the disk.
    db.transaction(() => {
      prepare(db);
      sealLists(db);
    }).immediate();
  } finally {
    db.close();
  }
}

/**
 * An empty log in a database of its own that vanishes when closed; spills to the disk where it grows large. References are
 * not checked: it is for tables that are read from a log, which leads them itself.
 */
export function temporaryDatabase(): Database.Database {
  const db = guarded(new DatabaseConstructor(""));
  db.pragma(`page_size = ${pageSize}`);
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.pragma("foreign_keys = OFF");
  db.pragma(`cache_size = -${writeCache}`);
  migrate(db, "");
  return db;
}

/** As `temporaryDatabase`, in memory and kept: what a transaction wrote there can be taken back. */
export function scratchDatabase(): Database.Database {
  const db = guarded(new DatabaseConstructor(":memory:"));
  db.pragma(`page_size = ${pageSize}`);
  db.pragma("foreign_keys = OFF");
  migrate(db, "");
  return db;
}

/** The connection, which from here on cannot write. */
export function sealed(db: Connection): Connection {
  db.pragma("query_only = ON");
  return db;
}

/** Bytes of the head: how the file is written and read; 1 is without a log beside it, 2 with one. */
export const formatAt = [18, 19] as const;

/** A database in memory from a file's bytes, which are changed where they ask for a log beside them. */
export function inMemory(bytes: Buffer): Connection {
  for (const place of formatAt) bytes[place] = 1;
  const db = guarded(new DatabaseConstructor(bytes));
  db.pragma("foreign_keys = ON");
  sealOnWriting(db);
  return db;
}

/** A database in memory with everything that a connection sees. */
export function copyOf(source: Connection): Connection {
  return inMemory(source.serialize());
}

/**
 * Keeps what a transaction changes in memory until it is committed, however much it is. Otherwise the first page that
 * finds no room would lock readers out until the end, and a preview stands open for as long as somebody reads it.
 */
export function keepInMemory(db: Connection): void {
  db.pragma("cache_spill = OFF");
}

/**
 * Of a file that nobody can have seen: its transactions wait for no medium, and are taken back from memory. Whoever made it
 * flushes the whole file before it gets its name.
 */
export function leaveToTheEnd(db: Connection): void {
  db.pragma("journal_mode = MEMORY");
  db.pragma("synchronous = OFF");
}

/** What a file or medium that went away, or that others still use, answers on closing. */
const lostOnClosing = /^SQLITE_(?:BUSY|FULL|IOERR|CANTOPEN|READONLY|PERM|NOTADB|CORRUPT)/;

function tolerating(work: () => void): void {
  try {
    work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!lostOnClosing.test(code)) throw error;
  }
}

/** Closes a writing connection and takes its empty journal away; what is saved does not depend on either. */
export function settle(db: Connection): void {
  tolerating(() => {
    try {
      db.pragma("busy_timeout = 0");
      // SQLite removes the file under a lock of its own, so that it is nobody else's.
      db.pragma("journal_mode = DELETE");
    } finally {
      db.close();
    }
  });
}

/** Closes a connection without touching what lies beside the roster's name, which may be another file's by now. */
export function closeAside(db: Connection): void {
  tolerating(() => void db.close());
}

/** Has the system put a file onto the medium. */
export function flushFile(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
