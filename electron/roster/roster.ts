/**
 * Opens and closes rosters: the one place where checks, lock, connections, writer identity and change log come together.
 *
 * A refusal leaves the file byte for byte as it was and nothing beside it. At rest a roster is one plain file.
 */
import { accessSync, constants, existsSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { AppError, appError } from "../../shared/contract/errors";
import { fileHints, type MachineHints } from "./file/machine-hints";
import { lockRoster, readLockHolder, type RosterLock } from "./file/roster-lock";
import { type IdentityOutcome, WriterIdentity } from "./file/writer-identity";
import {
  type Connection,
  connectForWriting,
  connectReadOnly,
  createDatabaseFile,
  settle,
} from "./file/connect";
import { checkRosterFile } from "./file/file-check";
import { type ReadHandle, readHandle, type WriteHandle, writeHandle } from "./file/handle";
import { sql } from "./file/sql";
import { ChangeLog, type ChangeLogEnvironment } from "./change-log";
import { migrate, schemaVersion } from "./file/migrations/migrate";
import { rebuildInPlace } from "./projection/rebuild";
import { readOwnWriter } from "./log/own-writer";
import { canonical, companions, leavingNothing, openConnection } from "./reader";
import { sqliteFailure, systemFailure } from "./file/sqlite-errors";

export { openAsKnown } from "./as-known";
export { openRosterReadOnly, type RosterReader } from "./reader";
export { readLockHolder };

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

function checkWritable(file: string, path: string): void {
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

/** Brings an older roster up to date: new tables and columns, and the tables made again so that they show all. */
function upgrade(db: Connection, handle: WriteHandle, path: string): void {
  const migrated = migrate(db, path);
  const projected = handle.value<number>(sql`SELECT value FROM local_state WHERE key = 'projection'`);
  if (!migrated && projected === schemaVersion) return;
  handle.transaction(() => {
    rebuildInPlace(handle);
    handle.run(sql`INSERT OR REPLACE INTO local_state (key, value) VALUES ('projection', ${schemaVersion})`);
  });
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

/** Lock lost to another machine: every further write is refused rather than risked. */
class LockWatch {
  lost = false;
  readonly onLost = (): void => {
    this.lost = true;
  };
}

/**
 * Opens a roster for writing.
 * @throws AppError as `openRosterReadOnly`, and `roster-locked` with host, user and since; `roster-readonly`,
 *   `folder-readonly`, `home-unusable`, `disk-full`
 */
export async function openRoster(path: string, environment: RosterEnvironment): Promise<Roster> {
  const file = canonical(path);
  checkRosterFile(file);
  checkWritable(file, path);
  const watch = new LockWatch();
  const lock = await lockRoster(file, environment.now(), watch.onLost);
  try {
    return openLocked(path, file, environment, lock, watch);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function openLocked(
  path: string,
  file: string,
  environment: RosterEnvironment,
  lock: RosterLock,
  watch: LockWatch,
): Roster {
  // All that can refuse is asked through a connection that cannot write: switching the journal changes the file.
  const looking = openConnection(file, connectReadOnly);
  let identity: WriterIdentity;
  try {
    const around = { home: environment.home, machine: environment.hints, file: fileHints(file) };
    identity = new WriterIdentity(around, readOwnWriter(readHandle(looking, path)));
  } finally {
    looking.close();
  }
  const writing = leavingNothing(file, () => connectForWriting(file));
  try {
    const handle = writeHandle(writing, path);
    upgrade(writing, handle, path);
    const log = new ChangeLog(handle, guarded(identity, watch, path), environment);
    return new WritableRoster(path, writing, connectReadOnly(file), lock, { log, identity });
  } catch (error) {
    settle(writing);
    throw sqliteFailure(error, path);
  }
}

/** The writer's identity, and no write once the lock is somebody else's. */
function guarded(
  identity: WriterIdentity,
  watch: LockWatch,
  path: string,
): ConstructorParameters<typeof ChangeLog>[1] {
  return {
    get identity() {
      return identity.identity;
    },
    agrees: (end) => {
      if (!watch.lost) return identity.agrees(end);
      const holder = readLockHolder(path);
      const { host, user, since } = holder ?? { host: "?", user: "?", since: "?" };
      throw appError("roster-locked", { path, host, user, since });
    },
    renew: () => identity.renew(),
    record: (end) => identity.record(end),
  };
}

/**
 * Makes a new, empty roster and opens it. It appears under its name only when it is whole.
 * @throws AppError `roster-exists`, `folder-missing`, `folder-readonly`, `disk-full`, `home-unusable`
 */
export async function createRoster(path: string, environment: RosterEnvironment): Promise<Roster> {
  const folder = dirname(path);
  if (existsSync(path)) throw appError("roster-exists", { path });
  if (!existsSync(folder)) throw appError("folder-missing", { path: folder });
  const part = join(folder, `.${basename(path)}.${process.pid}.part`);
  try {
    accessSync(folder, constants.W_OK);
    createDatabaseFile(part);
    if (existsSync(path)) throw appError("roster-exists", { path });
    renameSync(part, path);
  } catch (error) {
    for (const one of [part, ...companions(part)]) rmSync(one, { force: true });
    throw error instanceof AppError ? error : systemFailure(sqliteFailure(error, path), folder);
  }
  return openRoster(path, environment);
}
