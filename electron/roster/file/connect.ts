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
import { closeSync, fsyncSync, openSync } from "node:fs";
import DatabaseConstructor from "better-sqlite3";
import type Database from "better-sqlite3";
import { migrate } from "./migrations/migrate";
import { isMediumFailure } from "./sqlite-errors";

export type Connection = Database.Database;

const busyTimeout = 5000;
const pageSize = 4096;
/** KiB; index pages of a bulk load stay in memory, an ordinary roster never fills it. */
const writeCache = 32_000;
/** After a bulk load the WAL file is cut back to this many bytes. */
const journalLimit = 16_000_000;

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
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    guarded(db);
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
    guarded(db);
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
  const db = guarded(new DatabaseConstructor(""));
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
  const db = guarded(new DatabaseConstructor(copy));
  db.pragma("foreign_keys = ON");
  return db;
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

/**
 * Closes a writing connection so that the roster is one plain file again. While somebody else still reads it, or the
 * disk is full or gone, it stays in WAL mode with every change safe beside it, and the next close does it.
 */
export function settle(db: Database.Database): void {
  tolerating(() => {
    try {
      db.pragma("busy_timeout = 0");
      db.pragma("journal_mode = DELETE");
    } finally {
      db.close();
    }
  });
}

/** Puts a file that nobody has open, such as a copy of a roster in use, at rest and onto the medium. */
export function putAtRest(path: string): void {
  const db = new DatabaseConstructor(path, { fileMustExist: true, timeout: busyTimeout });
  try {
    guarded(db);
    db.pragma("journal_mode = DELETE");
  } finally {
    db.close();
  }
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes the log beside the file into the file that the connection has open, and empties it.
 * @returns whether nothing is left in it that could be taken for another file's; also where the medium is gone
 */
export function emptyLog(writing: Database.Database): boolean {
  try {
    const [done] = writing.pragma("wal_checkpoint(TRUNCATE)") as { readonly busy: number }[];
    return done?.busy === 0;
  } catch (error) {
    return isMediumFailure(error);
  }
}

/**
 * Closes both connections of a roster without touching what lies beside its name: there, another file's log may lie by
 * now. The connection that cannot write goes last, since the last one that can would remove that log.
 */
export function closeAside(writing: Database.Database, reading: Database.Database): void {
  emptyLog(writing);
  tolerating(() => void writing.close());
  tolerating(() => void reading.close());
}
