/** Other offices as the roster remembers them: who sent what, who wrote what, what is missing of whom. */
import { decode } from "cborg";
import { joinedSpans, missingSpans, type Span } from "../../../shared/sync/holds";
import { sameBytes, toHex } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { withheldOf } from "../log/packet-memory";
import { runsOf, type WriterRow, writerRows } from "../log/held-writers";

const keyLength = 32;

/** Hex of the key that wrote the row of an office first; null for an office that is not in the roster. */
export function keyThatMade(db: ReadHandle, officePk: number): string | null {
  const identity = db.value<Buffer>(
    sql`SELECT writer.identity FROM op JOIN writer ON writer.id = op.writer WHERE op.id = ${officePk}`,
  );
  return identity === undefined ? null : toHex(identity.subarray(0, keyLength));
}

export interface SenderName {
  readonly sender: Buffer;
  readonly unitCode: string;
  readonly office: string;
}

/** Everybody a packet came from, as the last one named them. */
export function namesOfSenders(db: ReadHandle): SenderName[] {
  return db.all<SenderName>(
    sql`SELECT sender, unit_code AS unitCode, office, max(id) FROM receipt GROUP BY sender ORDER BY min(id)`,
  );
}

export interface LastReceipt {
  readonly number: number;
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** The newest packet by its number that came from a key. */
export function lastReceipt(db: ReadHandle, sender: Uint8Array): LastReceipt | null {
  const query = sql`
    SELECT number, sent_at AS sentAt, received_at AS receivedAt FROM receipt
    WHERE sender = ${sender} ORDER BY number DESC, id DESC LIMIT 1`;
  return db.get<LastReceipt>(query) ?? null;
}

/** Numbers of the packets that came from a key, in order. */
function receivedNumbers(db: ReadHandle, sender: Uint8Array): number[] {
  return db
    .raw<[number]>(sql`SELECT DISTINCT number FROM receipt WHERE sender = ${sender} ORDER BY number`)
    .map(([number]) => number);
}

/** The newest packet that was written for a key. */
export function lastSent(db: ReadHandle, addressee: Uint8Array): { number: number; at: number } | null {
  const rows = db.all<{ number: number; at: number; addressees: Buffer }>(
    sql`SELECT number, at, addressees FROM sent ORDER BY at DESC`,
  );
  const found = rows.find(({ addressees }) =>
    (decode(addressees) as Uint8Array[]).some((key) => sameBytes(key, addressee)),
  );
  return found === undefined ? null : { number: found.number, at: found.at };
}

/** The number of the next packet for some keys: one more than any before that was for one of them. */
export function nextNumberFor(db: ReadHandle, keys: readonly Uint8Array[]): number {
  const rows = db.all<{ number: number; addressees: Buffer }>(sql`SELECT number, addressees FROM sent`);
  const own = rows.filter(({ addressees }) =>
    (decode(addressees) as Uint8Array[]).some((key) => keys.some((one) => sameBytes(one, key))),
  );
  return 1 + own.reduce((last, { number }) => Math.max(last, number), 0);
}

/** Rows of the writer table by hex of their key. */
export function writersByKey(db: ReadHandle): Map<string, WriterRow[]> {
  const byKey = new Map<string, WriterRow[]>();
  for (const row of writerRows(db)) {
    const key = toHex(row.identity.subarray(0, keyLength));
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return byKey;
}

export interface Gap {
  readonly fromFile: number | null;
  readonly toFile: number | null;
  readonly missing: number;
}

/** What never came of what an office wrote; what is not for us is no gap. */
export function gapsOf(db: ReadHandle, key: Uint8Array, writers: readonly WriterRow[]): Gap[] {
  const byIdentity = new Map<string, { identity: Uint8Array; spans: Span[] }>();
  for (const { id, identity } of writers) {
    const known: { identity: Uint8Array; spans: Span[] } = byIdentity.get(toHex(identity)) ?? {
      identity,
      spans: [],
    };
    for (const span of runsOf(db, id)) known.spans.push(span);
    byIdentity.set(toHex(identity), known);
  }
  let missing = 0;
  for (const { identity, spans } of byIdentity.values()) {
    for (const { first, last } of missingSpans(spans, withheldOf(db, identity))) missing += last - first + 1;
  }
  if (missing === 0) return [];
  const numbers = receivedNumbers(db, key);
  const lost: Span[] = numbers.flatMap((number, place) => {
    const before = numbers[place - 1] ?? 0;
    return number > before + 1 ? [{ first: before + 1, last: number - 1 }] : [];
  });
  if (lost.length === 0) return [{ fromFile: null, toFile: null, missing }];
  return lost.map(({ first, last }, place) => ({
    fromFile: first,
    toFile: last,
    // How many changes a lost file held is not known file by file; the sum stands with the first.
    missing: place === 0 ? missing : 0,
  }));
}

/** When one row of the writer table wrote, by its own clock in ms, and how many ops. */
export function spanOf(db: ReadHandle, writer: number): { first: number; last: number; ops: number } {
  const span = db.get<{ first: number | null; last: number | null; ops: number }>(
    sql`SELECT min(at) AS first, max(at) AS last, count(*) AS ops FROM op WHERE writer = ${writer}`,
  );
  return { first: span?.first ?? 0, last: span?.last ?? 0, ops: span?.ops ?? 0 };
}

/** Ops that wait for rows which have not come, whoever wrote them. */
export function waitingOps(db: ReadHandle): number {
  return db.value<number>(sql`SELECT coalesce(sum(ops), 0) FROM waiting`) ?? 0;
}

/** Ops that an office wrote and that wait for rows which have not come. */
export function waitingOf(db: ReadHandle, writers: readonly WriterRow[]): number {
  if (writers.length === 0) return 0;
  const ids = new Set(writers.map(({ id }) => id));
  return db
    .raw<[number, number]>(
      sql`SELECT op.writer, count(*) FROM waiting JOIN op ON op.row = waiting.row GROUP BY op.writer`,
    )
    .reduce((sum, [writer, count]) => (ids.has(writer) ? sum + count : sum), 0);
}

/** How many ops the roster holds beyond some spans of each row of the writer table. */
export function opsBeyond(db: ReadHandle, provenOf: (row: WriterRow) => readonly Span[]): number {
  let count = 0;
  for (const row of writerRows(db)) {
    const proven = joinedSpans(provenOf(row));
    for (const { first, last } of runsOf(db, row.id)) {
      count += last - first + 1;
      for (const span of proven) {
        count -= Math.max(0, Math.min(last, span.last) - Math.max(first, span.first) + 1);
      }
    }
  }
  return count;
}
