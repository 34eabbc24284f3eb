/**
 * The pieces of documents in a packet: each compressed by itself where that makes it smaller, since scans and PDF files
 * mostly are compressed already, and unpacked by itself, so that no packet can ask for more memory than one piece.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { appError } from "../../../shared/contract/errors";
import { OpFormatError } from "../../../shared/sync/op-codec";
import {
  type ArrivedPiece,
  decodePieces,
  encodePieces,
  lengthOfPiece,
  type OutgoingPiece,
  type PackedPiece,
} from "../../../shared/sync/packet/pieces-codec";
import { largestPacket } from "./compressed-ops";
import type { OpenedPacket } from "./packet-inner";

const settings = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** @throws AppError packet-too-large, cancelled */
export function packPieces(pieces: Iterable<OutgoingPiece>, signal?: AbortSignal): Uint8Array {
  let total = 0;
  function* packed(): Generator<PackedPiece> {
    for (const piece of pieces) {
      if (signal?.aborted === true) throw appError("cancelled");
      total += piece.bytes.length;
      if (total > largestPacket) throw appError("packet-too-large", { path: "" });
      const small = brotliCompressSync(piece.bytes, settings);
      yield small.length < piece.bytes.length
        ? { ...piece, packed: true, bytes: small }
        : { ...piece, packed: false };
    }
  }
  return encodePieces(packed());
}

/**
 * The pieces of a packet, in its order; bytes that cannot be unpacked throw packet-damaged when they are asked for.
 * @throws AppError packet-damaged for anything but pieces, packet-too-large for more than a packet may unpack to
 */
export function* openedPieces(
  { pieces }: OpenedPacket,
  path: string,
): Generator<ArrivedPiece, void, undefined> {
  let total = 0;
  try {
    for (const piece of decodePieces(pieces)) {
      const length = lengthOfPiece(piece);
      total += length;
      if (total > largestPacket) throw appError("packet-too-large", { path });
      const { hash, size, place } = piece;
      yield { hash, size, place, bytes: () => unpacked(piece, length, path) };
    }
  } catch (error) {
    if (error instanceof OpFormatError) throw appError("packet-damaged", { path }, error);
    throw error;
  }
}

function unpacked({ packed, bytes }: PackedPiece, length: number, path: string): Uint8Array {
  if (!packed) return bytes;
  let plain: Uint8Array;
  try {
    plain = brotliDecompressSync(bytes, { maxOutputLength: length });
  } catch (error) {
    throw appError("packet-damaged", { path }, error);
  }
  if (plain.length !== length) throw appError("packet-damaged", { path });
  return plain;
}
