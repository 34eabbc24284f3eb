/**
 * The container of old Office files ([MS-CFB]): the streams at its root by name. Read here and not by the library that reads
 * an .xls, which follows chains of sectors without end and takes the whole program down with it; here a chain is never
 * longer than the file.
 */

const signature = "d0cf11e0a1b11ae1";
const headerLength = 512;
/** Numbers of sectors from here on are no sectors. */
const lastSector = 0xfffffffa;
const entryLength = 128;
const noEntry = 0xffffffff;
const isStorage = 1;
const isStream = 2;

/** The container is not made as it should be. */
class BrokenContainer extends Error {
  constructor(what: string) {
    super(`The container is broken: ${what}`);
    this.name = "BrokenContainer";
  }
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** A stream cut into pieces of one size, each with the number of the next in a table. */
interface Pieces {
  readonly next: readonly number[];
  readonly piece: (number: number) => Buffer;
}

function chained({ next, piece }: Pieces, start: number): Buffer {
  const found: Buffer[] = [];
  for (let at = start; at < lastSector; at = next[at] ?? lastSector) {
    if (at >= next.length || found.length > next.length) throw new BrokenContainer("a chain without end");
    found.push(piece(at));
  }
  return Buffer.concat(found);
}

function numbersOf(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4));
}

function sectorsOf(bytes: Buffer): Pieces & { readonly size: number } {
  const size = 2 ** bytes.readUInt16LE(30);
  if (size !== 512 && size !== 4096) throw new BrokenContainer("size of its sectors");
  const count = Math.floor((bytes.length + size - 1) / size) - 1;
  const piece = (number: number): Buffer => {
    if (number >= count) throw new BrokenContainer("a sector beyond its end");
    return bytes.subarray((number + 1) * size, (number + 2) * size);
  };
  const tables = numbersOf(bytes.subarray(76, headerLength));
  let more = bytes.readUInt32LE(68);
  for (let step = 0; more < lastSector; step++) {
    if (step > count) throw new BrokenContainer("a list of tables without end");
    const numbers = numbersOf(piece(more));
    more = numbers.pop() ?? lastSector;
    tables.push(...numbers);
  }
  const used = tables.filter((table) => table < lastSector);
  if (used.length > count) throw new BrokenContainer("more tables than sectors");
  return { next: used.flatMap((table) => numbersOf(piece(table))).slice(0, count), piece, size };
}

function entryOf(bytes: Buffer): Entry {
  const length = Math.min(Math.max(bytes.readUInt16LE(64) - 2, 0), 62);
  return {
    name: bytes.subarray(0, length).toString("utf16le"),
    kind: bytes[66] ?? 0,
    left: bytes.readUInt32LE(68),
    right: bytes.readUInt32LE(72),
    child: bytes.readUInt32LE(76),
    start: bytes.readUInt32LE(116),
    size: bytes.readUInt32LE(120),
  };
}

export interface Container {
  /** Names of what lies at its root, streams and folders. */
  readonly names: ReadonlySet<string>;
  /** A stream at its root; null where there is none. @throws BrokenContainer */
  readonly stream: (name: string) => Buffer | null;
}

/** @throws BrokenContainer */
export function openContainer(bytes: Buffer): Container {
  if (bytes.length < headerLength || bytes.toString("hex", 0, 8) !== signature)
    throw new BrokenContainer("its beginning");
  const sectors = sectorsOf(bytes);
  const list = chained(sectors, bytes.readUInt32LE(48));
  const entries: Entry[] = [];
  for (let at = 0; at + entryLength <= list.length; at += entryLength)
    entries.push(entryOf(list.subarray(at, at + entryLength)));
  const [root] = entries;
  if (root === undefined) throw new BrokenContainer("no root");
  const found = new Map<string, Entry>();
  const waiting = [root.child];
  const seen = new Set<number>();
  while (waiting.length > 0) {
    const place = waiting.pop() ?? noEntry;
    const entry = entries[place];
    if (entry === undefined || seen.has(place)) continue;
    seen.add(place);
    if (entry.kind === isStream || entry.kind === isStorage) found.set(entry.name, entry);
    waiting.push(entry.left, entry.right);
  }
  const smallest = bytes.readUInt32LE(56);
  const stream = (name: string): Buffer | null => {
    const entry = found.get(name);
    if (entry === undefined || entry.kind !== isStream) return null;
    const pieces = entry.size < smallest ? smallPieces(bytes, sectors, root) : sectors;
    return chained(pieces, entry.start).subarray(0, entry.size);
  };
  return { names: new Set(found.keys()), stream };
}

/** Small streams lie in pieces of 64 bytes within one stream of their own. */
function smallPieces(bytes: Buffer, sectors: Pieces, root: Entry): Pieces {
  const whole = chained(sectors, root.start);
  const size = 2 ** Math.min(bytes.readUInt16LE(32), 12);
  const next = numbersOf(chained(sectors, bytes.readUInt32LE(60)));
  return { next, piece: (number) => whole.subarray(number * size, (number + 1) * size) };
}
