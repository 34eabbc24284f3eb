/**
 * Lets one program at a time write into a roster, and tells a second one who that is.
 *
 * SQLite alone would let two windows take turns, each showing what the other has changed already. The lock is a folder
 * beside the roster, kept fresh while it is held; the holder's name lies beside it in a small readable file.
 */
import { existsSync, readFileSync, realpathSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, uptime, userInfo } from "node:os";
import lockfile from "proper-lockfile";
import { appError } from "../../../shared/contract/errors";
import { systemFailure } from "./sqlite-errors";

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
   * To be asked before each write: another machine may have taken the lock while this one slept.
   * @throws AppError `roster-locked`
   */
  check(): void;
  release(): Promise<void>;
}

/**
 * How long a lock of another machine counts without being refreshed. Longer than any work that keeps this process from
 * refreshing (a bulk load blocks it for a minute or two), so that a busy program is never taken for a dead one.
 */
const staleAfter = 10 * 60_000;
const refreshEvery = 10_000;

function lockFolder(path: string): string {
  return `${path}.lock`;
}

function holderFile(path: string): string {
  return `${path}.holder`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "?";
  }
}

interface StoredHolder extends LockHolder {
  /** Seconds that the machine had been up: a smaller number later means that it was started again. */
  readonly uptime: number;
}

function readHolder(path: string): StoredHolder | null {
  try {
    const stored: unknown = JSON.parse(readFileSync(holderFile(path), "utf8"));
    if (typeof stored !== "object" || stored === null) return null;
    const { host, user, pid, since, uptime: up } = stored as Readonly<Record<string, unknown>>;
    return {
      host: String(host),
      user: String(user),
      pid: Number(pid),
      since: String(since),
      uptime: Number(up),
    };
  } catch {
    // Half written or not there: nobody is known, and the lock folder alone decides.
    return null;
  }
}

/** Who holds the roster for writing, or null when nobody says so. The path may lead to the roster through links. */
export function readLockHolder(path: string): LockHolder | null {
  const holder = readHolder(existsSync(path) ? realpathSync(path) : path);
  if (holder === null) return null;
  const { host, user, pid, since } = holder;
  return { host, user, pid, since };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Whether the holder was a program of this machine that is gone: ended, or before the machine was started again. Told
 * without the wall clock, which an empty battery sets back to 1970.
 */
function isGone(holder: StoredHolder): boolean {
  return holder.host === hostname() && (uptime() < holder.uptime || !isRunning(holder.pid));
}

function clear(path: string): void {
  rmSync(holderFile(path), { force: true });
  try {
    rmdirSync(lockFolder(path));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

function lockedBy(holder: LockHolder | null, path: string): Error {
  return appError("roster-locked", {
    path,
    host: holder?.host ?? "?",
    user: holder?.user ?? "?",
    since: holder?.since ?? "?",
  });
}

/**
 * Takes the lock of a roster file that exists.
 * @param now wall clock, ms
 * @throws AppError `roster-locked` with host, user and since; `folder-readonly`
 */
export async function lockRoster(path: string, now: number): Promise<RosterLock> {
  const before = readHolder(path);
  if (before !== null && isGone(before)) clear(path);
  let release: () => Promise<void>;
  let lost = false;
  try {
    release = await lockfile.lock(path, {
      stale: staleAfter,
      update: refreshEvery,
      realpath: false,
      lockfilePath: lockFolder(path),
      onCompromised: () => {
        lost = true;
      },
    });
  } catch (error) {
    const held = error instanceof Error && "code" in error && error.code === "ELOCKED";
    throw held ? lockedBy(readLockHolder(path), path) : systemFailure(error, path);
  }
  const holder: StoredHolder = {
    host: hostname(),
    user: userName(),
    pid: process.pid,
    since: new Date(now).toISOString(),
    uptime: uptime(),
  };
  // What lies there once the lock is lost is the other's.
  const forget = () => {
    if (!lost) rmSync(holderFile(path), { force: true });
  };
  try {
    writeFileSync(holderFile(path), JSON.stringify(holder));
  } catch (error) {
    await release();
    throw systemFailure(error, path);
  }
  process.once("exit", forget);
  return {
    check: () => {
      if (lost) throw lockedBy(readLockHolder(path), path);
    },
    release: async () => {
      process.off("exit", forget);
      forget();
      if (!lost) await release();
    },
  };
}
