import { decode, encode } from "cborg";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ProvenCard, signCard } from "./card-codec";
import { PacketFormatError } from "./format-error";
import { decodeManifest, encodeManifest, type ProvenManifest } from "./manifest-codec";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const span = fc
  .tuple(fc.integer({ min: 1 }), fc.nat())
  .map(([first, more]) => ({ first, last: first + more }));
const writer = fc.oneof(
  fc.nat(1).map((n) => new Uint8Array(48).fill(n)),
  bytes(48),
);
const sender: ProvenCard = signCard(
  {
    unitId: "01010101-0101-7101-8101-010101010101",
    unitCode: "08173",
    office: "UBND xã Quảng Yên",
    signKey: new Uint8Array(32).fill(1),
    sealKey: new Uint8Array(32).fill(2),
    madeAt: 0,
  },
  () => new Uint8Array(64),
  null,
);
const manifest: fc.Arbitrary<ProvenManifest> = fc.record({
  fileId: bytes(16),
  number: fc.integer({ min: 1 }),
  at: fc.maxSafeInteger(),
  program: fc.constantFrom("0.1.0", ""),
  schema: fc.nat(),
  sender: fc.constant(sender),
  addressees: fc.array(bytes(32), { maxLength: 3 }),
  whole: fc.boolean(),
  holds: fc.array(
    fc.record({
      writer,
      runs: fc.array(
        fc.tuple(span, bytes(32)).map(([ends, hash]) => ({ ...ends, hash })),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
  withheld: fc.array(
    fc.tuple(writer, span).map(([name, ends]) => ({ writer: name, ...ends })),
    { maxLength: 5 },
  ),
  revoked: fc.array(bytes(32), { maxLength: 2 }),
  opCount: fc.nat(),
  opsLength: fc.maxSafeNat(),
  opsHash: bytes(32),
  proofsLength: fc.maxSafeNat(),
  proofsHash: bytes(32),
  lacks: fc.array(
    fc.record({
      hash: bytes(32),
      held: fc.array(
        fc.tuple(fc.nat(400), fc.nat(9)).map(([first, more]) => ({ first, last: first + more })),
        {
          maxLength: 3,
        },
      ),
    }),
    { maxLength: 3 },
  ),
  piecesLength: fc.maxSafeNat(),
  piecesHash: bytes(32),
});
const yes = () => true;

describe("manifests", () => {
  it("come back as they were", () => {
    fc.assert(
      fc.property(manifest, (one) => {
        expect(decodeManifest(encodeManifest(one), yes)).toEqual(one);
      }),
    );
  });

  it("are one form only: what is read would be written the same", () => {
    fc.assert(
      fc.property(manifest, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, place, flip) => {
        const changed = new Uint8Array(encodeManifest(one));
        const at = place % changed.length;
        changed[at] = (changed[at] ?? 0) ^ flip;
        try {
          const read = decodeManifest(changed, yes);
          // A changed number may be the key of a part that only a newer program knows.
          expect([...encodeManifest(read)]).toEqual([...changed]);
        } catch (error) {
          expect(error).toBeInstanceOf(PacketFormatError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("are refused when cut", () => {
    fc.assert(
      fc.property(manifest, fc.nat(), (one, cut) => {
        const whole = encodeManifest(one);
        expect(() => decodeManifest(whole.subarray(0, cut % whole.length), yes)).toThrow(PacketFormatError);
      }),
    );
  });

  it("may have keys of a newer program, but not be of a later version", () => {
    fc.assert(
      fc.property(manifest, (one) => {
        const parts = decode(encodeManifest(one), { useMaps: true }) as Map<number, unknown>;
        expect(decodeManifest(encode(new Map(parts).set(40, "new")), yes)).toEqual(one);
        try {
          decodeManifest(encode(new Map(parts).set(1, 2)), yes);
          expect.unreachable();
        } catch (error) {
          expect(error).toMatchObject({ kind: "newer" });
        }
      }),
      { numRuns: 20 },
    );
  });

  it("are refused when their sender's card is not signed", () => {
    fc.assert(
      fc.property(manifest, (one) => {
        expect(() => decodeManifest(encodeManifest(one), () => false)).toThrow(PacketFormatError);
      }),
      { numRuns: 5 },
    );
  });
});
