/**
 * Where things lie: the clone, its Node 24, its state folder and the user's cache.
 * Every script of build/ asks here, so that none of them guesses a path; without it the scripts would
 * work only from one working folder and only on Linux.
 */
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the clone. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** State of this clone that is not a source: stamps, the lock, the log of the set-up. */
export const STATE = join(ROOT, ".cache");
/** Where the examples of the README write, and `npm start` without a display. */
export const OUT = join(ROOT, "out");

/** Everything the set-up's commands said; named in failure sentences. */
export const SETUP_LOG = join(STATE, "setup.log");

/** As Node names it, for names of packages and caches. */
export const PLATFORM = process.platform;
export const isWindows = PLATFORM === "win32";
export const isLinux = PLATFORM === "linux";
const isMac = PLATFORM === "darwin";
export const isRoot = typeof process.getuid === "function" && process.getuid() === 0;

/** Node 24 of node_modules: tools and the command line run on it, whatever Node the machine has. */
export const NODE = join(ROOT, "node_modules", "node", "bin", isWindows ? "node.exe" : "node");

/**
 * Where the user stood when giving the command: npm runs scripts in the clone's folder, but paths among the
 * arguments are meant from there.
 */
export function userFolder() {
  return process.cwd() === ROOT ? (process.env.INIT_CWD ?? ROOT) : process.cwd();
}

/** The folder for what several clones of this user can share (Electron's fallback, the built driver). */
export function userCache() {
  const base = isWindows
    ? (process.env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local"))
    : isMac
      ? join(homedir(), "Library", "Caches")
      : process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(base, "so-can-bo");
}

/** The parsed JSON of a file, or undefined when it is missing or torn. */
export function readJson(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined; // a file torn by a killed run counts as missing: the step is done again
  }
}

/** The installed version of a package of node_modules, or undefined. */
export function installedVersion(name) {
  return readJson(join(ROOT, "node_modules", name, "package.json"))?.version;
}
