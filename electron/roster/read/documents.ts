/** Documents that rows name: which are waited for, and what to send of them to whom. */
import { toHex } from "../../../shared/sync/bytes";
import { commonSpans, inSpans, type Span } from "../../../shared/sync/holds";
import {
  lengthOfPiece,
  type OutgoingPiece,
  pieceCount,
  pieceLength,
} from "../../../shared/sync/packet/pieces-codec";
import type { HeldWriter, LackedDocument } from "../../../shared/sync/packet/types";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { heldPieces } from "../log/blob-pieces";
import { readBlob } from "../log/blobs";
import { provenOf } from "../log/outgoing";
import type { Statement } from "../log/packet-memory";

/** Documents that are named and have not come; of a document that several rows name one. */
export function waitingDocumentCount(db: ReadHandle): number {
  const count = db.value<number>(
    sql`SELECT count(DISTINCT hash) FROM named_document WHERE hash NOT IN (SELECT hash FROM blob)`,
  );
  return count ?? 0;
}

/** Whether a value that stands names a document. */
export function isNamed(db: ReadHandle, hash: Uint8Array): boolean {
  return db.value<number>(sql`SELECT 1 FROM named_document WHERE hash = ${hash} LIMIT 1`) !== undefined;
}

/**
 * What our statement to an office says we wait for.
 * @param ops local ids of the ops that it may know; null: all
 */
export function lackedDocuments(db: ReadHandle, ops: ReadonlySet<number> | null): LackedDocument[] {
  const lacked = new Map<string, Buffer>();
  for (const [op, hash] of db.raw<[number, Buffer]>(
    sql`SELECT op, hash FROM named_document WHERE hash NOT IN (SELECT hash FROM blob) ORDER BY op`,
  )) {
    if (ops === null || ops.has(op)) lacked.set(toHex(hash), hash);
  }
  return [...lacked.values()].map((hash) => ({ hash, held: heldPieces(db, hash) }));
}

/** A document of which some office lacks something. */
interface Lacking {
  readonly hash: Buffer;
  readonly size: number;
  /** Pieces that all who lack it have already. */
  readonly held: readonly Span[];
}

/** Pieces that go into a packet. */
export interface DocumentsToSend {
  readonly documents: readonly {
    readonly hash: Buffer;
    readonly size: number;
    readonly places: readonly number[];
  }[];
  /** Documents of which something is left for later packets. */
  readonly left: number;
}

/**
 * Chooses what to send: what is begun first, then in the order in which it was written, up to a number of bytes.
 * @param ops local ids of the ops that the addressees may know; null: all
 * @param statements what each of them said last; null: nothing
 */
export function documentsToSend(
  db: ReadHandle,
  ops: ReadonlySet<number> | null,
  statements: readonly (Statement | null)[],
  limit: number,
): DocumentsToSend {
  const lacking = documentsLackedBy(db, ops, statements);
  const begunFirst = [
    ...lacking.filter(({ held }) => held.length > 0),
    ...lacking.filter(({ held }) => held.length === 0),
  ];
  const documents: { hash: Buffer; size: number; places: number[] }[] = [];
  let room = limit;
  let left = 0;
  for (const { hash, size, held } of begunFirst) {
    const places: number[] = [];
    let isWhole = true;
    for (let place = 0; place < pieceCount(size); place++) {
      if (inSpans(held, place)) continue;
      const length = lengthOfPiece({ size, place });
      isWhole &&= length <= room;
      if (!isWhole) break;
      room -= length;
      places.push(place);
    }
    if (!isWhole) left++;
    if (places.length > 0) documents.push({ hash, size, places });
  }
  return { documents, left };
}

/**
 * The pieces themselves, one document in memory at a time.
 * @param path of the roster, for the sentence of a failure
 * @throws AppError roster-damaged
 */
export function* piecesOf(
  db: ReadHandle,
  { documents }: DocumentsToSend,
  path: string,
): Generator<OutgoingPiece, void, undefined> {
  for (const { hash, size, places } of documents) {
    const bytes = readBlob(db, hash, path);
    if (bytes === null) continue;
    for (const place of places) {
      const start = place * pieceLength;
      yield { hash, size, place, bytes: bytes.subarray(start, start + pieceLength) };
    }
  }
}

interface NamedBlob {
  readonly hash: Buffer;
  readonly size: number;
  readonly op: number;
  readonly writer: number;
  readonly identity: Buffer;
  readonly seq: number;
}

const namedSql = sql`
  SELECT blob.hash, blob.size, op.id AS op, op.writer, writer.identity, op.seq
  FROM named_document JOIN blob ON blob.hash = named_document.hash
  JOIN op ON op.id = named_document.op JOIN writer ON writer.id = op.writer
  ORDER BY op.id`;

/**
 * An office has a document when it provably holds an op that names it and does not say that it waits for it: so nothing
 * must be listed of what is there, however much it is.
 */
function documentsLackedBy(
  db: ReadHandle,
  ops: ReadonlySet<number> | null,
  statements: readonly (Statement | null)[],
): Lacking[] {
  const named = new Map<string, NamedBlob[]>();
  for (const row of db.all<NamedBlob>(namedSql)) {
    if (ops !== null && !ops.has(row.op)) continue;
    const key = toHex(row.hash);
    named.set(key, [...(named.get(key) ?? []), row]);
  }
  const offices = statements.map((statement) => new SaidByOffice(db, statement));
  return [...named].flatMap(([key, rows]): Lacking[] => {
    const [first] = rows;
    const heldByEach = offices.flatMap((office) => office.heldWhereLacking(key, rows));
    if (first === undefined || heldByEach.length === 0) return [];
    const { hash, size } = first;
    return [{ hash, size, held: heldByEach.reduce((all, one) => commonSpans(all, one)) }];
  });
}

/** What one office said, asked document by document. */
class SaidByOffice {
  readonly #db: ReadHandle;
  readonly #lacks: ReadonlyMap<string, LackedDocument>;
  readonly #holds: ReadonlyMap<string, HeldWriter>;
  readonly #proven = new Map<number, readonly Span[]>();

  constructor(db: ReadHandle, statement: Statement | null) {
    this.#db = db;
    this.#lacks = new Map((statement?.lacks ?? []).map((one) => [toHex(one.hash), one]));
    this.#holds = new Map((statement?.holds ?? []).map((held) => [toHex(held.writer), held]));
  }

  /** No entry where it has the document; else the pieces of it that it has. */
  heldWhereLacking(hash: string, named: readonly NamedBlob[]): (readonly Span[])[] {
    const lacked = this.#lacks.get(hash);
    if (lacked !== undefined) return [lacked.held];
    return named.some((one) => this.#holdsOp(one)) ? [] : [[]];
  }

  #holdsOp({ writer, identity, seq }: NamedBlob): boolean {
    let proven = this.#proven.get(writer);
    if (proven === undefined) {
      proven = provenOf(this.#db, writer, this.#holds.get(toHex(identity)));
      this.#proven.set(writer, proven);
    }
    return inSpans(proven, seq);
  }
}
