/**
 * Gives a file its name and takes it away: the one place in the program that renames, links and removes files.
 *
 * Everything that must be whole or not there at all is written beside its place and then renamed, and on Windows any
 * program that looks at the file just then makes that fail. Each step is tried again (patience.ts), here and nowhere
 * else, so that no caller forgets to. A lint rule keeps others away from the system's own calls.
 */
import { accessSync, constants, linkSync, lstatSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type FileSystem, isNoPlace, realFileSystem } from "./file-system";
import { type Patience, patiently, standingStill } from "./patience";
import { systemCode } from "./system-code";

export type Waiting = Pick<Patience, "signal" | "pauses">;

/**
 * Renames a file, over another where there is one.
 * @throws FileInUse when somebody holds one of the two for seconds; AppError `cancelled`; errors of node:fs
 */
export function renameFile(
  from: string,
  to: string,
  waiting: Waiting = {},
  files: Pick<FileSystem, "rename" | "refusesForGood"> = realFileSystem,
): Promise<void> {
  const isLasting = () => files.refusesForGood(from, to);
  return patiently(() => files.rename(from, to), { ...waiting, path: to, isLasting });
}

/** {@link renameFile} for callers that cannot wait for a promise. @throws FileInUse, errors of node:fs */
export function renameFileNow(from: string, to: string): void {
  standingStill(() => renameSync(from, to), { path: to, isLasting: () => refusesForGood(from, to) });
}

/**
 * Gives a file a second name, unless there is anything of that name.
 * @throws FileInUse, errors of node:fs: EEXIST for a name that is taken, EPERM and others where there are no links
 */
export function linkFileNow(from: string, to: string): void {
  standingStill(() => linkSync(from, to), { path: to, isLasting: (error) => systemCode(error) !== "EBUSY" });
}

/** Removes a file that is there. @throws FileInUse; AppError `cancelled`; errors of node:fs */
export function removeFile(
  path: string,
  waiting: Waiting = {},
  files: Pick<FileSystem, "remove" | "refusesForGood"> = realFileSystem,
): Promise<void> {
  const isLasting = () => files.refusesForGood(path, path);
  return patiently(() => files.remove(path), { ...waiting, path, isLasting });
}

/** Removes a file; one that is not there is fine. @throws FileInUse, errors of node:fs */
export function removeFileNow(path: string): void {
  standingStill(() => rmSync(path, { force: true }), { path, isLasting: () => refusesForGood(path, path) });
}

/** Removes a file that may as well stay for a while: tried once, for whoever has a failure to tell already. */
export function removeIfFree(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (systemCode(error) === "") throw error;
  }
}

/** Removes a folder of our own making with what lies in it, for whoever has a failure to tell: a medium that is gone has none. */
export function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (systemCode(error) === "") throw error;
  }
}

/**
 * Makes a name free that a folder has where a file of ours belongs; the folder stays, with all that is in it, under a
 * name beside it. Anything else under the name is left alone.
 */
export function setFolderAside(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  for (let n = 1; ; n++) {
    const aside = `${path} (de rieng ${n})`;
    if (lstatSync(aside, { throwIfNoEntry: false }) !== undefined) continue;
    renameFileNow(path, aside);
    return;
  }
}

/** As the file system's own; see there. */
function refusesForGood(from: string, to: string): boolean {
  try {
    for (const folder of [dirname(from), dirname(to)]) accessSync(folder, constants.W_OK | constants.X_OK);
    const there = statSync(to, { throwIfNoEntry: false });
    return there !== undefined && isNoPlace(there);
  } catch {
    return true;
  }
}
