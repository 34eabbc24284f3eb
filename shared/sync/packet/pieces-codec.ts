/**
 * Documents on their way: cut into pieces of one length, so that a large one may travel in several packets, in any
 * order, and a piece that came twice is told by its place alone.
 *
 *   pieces = n documents, then for each: 32 hash · n size · n pieces, then for each: n place · n 2 × length + packed · bytes
 *
 * A document's hash is the SHA-256 of its bytes; what is read here is proven by nothing but the packet's signature until
 * all pieces are together. Bytes may be packed, so a piece is unpacked only where it is wanted.
 */
import { sameBytes } from "../bytes";
import { OpFormatError } from "../op-codec";
import { hashLength } from "../op";
import { ByteReader, ByteWriter } from "./byte-columns";

/** Bytes of every piece but a document's last. */
export const pieceLength = 1 << 16;
/** Bytes of a document at most: a decision of many pages scanned in colour, and 25 of them fill the largest packet. */
export const largestDocument = 20 << 20;

/** A part of a document. */
export interface DocumentPiece {
  readonly hash: Uint8Array;
  /** Bytes of the whole document. */
  readonly size: number;
  /** Counted from 0. */
  readonly place: number;
}

/** A piece that is sent. */
export interface OutgoingPiece extends DocumentPiece {
  readonly bytes: Uint8Array;
}

/** A piece that came; its bytes are asked for only where it is wanted, and may then turn out not to be readable. */
export interface ArrivedPiece extends DocumentPiece {
  readonly bytes: () => Uint8Array;
}

/** A piece as it lies in a packet. */
export interface PackedPiece extends DocumentPiece {
  /** Whether the bytes are compressed. */
  readonly packed: boolean;
  readonly bytes: Uint8Array;
}

/** How many pieces a document of so many bytes has; an empty one has none and never travels. */
export function pieceCount(size: number): number {
  return Math.ceil(size / pieceLength);
}

/** Bytes of one piece before it is packed. */
export function lengthOfPiece({ size, place }: Pick<DocumentPiece, "size" | "place">): number {
  return Math.min(pieceLength, size - place * pieceLength);
}

/** @param pieces those of one document next to each other, by place */
export function encodePieces(pieces: Iterable<PackedPiece>): Uint8Array {
  const documents: PackedPiece[][] = [];
  for (const piece of pieces) {
    const open = documents.at(-1);
    if (open?.[0] !== undefined && sameBytes(open[0].hash, piece.hash)) open.push(piece);
    else documents.push([piece]);
  }
  const writer = new ByteWriter();
  writer.number(documents.length);
  for (const [first, ...others] of documents) {
    if (first === undefined) continue;
    writer.raw(first.hash);
    writer.number(first.size);
    writer.number(others.length + 1);
    for (const { place, packed, bytes } of [first, ...others]) {
      writer.number(place);
      writer.number(2 * bytes.length + (packed ? 1 : 0));
      writer.raw(bytes);
    }
  }
  return writer.take();
}

/**
 * @param bytes the views of pieces go on into them
 * @throws OpFormatError for anything but what `encodePieces` writes, and for a document above the limit
 */
export function* decodePieces(bytes: Uint8Array): Generator<PackedPiece, void, undefined> {
  const reader = new ByteReader(bytes);
  const documents = reader.number();
  for (let n = 0; n < documents; n++) {
    const hash = reader.raw(hashLength);
    const size = reader.number(largestDocument);
    const pieces = reader.number(pieceCount(size));
    if (pieces === 0) throw new OpFormatError("A document without pieces");
    let least = 0;
    for (let m = 0; m < pieces; m++) {
      const place = reader.number(pieceCount(size) - 1);
      if (place < least) throw new OpFormatError("Pieces out of order");
      least = place + 1;
      const form = reader.number(2 * pieceLength + 1);
      const packed = form % 2 === 1;
      const length = (form - (form % 2)) / 2;
      const whole = lengthOfPiece({ size, place });
      if (packed ? length >= whole : length !== whole) throw new OpFormatError("A piece of another length");
      yield { hash, size, place, packed, bytes: reader.raw(length) };
    }
  }
  if (reader.left > 0) throw new OpFormatError("More than the pieces");
}
