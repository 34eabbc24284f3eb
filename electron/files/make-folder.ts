/**
 * Makes a folder with those above it: the one place in the program that does.
 *
 * Node's own recursive call asks again and again where a folder that is there answers that there is no such place, as
 * /proc and some drives of a network do, and never comes to an end. A lint rule keeps others away from it.
 */
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { systemCode } from "./system-code";

/** Rights of a folder that only this user may look into; what lies in the home folder is nobody else's business. */
export const privateFolder = 0o700;

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Makes a folder and what is missing above it; one that is there is fine.
 * @param mode rights of every folder that is made, less what the process masks
 * @throws errors of node:fs
 */
export function makeFolder(path: string, mode = 0o777): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // A drive's own folder may be refused with other words than that it is there.
    if (isFolder(path)) return;
    const parent = dirname(path);
    if (systemCode(error) !== "ENOENT" || parent === path || isFolder(parent)) throw error;
    makeFolder(parent, mode);
    try {
      mkdirSync(path, { mode });
    } catch (again) {
      // Another program of this user was as fast.
      if (!isFolder(path)) throw again;
    }
  }
}

/** Makes a folder that is not there yet. @throws errors of node:fs: EEXIST where there is anything of that name */
export function makeNewFolder(path: string): void {
  mkdirSync(path);
}
