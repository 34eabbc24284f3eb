import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toHex } from "../../../shared/sync/bytes";
import {
  type DocumentPiece,
  largestDocument,
  lengthOfPiece,
  pieceCount,
  pieceLength,
} from "../../../shared/sync/packet/pieces-codec";
import { temporaryDatabase } from "../file/connect";
import { type WriteHandle, writeHandle } from "../file/handle";
import { sha256 } from "../file/sha256";
import { sql } from "../file/sql";
import { heldPieces, keepPiece } from "./blob-pieces";
import { addBlob, damagedBlobs, hasBlob, readBlob, sizeOfBlob } from "./blobs";

let db: WriteHandle;
let close: () => void;
beforeEach(() => {
  const connection = temporaryDatabase();
  db = writeHandle(connection, "so.scb");
  close = () => connection.close();
});
afterEach(() => close());

const text = (repeats: number) => Buffer.from("Quyết định về việc bổ nhiệm. ".repeat(repeats));

/** All pieces of a document. */
function cut(bytes: Uint8Array): (DocumentPiece & { bytes: Uint8Array })[] {
  const hash = sha256(bytes);
  return Array.from({ length: pieceCount(bytes.length) }, (_, place) => ({
    hash,
    size: bytes.length,
    place,
    bytes: bytes.subarray(place * pieceLength, (place + 1) * pieceLength),
  }));
}

const stored = () =>
  db
    .raw<[Buffer, number]>(sql`SELECT hash, size FROM blob ORDER BY hash`)
    .map(([hash, size]) => `${toHex(hash)} ${size}`);
const pieces = () => db.value<number>(sql`SELECT count(*) FROM blob_piece`);

describe("documents", () => {
  it("come back byte for byte, each kept once, compressed only where that makes them smaller", () => {
    for (const [bytes, packed] of [
      [text(5000), 1],
      [randomBytes(300_000), 0],
      [Uint8Array.of(7), 0],
    ] as const) {
      const hash = addBlob(db, bytes);
      expect(toHex(hash)).toBe(toHex(sha256(bytes)));
      expect(addBlob(db, bytes)).toEqual(hash);
      expect(Buffer.compare(readBlob(db, hash, "") ?? new Uint8Array(), bytes)).toBe(0);
      expect(sizeOfBlob(db, hash)).toBe(bytes.length);
      expect(db.value(sql`SELECT packed FROM blob WHERE hash = ${hash}`)).toBe(packed);
    }
    expect(stored()).toHaveLength(3);
    expect([...damagedBlobs(db)]).toEqual([]);
  });

  it("are refused empty or too large", () => {
    expect(() => addBlob(db, new Uint8Array())).toThrow(expect.objectContaining({ code: "document-empty" }));
    expect(() => addBlob(db, new Uint8Array(largestDocument + 1))).toThrow(
      expect.objectContaining({ code: "document-too-large", params: { megabytes: 20 } }),
    );
    expect(stored()).toEqual([]);
  });

  it("that were altered in the file are never handed out", () => {
    for (const bytes of [text(500), randomBytes(500)]) {
      const hash = addBlob(db, bytes);
      const altered = Buffer.from(db.value<Buffer>(sql`SELECT bytes FROM blob WHERE hash = ${hash}`) ?? []);
      altered.writeUInt8(altered.readUInt8(20) ^ 1, 20);
      db.run(sql`UPDATE blob SET bytes = ${altered} WHERE hash = ${hash}`);
      expect(() => readBlob(db, hash, "so.scb")).toThrow(
        expect.objectContaining({ code: "roster-damaged", params: { path: "so.scb" } }),
      );
    }
    expect([...damagedBlobs(db)]).toHaveLength(2);
  });
});

describe("pieces", () => {
  const contents = [randomBytes(3 * pieceLength + 100), text(9000), randomBytes(2 * pieceLength)];
  const all = contents.flatMap((bytes) => cut(bytes));
  const kept = contents.map((bytes) => `${toHex(sha256(bytes))} ${bytes.length}`).sort();
  const order = fc.shuffledSubarray(
    [...all.keys(), ...all.keys()].map((place, turn) => [place, turn] as const),
    { minLength: 2 * all.length },
  );

  it("in any order and however often give the same documents, and nothing else stays", () => {
    fc.assert(
      fc.property(order, (arrivals) => {
        for (const [place] of arrivals) {
          const piece = all[place] as (typeof all)[number];
          keepPiece(db, piece, () => piece.bytes);
        }
        expect(stored()).toEqual(kept);
        expect(pieces()).toBe(0);
        for (const bytes of contents)
          expect(Buffer.compare(readBlob(db, sha256(bytes), "") ?? new Uint8Array(), bytes)).toBe(0);
        db.run(sql`DELETE FROM blob`);
      }),
      { numRuns: 15 },
    );
  });

  it("are told by their places, and asked for their bytes only where they are new", () => {
    const [first, second, third, fourth] = cut(contents[0] as Buffer);
    for (const piece of [first, third])
      if (piece) expect(keepPiece(db, piece, () => piece.bytes)).toBe("kept");
    expect(heldPieces(db, sha256(contents[0] as Buffer))).toEqual([
      { first: 0, last: 0 },
      { first: 2, last: 2 },
    ]);
    const never = () => {
      throw new Error("asked");
    };
    if (first) expect(keepPiece(db, first, never)).toBe("known");
    if (second) expect(() => keepPiece(db, second, never)).toThrow("asked");
    if (second) expect(keepPiece(db, second, () => second.bytes)).toBe("kept");
    if (fourth) expect(keepPiece(db, fourth, () => fourth.bytes)).toBe("whole");
    if (second) expect(keepPiece(db, second, never)).toBe("known");
  });

  it("that are wrong only delay a document: it is never other bytes than its hash says", () => {
    const bytes = contents[2] as Buffer;
    const right = cut(bytes);
    const wrong = right.map((piece) => ({ ...piece, bytes: new Uint8Array(lengthOfPiece(piece)) }));
    const sized = { hash: sha256(bytes), size: 5, place: 0, bytes: text(1).subarray(0, 5) };
    for (const piece of [sized, wrong[0], right[1]]) if (piece) keepPiece(db, piece, () => piece.bytes);
    // All pieces of the last size were there, and did not fit.
    expect(pieces()).toBe(0);
    expect(hasBlob(db, sha256(bytes))).toBe(false);
    for (const piece of right) keepPiece(db, piece, () => piece.bytes);
    expect(readBlob(db, sha256(bytes), "")).toHaveLength(bytes.length);
  });
});
