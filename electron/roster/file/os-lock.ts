/**
 * A lock that the operating system keeps for as long as this process holds it: no time, no refreshing, and gone with the
 * process, whichever way that ends. It survives sleep, and clocks and times of files play no part.
 *
 * It is an exclusive transaction of SQLite on a file of its own, never committed, so that the file stays empty: SQLite
 * locks by range on every system and on the file systems of sticks too, where Node has no call for it.
 *
 * Nothing of this program may open the lock file in any other way. On POSIX, closing any descriptor of a file drops the
 * locks that the process has on it; SQLite knows that of its own descriptors, not of others.
 */
import { chmodSync, closeSync, lstatSync, openSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import DatabaseConstructor from "better-sqlite3";
import { host } from "../../files/host-system";
import { removeFileNow, setFolderAside } from "../../files/rename";
import { systemCode } from "../../files/system-code";
import type { Connection } from "./connect";
import { entryOf, type FileIdentity, isSameFile } from "./file-identity";
import { sqliteFailure, systemFailure } from "./sqlite-errors";

/**
 * Two that ask at the same moment refuse each other, and one of them must then get it. Nobody waits for a holder: that
 * takes hours.
 */
const contention = 250;
/** The file may be removed and made anew between looking and locking only while its former holder lets go. */
const mostTries = 20;

interface Held {
  readonly db: Connection;
  readonly identity: FileIdentity;
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test(systemCode(error));
}

/** Makes way: what lies under the name and is no empty file is not a lock of ours, and must not be opened through a link. */
function clearAway(path: string): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (there.isDirectory()) setFolderAside(path);
  else if (!there.isFile() || there.size > 0) removeFileNow(path);
}

/** Makes the file unless it is there, for everybody who may write the roster. */
function makeSure(path: string, roster: string): void {
  try {
    const mode = statSync(roster).mode & 0o666;
    closeSync(openSync(path, "wx", mode));
    // What the process masks for its files would keep others of the office from locking after a crash.
    chmodSync(path, mode);
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
  }
}

/** Asks the system. @returns null where somebody else holds it */
function tryOpen(path: string): Connection | null {
  const db = new DatabaseConstructor(path, { timeout: contention });
  try {
    // A journal on the disk would be one more file beside the roster, for changes that never come.
    db.pragma("journal_mode = MEMORY");
    db.exec("BEGIN EXCLUSIVE");
    return db;
  } catch (error) {
    db.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

function acquire(path: string, roster: string): Held | null {
  for (let tries = 0; tries < mostTries; tries++) {
    clearAway(path);
    makeSure(path, roster);
    const before = entryOf(path);
    const db = tryOpen(path);
    if (db === null) return null;
    // A file that is open keeps its number: the same before and after is the one that was locked.
    if (before !== null && isSameFile(before, entryOf(path))) return { db, identity: before };
    db.close();
  }
  return null;
}

export class OsLock {
  readonly #path: string;
  readonly #roster: string;
  #held: Held;

  private constructor(path: string, roster: string, held: Held) {
    this.#path = path;
    this.#roster = roster;
    this.#held = held;
  }

  /**
   * @param path the lock file
   * @param roster what it locks, whose rights the lock file gets
   * @returns null where somebody else holds it
   * @throws AppError `folder-readonly`, `folder-missing`, `disk-full`, `roster-disk-failed`
   */
  static take(path: string, roster: string): OsLock | null {
    return guarded(path, roster, () => {
      const held = acquire(path, roster);
      return held === null ? null : new OsLock(path, roster, held);
    });
  }

  /** Whether the file that is locked still lies where others look for it. */
  get isInPlace(): boolean {
    return isSameFile(this.#held.identity, entryOf(this.#path));
  }

  /**
   * Asks the system once more: the lock file was removed or replaced, or a server may have forgotten who holds it.
   * @returns whether it is held
   */
  takeAgain(): boolean {
    return guarded(this.#path, this.#roster, () => {
      if (this.isInPlace) {
        this.#held.db.exec("ROLLBACK");
        try {
          this.#held.db.exec("BEGIN EXCLUSIVE");
          return true;
        } catch (error) {
          if (isBusy(error)) return false;
          // A handle that went bad with its medium; the file itself may be there again.
        }
      }
      const held = acquire(this.#path, this.#roster);
      if (held === null) return false;
      closeQuietly(this.#held.db);
      this.#held = held;
      return true;
    });
  }

  /** Lets go. Never throws: what cannot be removed locks nobody out. @param keepFile leaves the lock file where it is */
  release(keepFile = false): void {
    // Removed while it is held, so that the file of whoever comes next is never the one that goes.
    const removed = !keepFile && this.#remove();
    closeQuietly(this.#held.db);
    // Windows removes no file that is open, and none that somebody else has opened meanwhile.
    if (!keepFile && !removed && host.openFileStays) this.#remove();
  }

  #remove(): boolean {
    try {
      if (!this.isInPlace) return true;
      rmSync(this.#path);
      return true;
    } catch {
      return false;
    }
  }
}

function closeQuietly(db: Connection): void {
  try {
    db.close();
  } catch {
    // The medium is gone, and the lock with it.
  }
}

function guarded<T>(path: string, roster: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw systemFailure(sqliteFailure(error, roster), dirname(path));
  }
}
