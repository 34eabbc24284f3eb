/**
 * The note beside a roster that says who holds it for writing (`<roster>.holder`). The lock itself cannot say that, and a
 * lock that this file system does not carry to other machines is told by the note alone.
 *
 * Whatever lies under that name may have come from anywhere: a link is never followed, in reading as in writing.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { AppError, appError } from "../../../shared/contract/errors";
import { z } from "../../../shared/contract/zod";
import { cleanText } from "../../../shared/text/clean";
import { removeIfFree, renameFileNow, setFolderAside } from "../../files/rename";
import { ownerOnly } from "../../files/small-file";
import { systemCode } from "../../files/system-code";
import { notePart } from "../../files/unfinished";
import type { MachineHints } from "./machine-hints";
import { systemFailure } from "./sqlite-errors";

/** What is shown of a note may come from anybody: no more than a name is long, and nothing that moves a cursor. */
const shown = z.string().transform((text) => cleanText(text).slice(0, 100));

const noteSchema = z.object({
  /** See machine-id.ts. What is missing makes it a note of some other machine, since ours are whole. */
  machine: z.string().default(""),
  /** Network adapters of the machine as hashes, since a home folder that roams gives two machines one id. */
  adapters: z.array(z.string()).default([]),
  platform: z.string().default(""),
  host: shown,
  user: shown,
  pid: z.int().default(0),
  /** ISO instant at which the process began; with the pid it names one process. */
  started: z.string().default(""),
  /** ISO instant at which the roster was taken. */
  since: shown,
  /** Names this one holding. */
  nonce: z.string().default(""),
});
export type HolderNote = Readonly<z.output<typeof noteSchema>>;

const largest = 16_384;
/** Rights of everybody to read and write. */
const everybody = 0o666;
/** A pipe or device under that name answers at once, and a link is refused. */
const careful = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function notePath(roster: string): string {
  return `${roster}.holder`;
}

/** Hashes by which adapters are compared: their addresses are nobody's business. */
export function adapterHashes({ addresses }: MachineHints, machine: string): string[] {
  return addresses.map((address) =>
    createHash("sha256").update(`${machine} ${address}`).digest("hex").slice(0, 16),
  );
}

/** What the note says; null where none is there, or nothing that can be understood as one. */
export function readNote(roster: string): HolderNote | null {
  const path = notePath(roster);
  try {
    // Where the system cannot refuse links on opening, this look does.
    if (!lstatSync(path).isFile()) return null;
    const file = openSync(path, careful);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile() || stats.size > largest) return null;
      const read = noteSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
      return read.success ? read.data : null;
    } finally {
      closeSync(file);
    }
  } catch {
    // Not there, not readable, no JSON: nobody is known, which the caller says so.
    return null;
  }
}

/**
 * Puts a note in the place of whatever is there.
 * @throws AppError `folder-readonly`, `disk-full`, `write-failed`
 */
export function writeNote(roster: string, note: HolderNote): void {
  const path = notePath(roster);
  const part = notePart(roster);
  try {
    removeIfFree(part);
    // Exclusive creation follows no link, and renaming replaces a link itself.
    const file = openSync(part, "wx", ownerOnly);
    try {
      writeSync(file, JSON.stringify(note));
      // Whoever may open the roster may read who holds it, and nobody else.
      fchmodSync(file, (statSync(roster, { throwIfNoEntry: false })?.mode ?? ownerOnly) & everybody);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    setFolderAside(path);
    renameFileNow(part, path);
  } catch (error) {
    removeIfFree(part);
    throw noteFailure(error, path);
  }
}

/** Removes the note of a holding; one that somebody else put there stays. */
export function removeNote(roster: string, nonce: string): void {
  if (readNote(roster)?.nonce !== nonce) return;
  // Where the folder went away or became read-only, the next opening by this machine finds that nobody holds the roster.
  removeIfFree(notePath(roster));
}

function noteFailure(error: unknown, path: string): unknown {
  const known = systemFailure(error, dirname(path));
  if (known instanceof AppError) return known;
  const reason = systemCode(error);
  return reason === "" ? error : appError("write-failed", { path, reason }, error);
}
