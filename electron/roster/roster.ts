/**
 * Opens and closes rosters: the one place where checks, lock, connections, writer identity and change log come together.
 *
 * A refusal leaves the file byte for byte as it was and nothing beside it. At rest a roster is one plain file.
 */
import { fileHints, type MachineHints } from "./file/machine-hints";
import { lockRoster, readLockHolder, type RosterLock } from "./file/roster-lock";
import { type IdentityOutcome, WriterIdentity } from "./file/writer-identity";
import { type Connection, connectReadOnly, settle } from "./file/connect";
import { checkRosterFile } from "./file/file-check";
import { type ReadHandle, readHandle, writeHandle } from "./file/handle";
import {
  canonical,
  checkWritable,
  createRosterFile,
  openExamined,
  openForWriting,
  removeRosterFile,
} from "./file/open-file";
import { ChangeLog, type ChangeLogEnvironment, type WriterGuard } from "./change-log";
import { readOwnWriter } from "./log/own-writer";
import { makeEmptyTables, type ProjectionWatch } from "./projection/rebuild";
import { sqliteFailure } from "./file/sqlite-errors";
import { bringUpToDate, patient } from "./up-to-date";

export type { ProjectionWatch };
export { type KnownReader, openAsKnown } from "./as-known";
export { openRosterReadOnly, type RosterReader } from "./reader";
export { readLockHolder, removeRosterFile };

/** Everything impure that a roster needs, handed in by the composition root. */
export interface RosterEnvironment extends ChangeLogEnvironment {
  /** Folder of keys, sentinels and settings; see homeFolder. */
  readonly home: string;
  readonly hints: MachineHints;
}

/** A roster that is open for writing; nobody else can write into it until it is closed. */
export interface Roster {
  readonly path: string;
  /** Sees every change of `log` at once. */
  readonly db: ReadHandle;
  readonly log: ChangeLog;
  readonly writer: { readonly name: string; readonly outcome: IdentityOutcome };
  close(): Promise<void>;
}

class WritableRoster implements Roster {
  readonly path: string;
  readonly db: ReadHandle;
  readonly log: ChangeLog;
  readonly #identity: WriterIdentity;
  readonly #writing: Connection;
  readonly #reading: Connection;
  readonly #lock: RosterLock;
  #closed = false;

  constructor(path: string, writing: Connection, reading: Connection, lock: RosterLock, parts: Parts) {
    this.path = path;
    this.db = readHandle(reading, path);
    this.log = parts.log;
    this.#identity = parts.identity;
    this.#writing = writing;
    this.#reading = reading;
    this.#lock = lock;
  }

  get writer(): { readonly name: string; readonly outcome: IdentityOutcome } {
    return { name: this.#identity.name, outcome: this.#identity.outcome };
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#reading.close();
    try {
      settle(this.#writing);
    } finally {
      await this.#lock.release();
    }
  }
}

interface Parts {
  readonly log: ChangeLog;
  readonly identity: WriterIdentity;
}

/**
 * Opens a roster for writing; its tables are made anew where they were made from another registry.
 * @param projecting who waits for that
 * @throws AppError as `openRosterReadOnly`, and `roster-locked` with host, user and since; `roster-readonly`,
 *   `folder-readonly`, `home-unusable`, `disk-full`, and what `projecting.pause` throws
 */
export async function openRoster(
  path: string,
  environment: RosterEnvironment,
  projecting?: ProjectionWatch,
): Promise<Roster> {
  const file = canonical(path);
  checkRosterFile(file);
  checkWritable(file, path);
  const lock = await lockRoster(file, environment.now());
  try {
    return await openLocked({ path, file, environment, lock, projecting });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface Opening {
  readonly path: string;
  readonly file: string;
  readonly environment: RosterEnvironment;
  readonly lock: RosterLock;
  readonly projecting: ProjectionWatch | undefined;
}

async function openLocked(opening: Opening): Promise<Roster> {
  const { path, file, environment, lock, projecting } = opening;
  // All that can refuse is asked through a connection that cannot write: one that can changes the file by itself.
  const looking = openExamined(file);
  let identity: WriterIdentity;
  try {
    const around = { home: environment.home, machine: environment.hints, file: fileHints(file) };
    identity = new WriterIdentity(around, readOwnWriter(readHandle(looking, path)));
  } finally {
    looking.close();
  }
  const writing = openForWriting(file);
  try {
    const handle = writeHandle(writing, path);
    await bringUpToDate(writing, path, whileLocked(lock, projecting));
    const log = new ChangeLog(handle, guarded(identity, lock), environment);
    return new WritableRoster(path, writing, connectReadOnly(file), lock, { log, identity });
  } catch (error) {
    settle(writing);
    throw sqliteFailure(error, path);
  }
}

/** The writer's identity, and no write once the lock is somebody else's. */
function guarded(identity: WriterIdentity, lock: RosterLock): WriterGuard {
  return {
    get identity() {
      return identity.identity;
    },
    agrees: (end) => {
      lock.check();
      return identity.agrees(end);
    },
    renew: () => identity.renew(),
    record: (end) => identity.record(end),
  };
}

/** The watch of whoever waits, which also breaks off once the lock is somebody else's. */
function whileLocked(lock: RosterLock, projecting: ProjectionWatch = patient): ProjectionWatch {
  return {
    ...projecting,
    pause: async () => {
      await projecting.pause();
      lock.check();
    },
  };
}

/**
 * Makes a new, empty roster and opens it. It appears under its name only when it is whole.
 * @throws AppError `roster-exists`, `folder-missing`, `folder-readonly`, `disk-full`, `home-unusable`
 */
export async function createRoster(path: string, environment: RosterEnvironment): Promise<Roster> {
  createRosterFile(path, makeEmptyTables);
  return openRoster(path, environment);
}
