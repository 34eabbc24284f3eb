/**
 * One set-up at a time in a clone. Two scripts started together (a test run and the command line, say) would
 * otherwise run `npm ci` and write dist/ over each other.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

const HEARTBEAT_MS = 5_000;
/** Several missed heartbeats: the holder is gone even if its process number lives on as another program. */
const STALE_MS = 120_000;

/**
 * Runs `work` while holding the lock in `folder`.
 * @param {string} folder where the lock lies; made if needed
 * @param {{onWait: () => void}} options `onWait` is called once if another process holds the lock
 * @param {() => Promise<T>} work
 * @template T
 */
export async function withLock(folder, options, work) {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, "setup.lock");
  let waiting = false;
  while (!acquire(lock)) {
    if (removeIfStale(lock)) continue;
    if (!waiting) options.onWait();
    waiting = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimesSync(join(lock, "owner"), now, now);
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(lock, { recursive: true, force: true });
  }
}

/** A folder can be made only once: that is the lock. The owner file inside is for finding out who is dead. */
function acquire(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(join(lock, "owner"), JSON.stringify({ pid: process.pid, host: hostname() }));
  return true;
}

function removeIfStale(lock) {
  if (!isStale(lock)) return false;
  // The rename succeeds for one of several waiters only; the others see the lock gone and try again.
  const grave = `${lock}.stale-${process.pid}`;
  try {
    renameSync(lock, grave);
  } catch {
    return true; // another waiter was faster
  }
  rmSync(grave, { recursive: true, force: true });
  return true;
}

function isStale(lock) {
  const owner = join(lock, "owner");
  try {
    const age = Date.now() - statSync(owner).mtimeMs;
    if (age > STALE_MS) return true;
    const { pid, host } = JSON.parse(readFileSync(owner, "utf8"));
    return host === hostname() && !isAlive(pid);
  } catch {
    // The owner file is written just after the folder: give its writer a moment before calling it dead.
    try {
      return Date.now() - statSync(lock).mtimeMs > HEARTBEAT_MS;
    } catch {
      return true;
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
