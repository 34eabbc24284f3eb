/**
 * Opens and closes rosters: the one place where checks, lock, connections, writer identity and change log come together.
 *
 * A refusal leaves the file byte for byte as it was and nothing beside it. At rest a roster is one plain file.
 */
import { fileHints, type MachineHints } from "./file/machine-hints";
import { lockRoster, readLockHolder, type RosterLock } from "./file/roster-lock";
import { type IdentityOutcome, WriterIdentity } from "./file/writer-identity";
import { leaveToTheEnd, settle } from "./file/connect";
import { identityOf, isSameFile } from "./file/file-identity";
import { checkRosterFile } from "./file/file-check";
import { foreignAtSight, hasPending, type Leftover, mendLeftovers } from "./file/leftovers";
import { type ReadHandle, readHandle, writeHandle } from "./file/handle";
import { canonical, checkWritable, type Looking, openExamined, openForWriting } from "./file/open-file";
import { ChangeLog, type ChangeLogEnvironment, type WriterGuard } from "./change-log";
import { logMark } from "./log/log-mark";
import { readOwnWriter } from "./log/own-writer";
import type { ProjectionWatch } from "./projection/rebuild";
import { RosterFile } from "./file/roster-file";
import type { UnseenGuard } from "./unseen-guard";
import { sqliteFailure, systemFailure } from "./file/sqlite-errors";
import { bringUpToDate, patient } from "./up-to-date";

export type { Looking, ProjectionWatch };
export { openAsKnown } from "./as-known";
export { openRosterReadOnly, type RosterReader } from "./reader";
export { type Leftover, readLockHolder };

/** Whether two paths surely lead to one file. */
export function isSameRoster(a: string, b: string): boolean {
  if (a === b) return true;
  try {
    const identity = identityOf(a);
    return identity !== null && identity.file !== 0n && isSameFile(identity, identityOf(b));
  } catch {
    return false;
  }
}

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
  /** What lay beside the file under SQLite's names, was not this roster's, and was set aside at opening. */
  readonly leftovers: readonly Leftover[];
  /**
   * Goes on from what others wrote while the lock was lost; until then, changes are refused with `roster-changed`.
   * @throws AppError `lock-lost`, `roster-replaced`
   */
  catchUp(): void;
  /**
   * Saves everything as a roster of its own, also where the file of this one was replaced or is gone.
   * @throws AppError `roster-exists`, `folder-missing`, `folder-readonly`, `disk-full`
   */
  saveCopy(path: string): Promise<void>;
  close(): Promise<void>;
}

interface RosterParts {
  readonly path: string;
  readonly file: RosterFile;
  readonly db: ReadHandle;
  readonly log: ChangeLog;
  readonly identity: () => WriterIdentity;
  readonly leftovers: readonly Leftover[];
}

class WritableRoster implements Roster {
  readonly path: string;
  readonly db: ReadHandle;
  readonly log: ChangeLog;
  readonly leftovers: readonly Leftover[];
  readonly #file: RosterFile;
  readonly #identity: () => WriterIdentity;
  #closed = false;

  constructor({ path, file, db, log, identity, leftovers }: RosterParts) {
    this.path = path;
    this.leftovers = leftovers;
    this.db = db;
    this.log = log;
    this.#file = file;
    this.#identity = identity;
  }

  get writer(): { readonly name: string; readonly outcome: IdentityOutcome } {
    const { name, outcome } = this.#identity();
    return { name, outcome };
  }

  catchUp(): void {
    this.#file.catchUp();
  }

  saveCopy(path: string): Promise<void> {
    return this.#file.saveCopy(path);
  }

  close(): Promise<void> {
    if (!this.#closed) {
      this.#closed = true;
      this.#file.close();
    }
    return Promise.resolve();
  }
}

/** How a roster is opened for writing. */
export interface OpenForWriting extends Looking {
  /** Who waits where its tables are made anew. */
  readonly projecting?: ProjectionWatch | undefined;
  /** Somebody says that the other machine, whose note lies beside the roster, has it open no more. */
  readonly takeOver?: boolean;
}

