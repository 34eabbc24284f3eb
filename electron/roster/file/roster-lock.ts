/**
 * Lets one program at a time write into a roster, and tells a second one who that is.
 *
 * SQLite alone would let two windows take turns, each showing what the other has changed already. Two things lie beside a
 * roster that is held: a lock of the operating system (`<roster>.lock`), and a note that says who holds it
 * (`<roster>.holder`). The lock decides among programs that it reaches; a note of another machine stands for what it
 * does not reach: a crash over there, or a folder whose copies a cloud program carries to and fro.
 */
import { randomBytes } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { userInfo } from "node:os";
import { appError } from "../../../shared/contract/errors";
import { isoInstant } from "../../../shared/domain/hanoi-time";
import { adapterHashes, type HolderNote, readNote, removeNote, writeNote } from "./holder-note";
import { machineId } from "./machine-id";
import type { MachineHints } from "./machine-hints";
import { OsLock } from "./os-lock";

/** Who writes into a roster now. */
export interface LockHolder {
  readonly host: string;
  readonly user: string;
  readonly pid: number;
  /** ISO instant. */
  readonly since: string;
}

export interface RosterLock {
  /**
   * To be asked before each write: whether the roster is still held, taking the lock again where it was lost and nobody
   * else has it.
   * @returns `retaken` where it was lost in between, so that somebody may have written meanwhile
   * @throws AppError `lock-lost` with who has it; `folder-readonly`, `roster-disk-failed`, … where it cannot be taken
   */
  check(): "held" | "retaken";
  /** Lets go; never fails, and leaves nothing that would keep the next start from opening the roster. */
  release(): void;
}

/** Who is about to hold a roster. */
export interface LockTaker {
  /** Home folder, with the name of this machine. */
  readonly home: string;
  readonly hints: MachineHints;
  /** Wall clock, ms. */
  readonly now: number;
  /** Somebody says that the other machine, whose note lies there, has the roster open no more. */
  readonly takeOver?: boolean;
}

function lockPath(roster: string): string {
  return `${roster}.lock`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "?";
  }
}

/** Who holds the roster for writing, or null when nobody says so. The path may lead to the roster through links. */
export function readLockHolder(path: string): LockHolder | null {
  const note = readNote(existsSync(path) ? realpathSync(path) : path);
  if (note === null) return null;
  const { host, user, pid, since } = note;
  return { host, user, pid, since };
}

function refusal(code: "roster-locked" | "roster-left" | "lock-lost", path: string): Error {
  const note = readNote(path);
  return appError(code, {
    path,
    host: note?.host ?? "?",
    user: note?.user ?? "?",
    since: note?.since ?? "?",
  });
}

/** What this machine writes into its notes; `nonce` and `since` belong to one holding. */
type OwnMarks = Pick<HolderNote, "machine" | "adapters" | "platform" | "host">;

function ownMarks({ home, hints }: LockTaker): OwnMarks {
  const machine = machineId(home);
  return { machine, adapters: adapterHashes(hints, machine), platform: hints.platform, host: hints.host };
}

/** Whether a note is of this machine: the same id, and nothing that speaks for two machines with one home folder. */
function isOwn(note: HolderNote, own: OwnMarks): boolean {
  if (note.machine !== own.machine || note.host !== own.host || note.platform !== own.platform) return false;
  if (note.adapters.length === 0 || own.adapters.length === 0) return true;
  return note.adapters.some((adapter) => own.adapters.includes(adapter));
}

function newNote(own: OwnMarks, now: number): HolderNote {
  return {
    ...own,
    user: userName(),
    pid: process.pid,
    started: isoInstant(now - Math.round(process.uptime() * 1000)),
    since: isoInstant(now),
    nonce: randomBytes(16).toString("hex"),
  };
}

/**
 * Takes the lock of a roster file that exists.
 *
 * A note of this machine beside a lock that can be had is of a program that is gone, since the system lets go of its
 * locks then. A note of another machine is never passed over in silence.
 * @throws AppError `roster-locked` with who holds it, `roster-left` with whose note lies there, `folder-readonly`,
 *   `disk-full`, `home-unusable`
 */
export function lockRoster(path: string, taker: LockTaker): RosterLock {
  const own = ownMarks(taker);
  const wasThere = existsSync(lockPath(path));
  const lock = OsLock.take(lockPath(path), path);
  if (lock === null) throw refusal("roster-locked", path);
  const before = readNote(path);
  if (before !== null && !isOwn(before, own) && taker.takeOver !== true) {
    // What the other machine left is left to it.
    lock.release(wasThere);
    throw refusal("roster-left", path);
  }
  const note = newNote(own, taker.now);
  try {
    writeNote(path, note);
  } catch (error) {
    lock.release();
    throw error;
  }
  return new Holding(path, own, lock, note);
}

/** What this process holds; let go when it ends in an orderly way. */
const holdings = new Set<Holding>();
const letGoOfAll = () => {
  for (const one of holdings) one.release();
};

class Holding implements RosterLock {
  readonly #path: string;
  readonly #own: OwnMarks;
  readonly #lock: OsLock;
  #note: HolderNote;

  constructor(path: string, own: OwnMarks, lock: OsLock, note: HolderNote) {
    this.#path = path;
    this.#own = own;
    this.#lock = lock;
    this.#note = note;
    if (holdings.size === 0) process.once("exit", letGoOfAll);
    holdings.add(this);
  }

  check(): "held" | "retaken" {
    const there = readNote(this.#path);
    if (there?.nonce === this.#note.nonce && this.#lock.isInPlace) return "held";
    if (!this.#lock.takeAgain()) throw refusal("lock-lost", this.#path);
    const now = readNote(this.#path);
    const isOthers = now !== null && now.nonce !== this.#note.nonce && !isOwn(now, this.#own);
    if (isOthers) throw refusal("lock-lost", this.#path);
    const note = { ...this.#note, nonce: randomBytes(16).toString("hex") };
    writeNote(this.#path, note);
    this.#note = note;
    return "retaken";
  }

  release(): void {
    if (!holdings.delete(this)) return;
    if (holdings.size === 0) process.off("exit", letGoOfAll);
    // The note first: whoever gets the lock next finds none of ours.
    removeNote(this.#path, this.#note.nonce);
    this.#lock.release();
  }
}
