/**
 * The mark by which a roster's journal is told from that of another file.
 *
 * SQLite's own numbers do not tell: a backup, or a copy that went on elsewhere, counts its changes like the roster
 * itself. So every state of a roster has a name of random bytes, and names the next one beforehand. A journal holds the
 * page with both as it was; the file under which it lies must be in the one state or in the other, or it is not the file
 * that the journal was written for. Whoever goes on writing draws the next name anew first, so that two copies of one
 * state never go on under one name.
 *
 * The table is the first that is made, so that its row lies on the second page of every roster and can be read without
 * SQLite.
 */
import type { Connection } from "./connect";

/** The page, from 1, that the table's only row lies on. */
export const stampPage = 2;

const nameLength = 16;
/** First byte of a page of rows. */
const leaf = 0x0d;

/** Names as hex. */
export interface Stamp {
  readonly current: string;
  readonly next: string;
}

/** The stamp on its page; null where the page is no such thing. */
export function stampIn(page: Buffer): Stamp | null {
  if (page.length < 512 || page[0] !== leaf || page.readUInt16BE(3) !== 1) return null;
  const cell = page.readUInt16BE(8);
  // Length, row number, then the record: its head of one byte a column, the names at its end.
  const length = page[cell] ?? 0;
  const end = cell + 2 + length;
  if (length < 2 * nameLength || length > 0x7f || end > page.length) return null;
  const names = page.subarray(end - 2 * nameLength, end);
  return {
    current: names.toString("hex", 0, nameLength),
    next: names.toString("hex", nameLength),
  };
}

/** Draws the next state's name anew; once by each connection before it writes, outside of a transaction. */
export function drawStamp(db: Connection): void {
  db.exec("UPDATE file_stamp SET next = randomblob(16)");
}

/** Names the state that a transaction makes; the first thing that it writes. */
export function stamp(db: Connection): void {
  db.exec("UPDATE file_stamp SET current = next, next = randomblob(16)");
}
