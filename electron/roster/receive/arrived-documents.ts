/**
 * Takes pieces of documents out of a packet, after its ops: what nobody named is not kept, whoever sent it, or a packet
 * could fill the disk with what no record shows.
 */
import type { ArrivedPiece } from "../../../shared/sync/packet/pieces-codec";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { keepPiece } from "../log/blob-pieces";

/** About a megabyte. */
const piecesPerPause = 16;

/**
 * Call it inside a transaction.
 * @returns how many pieces were new, and how many documents became whole
 * @throws whatever the pieces or `pause` throw
 */
export async function takePieces(
  db: WriteHandle,
  pieces: Iterable<ArrivedPiece>,
  pause: () => Promise<void>,
): Promise<{ pieces: number; documents: number }> {
  const taken = { pieces: 0, documents: 0 };
  let seen = 0;
  for (const piece of pieces) {
    const isNamed = db.value<number>(sql`SELECT 1 FROM named_document WHERE hash = ${piece.hash} LIMIT 1`);
    const kept = isNamed === undefined ? "known" : keepPiece(db, piece, piece.bytes);
    if (kept !== "known") taken.pieces++;
    if (kept === "whole") taken.documents++;
    if (++seen % piecesPerPause === 0) await pause();
  }
  return taken;
}
