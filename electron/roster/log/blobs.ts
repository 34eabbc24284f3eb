/**
 * The documents of a roster (scans, decisions, photos), each kept once under the SHA-256 of its bytes.
 *
 * They lie in the roster's own file, so that a copy, a backup or a stick never parts a record from its papers. A field
 * of type `document` holds the hash; so a document cannot be altered without becoming another one, and one that has not
 * come is known by name.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { appError } from "../../../shared/contract/errors";
import { sameBytes } from "../../../shared/sync/bytes";
import { largestDocument } from "../../../shared/sync/packet/pieces-codec";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { sha256 } from "../file/sha256";

/** Quick enough for a large scan while somebody waits; above it little is won. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** Whether compressing is worth its time is tried on so many bytes: photos and PDF files are compressed already. */
const sample = 1 << 17;
/** A document is kept compressed where it takes at most this share of its size. */
const worthwhile = 0.95;

interface BlobRow {
  readonly size: number;
  readonly packed: number;
  readonly bytes: Buffer;
}

function packed(bytes: Uint8Array): Uint8Array | null {
  const head = bytes.subarray(0, sample);
  if (brotliCompressSync(head, quality).length > head.length * worthwhile) return null;
  const all = brotliCompressSync(bytes, quality);
  return all.length > bytes.length * worthwhile ? null : all;
}

/** @throws AppError document-empty, document-too-large */
export function checkDocument(bytes: Uint8Array): void {
  if (bytes.length === 0) throw appError("document-empty");
  if (bytes.length > largestDocument)
    throw appError("document-too-large", { megabytes: largestDocument / (1 << 20) });
}

/**
 * Keeps a document; one that is there already is not kept twice. Call it inside a transaction.
 * @returns its hash, 32 bytes
 * @throws AppError document-empty, document-too-large
 */
export function addBlob(db: WriteHandle, bytes: Uint8Array): Uint8Array {
  checkDocument(bytes);
  const hash = sha256(bytes);
  if (hasBlob(db, hash)) return hash;
  const small = packed(bytes);
  db.run(
    sql`
      INSERT INTO blob (hash, size, packed, bytes)
      VALUES (${hash}, ${bytes.length}, ${small === null ? 0 : 1}, ${small ?? bytes})`,
  );
  db.run(sql`DELETE FROM blob_piece WHERE hash = ${hash}`);
  return hash;
}

export function hasBlob(db: ReadHandle, hash: Uint8Array): boolean {
  return db.value<number>(sql`SELECT 1 FROM blob WHERE hash = ${hash}`) !== undefined;
}

/** Bytes of a document that is there; null for one that has not come. */
export function sizeOfBlob(db: ReadHandle, hash: Uint8Array): number | null {
  return db.value<number>(sql`SELECT size FROM blob WHERE hash = ${hash}`) ?? null;
}

/**
 * A document's bytes, proven to be those of its hash; null for one that has not come.
 * @param path of the roster, for the sentence of a failure
 * @throws AppError roster-damaged
 */
export function readBlob(db: ReadHandle, hash: Uint8Array, path: string): Uint8Array | null {
  const row = db.get<BlobRow>(sql`SELECT size, packed, bytes FROM blob WHERE hash = ${hash}`);
  if (row === undefined) return null;
  const bytes = wholeBytes(row);
  if (bytes === null || !sameBytes(sha256(bytes), hash)) throw appError("roster-damaged", { path });
  return bytes;
}

/** How a document begins, so many bytes of it; null for one that has not come. */
export function headOfBlob(db: ReadHandle, hash: Uint8Array, length: number): Uint8Array | null {
  const row = db.get<BlobRow>(sql`
    SELECT size, packed, iif(packed, bytes, substr(bytes, 1, ${length})) AS bytes FROM blob WHERE hash = ${hash}`);
  if (row === undefined) return null;
  return row.packed === 0 ? row.bytes : (wholeBytes(row)?.subarray(0, length) ?? new Uint8Array());
}

/** Null for bytes that cannot be unpacked to their size. */
function wholeBytes({ size, packed: isPacked, bytes }: BlobRow): Uint8Array | null {
  if (isPacked === 0) return bytes.length === size ? bytes : null;
  try {
    const plain = brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, size) });
    return plain.length === size ? plain : null;
  } catch {
    // Bytes that are no longer what was written: the caller says what that means.
    return null;
  }
}

/** Local ids of documents whose bytes are no longer those of their hash. */
export function* damagedBlobs(db: ReadHandle): Generator<number> {
  for (const [id] of db.raw<[number]>(sql`SELECT id FROM blob ORDER BY id`)) {
    const row = db.get<BlobRow & { hash: Buffer }>(
      sql`SELECT hash, size, packed, bytes FROM blob WHERE id = ${id}`,
    );
    if (row === undefined) continue;
    const bytes = wholeBytes(row);
    if (bytes === null || !sameBytes(sha256(bytes), row.hash)) yield id;
  }
}
