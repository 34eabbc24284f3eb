/**
 * Reads the records of one page of a database file by itself: without the schema, the pages above it or the end of the file,
 * each of which SQLite needs to come to a row that is whole. Pure but for the pages that it is given.
 *
 * Pages, cells, varints and records are as https://www.sqlite.org/fileformat2.html says, §1.6 (b-tree pages), §1.5 (overflow)
 * and §2.1 (records). What does not fit them is passed over: whether a record is what was written, others must prove.
 */
import type { SqlValue } from "./sql";
import { pageSize } from "./journal";

/** Pages by their number, which begins with 1. */
export interface Pages {
  readonly count: number;
  /** Bytes of a page; what lies behind the end of the file is zeros. */
  page(number: number): Buffer;
}

export interface PageRecord {
  /** Null for a record of an index or of a table without row ids. */
  readonly rowid: number | null;
  /** Serial type of each column. */
  readonly types: readonly number[];
  /** Null where its bytes are not all there. */
  values(): SqlValue[] | null;
}

const headLength = 100;
const [innerIndex, leafIndex, leafTable] = [0x02, 0x0a, 0x0d];

/** Bytes of a cell that stay on its page, at most and at least (§1.6). */
const mostOfTable = pageSize - 35;
const mostOfIndex = Math.floor(((pageSize - 12) * 64) / 255) - 23;
const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;

class Cursor {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** @returns null at the end of the bytes, and for a number that is no count of anything */
  varint(): number | null {
    let value = 0;
    for (let length = 0; length < 8; length++) {
      const byte = this.#bytes[this.at++];
      if (byte === undefined) return null;
      value = value * 128 + (byte & 0x7f);
      if (value > Number.MAX_SAFE_INTEGER) return null;
      if (byte < 0x80) return value;
    }
    return null;
  }
}

/** Bytes of a value in the body of a record; null for a serial type that is none. */
function lengthOf(type: number): number | null {
  if (type >= 12) return (type - (type % 2) - 12) / 2;
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? null;
}

/** @throws RangeError for a whole number beyond what is written here */
function valueOf(body: Buffer, at: number, type: number): SqlValue {
  const length = lengthOf(type) ?? 0;
  if (type === 0) return null;
  if (type >= 12) {
    const bytes = body.subarray(at, at + length);
    return type % 2 === 0 ? Buffer.from(bytes) : bytes.toString("utf8");
  }
  if (type === 7) return body.readDoubleBE(at);
  if (type >= 8) return type - 8;
  if (type < 6) return body.readIntBE(at, length);
  const whole = Number(body.readBigInt64BE(at));
  if (!Number.isSafeInteger(whole)) throw new RangeError("A whole number that none of ours can be");
  return whole;
}

/** The whole content of a cell; null where pages of it are no pages of the file. */
function contentOf(pages: Pages, page: Buffer, at: number, length: number, local: number): Buffer | null {
  if (local === length) return page.subarray(at, at + length);
  const parts = [page.subarray(at, at + local)];
  let next = page.readUInt32BE(at + local);
  for (let left = length - local; left > 0; left -= pageSize - 4) {
    if (next < 2 || next > pages.count) return null;
    const more = pages.page(next);
    parts.push(more.subarray(4, 4 + Math.min(left, pageSize - 4)));
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts, length);
}

function typesOf(cursor: Cursor, start: number): { types: number[]; body: number; length: number } | null {
  const head = cursor.varint();
  if (head === null) return null;
  const types: number[] = [];
  let length = head;
  while (cursor.at < start + head) {
    const type = cursor.varint();
    const size = type === null ? null : lengthOf(type);
    if (type === null || size === null) return null;
    types.push(type);
    length += size;
  }
  return cursor.at === start + head ? { types, body: head, length } : null;
}

function recordAt(pages: Pages, page: Buffer, at: number, kind: number): PageRecord | null {
  const cursor = new Cursor(page, kind === innerIndex ? at + 4 : at);
  const length = cursor.varint();
  const rowid = kind === leafTable ? cursor.varint() : null;
  if (length === null || length > pages.count * pageSize || (kind === leafTable && rowid === null))
    return null;
  const most = kind === leafTable ? mostOfTable : mostOfIndex;
  const some = least + ((length - least) % (pageSize - 4));
  const local = length <= most ? length : some <= most ? some : least;
  const start = cursor.at;
  if (start + local + (local === length ? 0 : 4) > page.length) return null;
  const found = typesOf(cursor, start);
  if (found === null || found.length !== length) return null;
  const values = () => {
    const content = contentOf(pages, page, start, length, local);
    if (content === null) return null;
    let place = found.body;
    try {
      return found.types.map((type) => {
        const value = valueOf(content, place, type);
        place += lengthOf(type) ?? 0;
        return value;
      });
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
  return { rowid, types: found.types, values };
}

/** Every record of a page that can be read; none of one that is no leaf of a table and no page of an index. */
export function recordsOf(pages: Pages, number: number): PageRecord[] {
  const page = pages.page(number);
  const head = number === 1 ? headLength : 0;
  const kind = page[head] ?? 0;
  if (kind !== innerIndex && kind !== leafIndex && kind !== leafTable) return [];
  const first = head + (kind === innerIndex ? 12 : 8);
  const cells = Math.min(page.readUInt16BE(head + 3), Math.floor((page.length - first) / 2));
  return Array.from({ length: cells }, (_, cell) => page.readUInt16BE(first + 2 * cell)).flatMap((at) => {
    const record = at < first ? null : recordAt(pages, page, at, kind);
    return record === null ? [] : [record];
  });
}

/** Pages that the file counts as free; none where that count and the list do not agree, since either may be damage. */
export function freePages(pages: Pages): ReadonlySet<number> {
  const free = new Set<number>();
  const head = pages.page(1);
  for (let trunk = head.readUInt32BE(32); trunk !== 0; ) {
    if (trunk > pages.count || free.has(trunk)) return new Set();
    free.add(trunk);
    const page = pages.page(trunk);
    const leaves = Math.min(page.readUInt32BE(4), pageSize / 4 - 2);
    for (let leaf = 0; leaf < leaves; leaf++) free.add(page.readUInt32BE(8 + 4 * leaf));
    trunk = page.readUInt32BE(0);
  }
  return free.size === head.readUInt32BE(36) ? free : new Set();
}
