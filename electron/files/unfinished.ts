/**
 * What this program is in the middle of making, so that a run that was killed leaves nothing behind for good: the next
 * start takes it away.
 *
 * Files are made beside their place and renamed when they are whole; a killed program leaves the part, on a stick or among
 * the clerk's folders. Nobody may go through those and remove what looks like rubbish, so each part is written down in the
 * home folder before it is made. Only what is written down there is taken away, only of programs of this PC that have
 * ended, only plain files, and only under names that parts have.
 */
import { createHash, randomBytes } from "node:crypto";
import { lstatSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { homeFailure, homeSubfolder } from "./home";
import { readPlainFile } from "./plain-file";
import { removeIfFree } from "./rename";
import { systemCode } from "./system-code";

const folderName = "unfinished";
const ending = ".part";
/** What may lie beside a roster that is being made. */
const companions = ["", "-journal", ".lock", ".holder"] as const;
/** Folders of home in which files are replaced, and home itself. */
const homeFolders = ["", "keys", "sentinels", "machine", "trust", folderName] as const;

/** Two PCs may share a home folder; process numbers say nothing of the other one's. */
function thisHost(): string {
  return createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
}

/** How this process marks what it makes; see `isDead`. */
function processMark(): string {
  return `${thisHost()}-${process.pid}`;
}

/** Whether a mark is of a process of this PC that has ended. */
function isDead(mark: string): boolean {
  const [host, pid] = mark.split("-");
  if (host !== thisHost() || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return systemCode(error) === "ESRCH";
  }
}

/** The name under which a file of the home folder is written before it takes its place. */
export function homePart(path: string): string {
  return `${path}.${processMark()}${ending}`;
}

/**
 * Where the note of who holds a roster is written before it takes its place: short, whatever the roster is called, and
 * always the same, so that what a killed program left goes with the next note.
 */
export function notePart(roster: string): string {
  const name = createHash("sha256").update(basename(roster)).digest("hex").slice(0, 12);
  return join(dirname(roster), `.${name}${ending}`);
}

/**
 * Writes down that a part is about to be made.
 * @param part its whole path, ending in `.part`
 * @returns what to call once it is renamed or removed; never fails
 * @throws AppError `home-unusable`, `disk-full`
 */
export function beginPart(home: string, part: string): () => void {
  const path = resolve(part);
  if (!path.endsWith(ending)) throw new Error(`No part: ${path}`);
  const note = join(homeSubfolder(home, folderName), `${processMark()}-${randomBytes(6).toString("hex")}`);
  try {
    writeFileSync(note, path, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw homeFailure(error, home, note);
  }
  return () => removeIfFree(note);
}

function removePlain(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true) removeIfFree(path);
}

/** Takes away one part that was written down. @returns whether nothing of it is left to be done */
function sweepNote(note: string): boolean {
  const path = readPlainFile(note, { following: false })?.toString("utf8") ?? "";
  if (!isAbsolute(path) || !path.endsWith(ending)) return true;
  // A stick that is not plugged in: another time.
  if (lstatSync(dirname(path), { throwIfNoEntry: false }) === undefined) return false;
  for (const companion of companions) removePlain(path + companion);
  removePlain(notePart(path));
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

const noteName = /^([0-9a-f]{8}-\d{1,10})-[0-9a-f]{12}$/;
const partName = /\.([0-9a-f]{8}-\d{1,10})\.part$/;

/** Names in a folder with the mark that a pattern finds in them, of processes that have ended. */
function deadOnes(folder: string, pattern: RegExp): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    // Not made yet, or not to be looked into: whoever needs it will be told why.
    return [];
  }
  return names
    .filter((name) => {
      const [, mark] = pattern.exec(name) ?? [];
      return mark !== undefined && isDead(mark);
    })
    .map((name) => join(folder, name));
}

/** Takes away what killed runs of this program left; at its start. Never fails: rubbish is no reason not to start. */
export function sweepUnfinished(home: string): void {
  for (const note of deadOnes(join(home, folderName), noteName)) {
    try {
      if (sweepNote(note)) removeIfFree(note);
    } catch (error) {
      if (systemCode(error) === "") throw error;
    }
  }
  for (const folder of homeFolders)
    for (const part of deadOnes(join(home, folder), partName)) removePlain(part);
}
