/**
 * A private copy of a damaged roster, mended as far as SQLite needs it to read the rest: SQLite opens no file that is shorter
 * than its header counts, be it by one byte, though every page before the cut can be read. What is missing is filled with
 * zeros, which are no rows, so that nothing is invented. A write that was killed is undone in the copy by the journal that
 * lies beside the file, if it is the file's own; whatever else lies there under that name is passed over. The damaged file
 * is never changed, hence the copy.
 */
import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { readPlainFile } from "../../files/plain-file";
import { ownerOnly } from "../../files/small-file";
import { formatAt } from "./connect";
import { lookAtRosterFile, type RosterFile } from "./file-check";
import { pageSize, rolledBack } from "./journal";
import { journalIsOf, journalOf } from "./leftovers";

/** A damaged header may count more than any disk holds; what lies farther behind the end was never part of the file. */
const mostMissing = 256 * 1024 * 1024;
const pageCountAt = 28;

/** Bytes that are copied at once. */
const portion = 1024 * 1024;

function copyBytes(path: string, target: number): void {
  const source = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(portion);
    for (let at = 0; ; ) {
      const length = readSync(source, bytes, 0, portion, at);
      if (length === 0) return;
      for (let done = 0; done < length; ) done += writeSync(target, bytes, done, length - done, at + done);
      at += length;
    }
  } finally {
    closeSync(source);
  }
}

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Whether SQLite would not open it as it is for reading: with a journal beside it, it would have to write first. */
export function needsMending(file: RosterFile): boolean {
  return file.pending || isCut(file);
}

function isCut({ asksForLog, size, counted }: RosterFile): boolean {
  return asksForLog || size < counted || size % pageSize !== 0;
}

/** The file's bytes as they were before a write that was killed. @throws errors of node:fs */
function copyUndone(path: string, target: number): void {
  const file = readFileSync(path);
  const journal = readPlainFile(journalOf(path), { following: false });
  const isOurs = journal !== null && journalIsOf(file, journal) === "ours";
  writeFileSync(target, isOurs ? rolledBack(file, journal) : file);
}

/**
 * Makes the copy, which only this user may read.
 * @param copy a name that no file has
 * @throws errors of node:fs
 */
export function makeMendedCopy(path: string, copy: string, look: RosterFile): void {
  const file = openSync(copy, "wx", ownerOnly);
  try {
    if (look.pending) copyUndone(path, file);
    else copyBytes(path, file);
    const copied = look.pending ? lookAtRosterFile(copy) : look;
    if (!isCut(copied)) return;
    const { size, counted } = copied;
    const pages = Math.ceil(Math.max(size, Math.min(counted, size + mostMissing)) / pageSize);
    ftruncateSync(file, pages * pageSize);
    writeSync(file, numberBytes(pages), 0, 4, pageCountAt);
    for (const place of formatAt) writeSync(file, Buffer.of(1), 0, 1, place);
  } finally {
    closeSync(file);
  }
}