/**
 * Opens a roster for writing; its tables are made anew where they were made from another registry.
 * @throws AppError as `openRosterReadOnly`, and `roster-locked` with host, user and since; `roster-left` with those of
 *   another machine that may have it open still; `roster-readonly`, `folder-readonly`, `home-unusable`, `disk-full`, and
 *   what `projecting.pause` throws
 */
export async function openRoster(
  path: string,
  environment: RosterEnvironment,
  { projecting, takeOver = false, isOpenHere = false }: OpenForWriting = {},
): Promise<Roster> {
  const file = canonical(path);
  if (!isOpenHere) checkRosterFile(file);
  checkWritable(file, path);
  return openFile({ path, file, environment, projecting, takeOver });
}

interface OpenFile extends Pick<OpenForWriting, "takeOver" | "projecting"> {
  readonly path: string;
  readonly file: string;
  readonly environment: RosterEnvironment;
  /** Of a file that is being made and that nobody can have seen. */
  readonly unseen?: UnseenGuard;
}

/** Opens a file that was looked at. @throws AppError as `openRoster` */
export async function openFile({
  path,
  file,
  environment,
  projecting,
  takeOver = false,
  unseen,
}: OpenFile): Promise<Roster> {
  const { home, hints } = environment;
  const lock = lockRoster(file, { home, hints, now: environment.now(), takeOver });
  try {
    return await openLocked({ path, file, environment, lock, projecting, unseen });
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Opening {
  readonly path: string;
  readonly file: string;
  readonly environment: RosterEnvironment;
  readonly lock: RosterLock;
  readonly projecting: ProjectionWatch | undefined;
  readonly unseen: UnseenGuard | undefined;
}

async function openLocked(opening: Opening): Promise<Roster> {
  const { path, file, environment, lock, projecting, unseen } = opening;
  const identify = (looking: ReadHandle) => {
    const around = { home: environment.home, machine: environment.hints, file: fileHints(file) };
    return new WriterIdentity(around, readOwnWriter(looking));
  };
  const leftovers = mended(file, environment);
  // All that can refuse is asked through a connection that cannot write.
  const looking = openExamined(file);
  let identity: WriterIdentity;
  try {
    identity = identify(readHandle(looking, path));
  } finally {
    looking.close();
  }
  const writing = openForWriting(file);
  try {
    await bringUpToDate(writing, path, whileLocked(lock, projecting));
    const open = new RosterFile(
      {
        path,
        file,
        lock,
        home: environment.home,
        markOf: logMark,
        // By its numbers another file: whether it is a copy is judged as at any opening.
        reopened: (again) => {
          identity = identify(again);
        },
      },
      writing,
    );
    const handle = writeHandle(open.writing, path, open.watch);
    const guard = guardOf(() => identity);
    if (unseen !== undefined) leaveToTheEnd(writing);
    return new WritableRoster({
      path,
      file: open,
      db: readHandle(open.reading, path),
      log: new ChangeLog(handle, unseen?.before(guard) ?? guard, environment),
      identity: () => identity,
      leftovers,
    });
  } catch (error) {
    settle(writing);
    throw sqliteFailure(error, path);
  }
}

/** Deals with what lies beside the file; by then, its head says what counts. @throws AppError see mendLeftovers */
function mended(file: string, { now }: RosterEnvironment): Leftover[] {
  if (foreignAtSight(file).length === 0 && !hasPending(file) && !checkRosterFile(file).asksForLog) return [];
  try {
    const leftovers = mendLeftovers(file, now());
    checkRosterFile(file);
    return leftovers;
  } catch (error) {
    throw systemFailure(sqliteFailure(error, file), file);
  }
}

/** The writer's identity of now, which is another one after the file was opened again. */
function guardOf(identity: () => WriterIdentity): WriterGuard {
  return {
    get identity() {
      return identity().identity;
    },
    agrees: (end) => identity().agrees(end),
    renew: () => identity().renew(),
    record: (end) => identity().record(end),
    forget: () => identity().forget(),
    confirm: (change) => identity().confirm(change),
    sign: (message) => identity().sign(message),
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
