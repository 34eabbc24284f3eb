/**
 * A private copy of a damaged roster, mended as far as SQLite needs it to read the rest: SQLite opens no file that is shorter
 * than its header counts, be it by one byte, though every page before the cut can be read. What is missing is filled with
 * zeros, which are no rows, so that nothing is invented. The damaged file is never changed, hence the copy.
 */
import { closeSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { ownerOnly } from "../../files/small-file";
import { formatAt } from "./connect";
import type { RosterFile } from "./file-check";
import { pageSize } from "./journal";

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

/** Whether SQLite would not open it as it is. A write that did not come to its end is undone by its journal instead. */
export function needsMending({ asksForLog, pending, size, counted }: RosterFile): boolean {
  return !pending && (asksForLog || size < counted || size % pageSize !== 0);
}

/**
 * Makes the copy, which only this user may read.
 * @param copy a name that no file has
 * @throws errors of node:fs
 */
export function makeMendedCopy(path: string, copy: string, { size, counted }: RosterFile): void {
  const file = openSync(copy, "wx", ownerOnly);
  try {
    copyBytes(path, file);
    const pages = Math.ceil(Math.max(size, Math.min(counted, size + mostMissing)) / pageSize);
    ftruncateSync(file, pages * pageSize);
    writeSync(file, numberBytes(pages), 0, 4, pageCountAt);
    for (const place of formatAt) writeSync(file, Buffer.of(1), 0, 1, place);
  } finally {
    closeSync(file);
  }
}
