/**
 * Reads the rollback journal that SQLite leaves beside a roster when a program dies in the middle of a write
 * (https://www.sqlite.org/fileformat.html §3): which state of the file it leads back to, and that state itself.
 *
 * SQLite undoes whatever lies under the journal's name, were it another file's. Whether it is this file's is told by the
 * stamp (stamp.ts), before SQLite sees it. And where nothing may be written, the state is made in memory.
 */
import { Buffer } from "node:buffer";
import { type Stamp, stampIn, stampPage } from "./stamp";

const magic = Buffer.from("d9d505f920a163d7", "hex");
const headerLength = 28;
/** Of every roster. */
export const pageSize = 4096;
/** The count of records where the writer never waited for the disk; ours always does. */
const uncounted = 0xffffffff;
/** Every so many bytes of a page count into the checksum of its record. */
const checkedEvery = 200;

interface Header {
  readonly records: number;
  readonly nonce: number;
  /** Pages that the file had. */
  readonly pages: number;
  readonly sectorSize: number;
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && (value & (value - 1)) === 0;
}

/** Until a journal is on the medium, its mark and count are zeros; then nothing is written under it either. */
const unmarked = Buffer.alloc(magic.length + 4);

function headerAt(journal: Buffer, at: number, mark: Buffer = magic): Header | null {
  if (at + headerLength > journal.length) return null;
  if (!journal.subarray(at, at + mark.length).equals(mark)) return null;
  const [records = 0, nonce = 0, pages = 0, sectorSize = 0, size = 0] = [8, 12, 16, 20, 24].map((place) =>
    journal.readUInt32BE(at + place),
  );
  if (!isPowerOfTwo(sectorSize) || sectorSize < 32 || sectorSize > 65_536) return null;
  return size === pageSize ? { records, nonce, pages, sectorSize } : null;
}

interface OldPage {
  /** From 1. */
  readonly page: number;
  readonly bytes: Buffer;
}

function checksum(bytes: Buffer, nonce: number): number {
  let sum = nonce;
  for (let at = bytes.length - checkedEvery; at > 0; at -= checkedEvery) sum = (sum + (bytes[at] ?? 0)) >>> 0;
  return sum;
}

/** The pages as they were, as far as the journal is whole; SQLite stops at the same place. */
function* oldPages(journal: Buffer, first: Header): Generator<OldPage> {
  const { sectorSize } = first;
  const recordLength = pageSize + 8;
  let header: Header | null = first;
  let at = 0;
  while (header !== null) {
    at += sectorSize;
    const room = Math.floor((journal.length - at) / recordLength);
    const count = header.records === uncounted ? room : Math.min(header.records, room);
    for (let record = 0; record < count; record++, at += recordLength) {
      const page = journal.readUInt32BE(at);
      const bytes = journal.subarray(at + 4, at + 4 + pageSize);
      if (page === 0 || journal.readUInt32BE(at + 4 + pageSize) !== checksum(bytes, header.nonce)) return;
      yield { page, bytes };
    }
    at = Math.ceil(at / sectorSize) * sectorSize;
    header = headerAt(journal, at);
  }
}

/** How much of a journal its judge must see: the stamp is the first thing that a transaction writes. */
export const journalHead = 3 * 65_536;

/**
 * What a journal undoes:
 * - `nothing`: it was begun, and nothing reached the file under it
 * - a stamp: that of the state which it leads back to
 * - `unknown`: no journal of a roster
 * @param head the journal's first bytes, at least `journalHead` where it has so many
 */
export function journalLeadsTo(head: Buffer): Stamp | "nothing" | "unknown" {
  if (head.every((byte) => byte === 0) || headerAt(head, 0, unmarked) !== null) return "nothing";
  const header = headerAt(head, 0);
  if (header === null) return "unknown";
  if (header.records === 0) return "nothing";
  for (const { page, bytes } of oldPages(head, header))
    if (page === stampPage) return stampIn(bytes) ?? "unknown";
  return "unknown";
}

/**
 * The file as it was before the transaction that its journal belongs to.
 * @param file its bytes; not changed
 */
export function rolledBack(file: Buffer, journal: Buffer): Buffer {
  const header = headerAt(journal, 0);
  if (header === null || header.records === 0) return file;
  const old = [...oldPages(journal, header)].filter(({ page }) => page <= header.pages);
  // Whatever the head says, what is not in the file must be in the journal.
  const pages = Math.min(
    header.pages,
    old.reduce((most, { page }) => Math.max(most, page), file.length / pageSize),
  );
  const before = Buffer.alloc(Math.ceil(pages) * pageSize);
  file.copy(before);
  // A page that was noted twice has its oldest state first.
  for (const { page, bytes } of old.reverse()) bytes.copy(before, (page - 1) * pageSize);
  return before;
}
