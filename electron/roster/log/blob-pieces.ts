/**
 * What has come of documents that are not whole yet, until they are.
 *
 * Invariants: the same pieces give the same documents in any order, grouping and repetition; under a hash there never
 * are other bytes than its own. Pieces of a trusted sender that are wrong can only delay a document: once all are there
 * and do not fit the hash, they are dropped and asked for again; those of another size make room for what came last.
 */
import { sameBytes } from "../../../shared/sync/bytes";
import { joinedSpans, type Span } from "../../../shared/sync/holds";
import { type DocumentPiece, lengthOfPiece, pieceCount } from "../../../shared/sync/packet/pieces-codec";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { sha256 } from "../file/sha256";
import { addBlob, hasBlob } from "./blobs";

/** Places of the pieces of a document that are here. */
export function heldPieces(db: ReadHandle, hash: Uint8Array): Span[] {
  const places = db.raw<[number]>(sql`SELECT place FROM blob_piece WHERE hash = ${hash} ORDER BY place`);
  return joinedSpans(places.map(([place]) => ({ first: place, last: place })));
}

/**
 * Keeps a piece, and the whole document once it was the last one. Call it inside a transaction.
 * @param bytes asked for where the piece is wanted; throws for bytes that cannot be read
 * @returns `whole` where the document is whole now and was not before; `known` where the piece was here
 */
export function keepPiece(
  db: WriteHandle,
  piece: DocumentPiece,
  bytes: () => Uint8Array,
): "known" | "kept" | "whole" {
  const { hash, size, place } = piece;
  if (hasBlob(db, hash)) return "known";
  db.run(sql`DELETE FROM blob_piece WHERE hash = ${hash} AND size <> ${size}`);
  const there = db.value<number>(sql`SELECT 1 FROM blob_piece WHERE hash = ${hash} AND place = ${place}`);
  if (there !== undefined) return "known";
  const content = bytes();
  if (content.length !== lengthOfPiece(piece)) throw new Error("A piece of another length");
  db.run(
    sql`INSERT INTO blob_piece (hash, size, place, bytes) VALUES (${hash}, ${size}, ${place}, ${content})`,
  );
  const count = db.value<number>(sql`SELECT count(*) FROM blob_piece WHERE hash = ${hash}`);
  return count === pieceCount(size) && putTogether(db, hash) ? "whole" : "kept";
}

function putTogether(db: WriteHandle, hash: Uint8Array): boolean {
  const pieces = db.raw<[Buffer]>(sql`SELECT bytes FROM blob_piece WHERE hash = ${hash} ORDER BY place`);
  const bytes = Buffer.concat(pieces.map(([piece]) => piece));
  if (sameBytes(sha256(bytes), hash)) {
    addBlob(db, bytes);
    return true;
  }
  db.run(sql`DELETE FROM blob_piece WHERE hash = ${hash}`);
  return false;
}
