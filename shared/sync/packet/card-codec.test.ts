import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { encode } from "cborg";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CardContent, cardText, decodeCard, readCardText, signCard } from "./card-codec";
import { PacketFormatError } from "./format-error";
import { labelled, type Sign, type Verify } from "./signing";

/** Keys from one byte each, so that a failing case can be run again. */
function signer(byte: number): { readonly signKey: Uint8Array; readonly sign: Sign } {
  const seed = Buffer.concat([
    Buffer.from("302e020100300506032b657004220420", "hex"),
    Buffer.alloc(32, byte),
  ]);
  const key = createPrivateKey({ key: seed, format: "der", type: "pkcs8" });
  const { x } = createPublicKey(key).export({ format: "jwk" });
  return {
    signKey: new Uint8Array(Buffer.from(x ?? "", "base64url")),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}

const verifyBy: Verify = (signKey, message, signature) => {
  const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(signKey).toString("base64url") };
  try {
    return verify(null, message, createPublicKey({ key: jwk, format: "jwk" }), signature);
  } catch {
    return false;
  }
};

const now = signer(1);
const before = signer(2);
const content: CardContent = {
  unitId: "01010101-0101-7101-8101-010101010101",
  unitCode: "08173",
  office: "UBND xã Quảng Yên",
  signKey: now.signKey,
  sealKey: new Uint8Array(32).fill(3),
  madeAt: 1_633_046_400_000,
};

describe("key cards", () => {
  it("come back whole, with or without a key that they renew", () => {
    const text = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(text, text, fc.maxSafeInteger(), fc.boolean(), (unitCode, office, madeAt, renews) => {
        const card = signCard({ ...content, unitCode, office, madeAt }, now.sign, renews ? before : null);
        expect(decodeCard(card.bytes, verifyBy)).toEqual(card);
        expect(readCardText(cardText(card), verifyBy)).toEqual(card);
      }),
      { numRuns: 50 },
    );
  });

  it("are refused after any change of a bit, and when cut", () => {
    const { bytes } = signCard(content, now.sign, before);
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ (1 << bit) : byte));
        expect(() => decodeCard(changed, verifyBy)).toThrow(PacketFormatError);
      }
      expect(() => decodeCard(bytes.subarray(0, at), verifyBy)).toThrow(PacketFormatError);
    }
  });

  it("are refused with a renewal that the older key did not sign", () => {
    const forged = signCard(content, now.sign, { signKey: before.signKey, sign: now.sign });
    expect(() => decodeCard(forged.bytes, verifyBy)).toThrow("renews");
    const taken = signCard(content, now.sign, before).renews?.signature ?? new Uint8Array();
    const moved = signCard({ ...content, office: "Sở Nội vụ" }, now.sign, {
      signKey: before.signKey,
      sign: () => taken,
    });
    expect(() => decodeCard(moved.bytes, verifyBy)).toThrow("renews");
  });

  it("may carry parts of a newer program, signed like the rest", () => {
    const newer = new Map<number, unknown>([
      [1, 1],
      [2, new Uint8Array(16).fill(1)],
      [3, "08173"],
      [4, "UBND xã Quảng Yên"],
      [5, now.signKey],
      [6, new Uint8Array(32)],
      [7, 0],
      [99, ["a", "list"]],
    ]);
    const signature = now.sign(labelled("card", encode(newer)));
    const card = decodeCard(encode(new Map(newer).set(10, signature)), verifyBy);
    expect(card.office).toBe("UBND xã Quảng Yên");
    expect(readCardText(cardText(card), verifyBy)).toEqual(card);
    newer.set(99, "altered");
    expect(() => decodeCard(encode(new Map(newer).set(10, signature)), verifyBy)).toThrow("Not signed");
  });

  it("of a later version, and texts that are none, are told apart", () => {
    const kindOf = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        if (error instanceof PacketFormatError) return error.kind;
        throw error;
      }
      return "accepted";
    };
    expect(kindOf(() => decodeCard(encode(new Map([[1, 2]])), verifyBy))).toBe("newer");
    expect(kindOf(() => readCardText("SCB2:AAAA", verifyBy))).toBe("newer");
    expect(kindOf(() => readCardText("Kính gửi", verifyBy))).toBe("foreign");
    expect(kindOf(() => readCardText("SCB1:A", verifyBy))).toBe("damaged");
    expect(kindOf(() => decodeCard(new Uint8Array(5000), verifyBy))).toBe("damaged");
  });

  it("carry no name that deceives, even when signed", () => {
    const parts = new Map<number, unknown>([
      [1, 1],
      [2, new Uint8Array(16)],
      [3, "08173"],
      [4, "UBND \u202Exã"],
      [5, now.signKey],
      [6, new Uint8Array(32)],
      [7, 0],
    ]);
    parts.set(10, now.sign(labelled("card", encode(parts))));
    expect(() => decodeCard(encode(parts), verifyBy)).toThrow("plain text");
  });
});
