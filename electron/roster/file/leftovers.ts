/**
 * What lies beside a roster under the names that SQLite looks at, and whose it is. SQLite takes whatever it finds there
 * for its own: the journal of a killed write undoes that write, and that of another file makes this one rubbish.
 *
 * The rule:
 * - An empty journal is what a program leaves that had the roster open and was killed; it stays.
 * - A journal whose stamp names this file's state, or the one before it, is this file's: SQLite undoes the killed write.
 * - One under which nothing reached the file says nothing, and goes.
 * - Every other journal, any log or its index (rosters never have them), and whatever is no plain file there, is foreign:
 *   renamed, named to whoever opens the roster, never applied, never removed.
 */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
  writeSync,
} from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { hanoiText } from "../../../shared/domain/hanoi-time";
import { host } from "../../files/host-system";
import { plainFile } from "../../files/plain-file";
import { removeFileNow, renameFileNow } from "../../files/rename";
import { connectForWriting, formatAt, settle } from "./connect";
import { journalHead, journalLeadsTo, pageSize } from "./journal";
import { systemFailure } from "./sqlite-errors";
import { stampIn, stampPage } from "./stamp";

/** Something foreign beside a roster, by its name. */
export interface Leftover {
  readonly name: string;
  /** Null where it could only be passed over, since nothing may be written. */
  readonly asideAs: string | null;
}

const endings = ["-wal", "-shm", "-journal"] as const;

export function journalOf(file: string): string {
  return `${file}-journal`;
}

function entry(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

/** The first bytes of a plain file, fewer where it is shorter; null where it is none. Follows no link. */
function headOf(path: string, length: number): Buffer | null {
  const opened = plainFile(path, { following: false });
  if (opened === null) return null;
  try {
    const head = Buffer.alloc(Math.min(length, fstatSync(opened).size));
    return head.subarray(0, readSync(opened, head, 0, head.length, 0));
  } finally {
    closeSync(opened);
  }
}

/** Whose a journal is; see the rule. @param head of the roster, at least its first two pages */
export function journalIsOf(head: Buffer, journal: Buffer): "ours" | "nothing" | "foreign" {
  const leadsTo = journalLeadsTo(journal);
  if (leadsTo === "nothing") return "nothing";
  if (leadsTo === "unknown") return "foreign";
  const own = stampIn(head.subarray((stampPage - 1) * pageSize, stampPage * pageSize));
  // A page that the killed write left unreadable; every whole roster has a stamp.
  if (own === null) return "ours";
  return own.current === leadsTo.current || own.current === leadsTo.next ? "ours" : "foreign";
}

/** Names beside the roster that SQLite must not be let near, even for looking. */
export function foreignAtSight(file: string): string[] {
  return endings
    .map((ending) => file + ending)
    .filter((path) => {
      const there = entry(path);
      if (there === null) return false;
      return path !== journalOf(file) || !there.isFile();
    });
}

/** Whether a write may not have come to its end; by the name alone. */
export function hasPending(file: string): boolean {
  const there = entry(journalOf(file));
  return there !== null && there.isFile() && there.size > 0;
}

/** Whether the file's head asks for a log beside it, which another program's settings do. @param head first 100 bytes */
export function asksForLog(head: Buffer): boolean {
  return formatAt.some((place) => head[place] === 2);
}

/** A name for what is set aside that no file has, and that every stick takes. */
function nameAside(path: string, ending: string, now: number): string {
  const when = hanoiText(now).replaceAll("/", "-").replace(":", ".");
  const folder = dirname(path);
  for (let n = 1; ; n++) {
    const mark = ` (de rieng ${when}${n === 1 ? "" : ` ${n}`})${ending.replace("-", ".")}`;
    let base = basename(path, extname(path)) + extname(path);
    while (Buffer.byteLength(base + mark) > host.longestName) base = [...base].slice(0, -1).join("");
    const wanted = join(folder, base + mark);
    if (entry(wanted) === null) return wanted;
  }
}

function setAside(file: string, path: string, now: number): Leftover {
  const to = nameAside(file, path.slice(file.length), now);
  try {
    renameFileNow(path, to);
  } catch (error) {
    throw systemFailure(error, path);
  }
  return { name: basename(path), asideAs: basename(to) };
}

/** Has SQLite undo the killed write. */
function undoKilledWrite(file: string): void {
  const db = connectForWriting(file);
  try {
    db.pragma("user_version");
  } finally {
    settle(db);
  }
}

/** Two bytes of one sector, so that there is no state between. */
function forgetLog(file: string): void {
  const opened = openSync(file, "r+");
  try {
    for (const place of formatAt) writeSync(opened, Buffer.of(1), 0, 1, place);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/**
 * Makes a roster ready to be opened: what is foreign is set aside, what was not written to its end is undone.
 * Whoever asks holds the roster's lock, may write, and has no connection to it.
 * @param now wall clock, ms
 * @returns what was set aside
 * @throws AppError `file-in-use`, `folder-readonly`, `roster-disk-failed`; errors of SQLite
 */
export function mendLeftovers(file: string, now: number): Leftover[] {
  const aside = foreignAtSight(file).map((path) => setAside(file, path, now));
  if (hasPending(file)) {
    const journal = headOf(journalOf(file), journalHead);
    const head = headOf(file, stampPage * pageSize);
    const whose = journal === null || head === null ? "foreign" : journalIsOf(head, journal);
    if (whose === "ours") undoKilledWrite(file);
    else if (whose === "nothing") removeFileNow(journalOf(file));
    else aside.push(setAside(file, journalOf(file), now));
  }
  const head = headOf(file, stampPage * pageSize);
  if (head !== null && asksForLog(head)) forgetLog(file);
  return aside;
}
