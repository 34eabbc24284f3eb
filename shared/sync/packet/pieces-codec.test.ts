import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OpFormatError } from "../op-codec";
import { ByteWriter } from "./byte-columns";
import {
  decodePieces,
  encodePieces,
  largestDocument,
  lengthOfPiece,
  type PackedPiece,
  pieceCount,
  pieceLength,
} from "./pieces-codec";

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });

/** Documents with some of their pieces; bytes as long as their place wants, or packed. */
const documents = fc
  .uniqueArray(hash, { maxLength: 3, selector: (one) => one.join() })
  .chain((hashes) =>
    fc.tuple(
      ...hashes.map((one) =>
        fc
          .record({
            size: fc.integer({ min: 1, max: 3 * pieceLength }),
            chosen: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
            packed: fc.boolean(),
            fill: fc.nat(255),
          })
          .map(({ size, chosen, packed, fill }): PackedPiece[] => {
            const places = Array.from({ length: pieceCount(size) }, (_, place) => place);
            const some = places.filter((place) => chosen[place] ?? false);
            return (some.length > 0 ? some : [0]).map((place) => {
              const length = lengthOfPiece({ size, place });
              const isPacked = packed && length > 1;
              const bytes = new Uint8Array(isPacked ? Math.min(length - 1, 40) : length).fill(fill);
              return { hash: one, size, place, packed: isPacked, bytes };
            });
          }),
      ),
    ),
  )
  .map((all) => all.flat());

describe("pieces of documents", () => {
  it("come back as they were", () => {
    fc.assert(
      fc.property(documents, (pieces) => {
        expect([...decodePieces(encodePieces(pieces))]).toEqual(pieces);
      }),
      { numRuns: 60 },
    );
  });

  it("are one form only, and are refused when cut or followed by more", () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.integer({ min: 1, max: 255 }), (pieces, at, flip) => {
        const whole = encodePieces(pieces);
        expect(() => [...decodePieces(whole.subarray(0, at % whole.length))]).toThrow(OpFormatError);
        expect(() => [...decodePieces(Uint8Array.of(...whole.subarray(0, 90), 0))]).toThrow(OpFormatError);
        const changed = new Uint8Array(whole);
        changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ flip;
        try {
          const read = [...decodePieces(changed)];
          expect(encodePieces(read)).toEqual(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(OpFormatError);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("never belong to a document above the limit, or to more places than it has", () => {
    const written = (size: number, count: number, place: number) => {
      const writer = new ByteWriter();
      writer.number(1);
      writer.raw(new Uint8Array(32));
      for (const number of [size, count, place, 3]) writer.number(number);
      writer.raw(Uint8Array.of(1));
      return writer.take();
    };
    expect([...decodePieces(written(largestDocument, 1, 319))]).toHaveLength(1);
    for (const [size, count, place] of [
      [largestDocument + 1, 1, 0],
      [largestDocument, 321, 0],
      [largestDocument, 1, 320],
      [0, 1, 0],
      [5, 0, 0],
    ] as const) {
      expect(() => [...decodePieces(written(size, count, place))]).toThrow(OpFormatError);
    }
  });
});
