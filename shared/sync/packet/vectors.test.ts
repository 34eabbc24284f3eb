/**
 * Guards the format itself: files and keys that never change (vectors/) read as they did on the day they were made, and
 * whatever is determined by its content is written the same, byte for byte. A failure here means that offices with
 * different versions of the program no longer understand each other; the vectors are never the thing to correct.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../bytes";
import type { Sha256 } from "../op";
import { decodeOp, encodeOp } from "../op-codec";
import { cardText, decodeCard, readCardText, signCard } from "./card-codec";
import { fingerprintOf, readFingerprint } from "./fingerprint";
import { decodeManifest, encodeManifest } from "./manifest-codec";
import { decodeOps, encodeOps } from "./ops-codec";
import { decodePieces, encodePieces } from "./pieces-codec";
import { decodeProofs, encodeProofs } from "./proofs-codec";
import { PacketProof } from "../proof/prove";
import { labelled, type Sign, type Verify } from "./signing";
import type { HashedOp } from "./types";

interface Keys {
  readonly signSeed: string;
  readonly signKey: string;
  readonly ageIdentity: string;
  readonly sealKey: string;
}
type Office = "commune" | "renewed" | "province";
interface Card {
  readonly unitId: string;
  readonly unitCode: string;
  readonly office: string;
  readonly madeAt: number;
  readonly keys: Office;
  readonly renews: { readonly keys: Office; readonly signature: string } | null;
  readonly signature: string;
  readonly bytes: string;
  readonly fingerprint: string;
}
interface Packet {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly manifestBytes: string;
  readonly signature: string;
  readonly runs: readonly {
    readonly writer: string;
    readonly ops: readonly { readonly hash: string; readonly bytes: string }[];
  }[];
  readonly packedOps: string;
  readonly compressedOps: string;
  readonly proofs: string;
  readonly pieces: string;
  readonly documents: readonly {
    readonly hash: string;
    readonly size: number;
    readonly place: number;
    readonly bytes: string;
  }[];
}

const text = (name: string) => readFileSync(join(import.meta.dirname, "vectors", name), "utf8");
const keys = JSON.parse(text("keys.json")) as Record<Office, Keys>;
const cards = JSON.parse(text("cards.json")) as Record<"card" | "renewed", Card>;
const packet = JSON.parse(text("packet.json")) as Packet;

const sha256: Sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const privateKey = (seed: string) =>
  createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${seed}`, "hex"),
    format: "der",
    type: "pkcs8",
  });
const signBy =
  ({ signSeed }: Keys): Sign =>
  (message) =>
    new Uint8Array(sign(null, message, privateKey(signSeed)));
const verifyBy: Verify = (signKey, message, signature) => {
  const x = Buffer.from(signKey).toString("base64url");
  return verify(
    null,
    message,
    createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }),
    signature,
  );
};
const bytesOf = ({ signKey, sealKey }: Keys) => ({ signKey: fromHex(signKey), sealKey: fromHex(sealKey) });

/** Bytes as hex all the way down, as the vectors are written. */
function hexed(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map(hexed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, hexed(part)]));
}

describe("the packet format, by vectors that never change", () => {
  it("gives these fingerprints", () => {
    for (const { keys: office, fingerprint, unitId, unitCode, office: name } of Object.values(cards)) {
      const card = { ...bytesOf(keys[office]), unitId, unitCode, office: name };
      expect(fingerprintOf(card, sha256)).toBe(fingerprint);
      expect(readFingerprint(fingerprint.replaceAll("-", " "))).toBe(fingerprint);
    }
  });

  it("reads and writes these cards", () => {
    for (const [name, file] of [
      ["card", "card.scbkey"],
      ["renewed", "card-renewed.scbkey"],
    ] as const) {
      const vector = cards[name];
      const { unitId, unitCode, office, madeAt } = vector;
      const own = keys[vector.keys];
      const older = vector.renews && keys[vector.renews.keys];
      const made = signCard(
        { unitId, unitCode, office, madeAt, ...bytesOf(own) },
        signBy(own),
        older && { signKey: fromHex(older.signKey), sign: signBy(older) },
      );
      expect(toHex(made.bytes)).toBe(vector.bytes);
      expect(toHex(made.signature)).toBe(vector.signature);
      expect(made.renews && toHex(made.renews.signature)).toBe(vector.renews && vector.renews.signature);
      expect(cardText(made)).toBe(text(file).trim());
      expect(readCardText(text(file), verifyBy)).toEqual(made);
      expect(decodeCard(fromHex(vector.bytes), verifyBy)).toEqual(made);
    }
  });

  it("reads and writes this manifest, with this signature", () => {
    const bytes = fromHex(packet.manifestBytes);
    const manifest = decodeManifest(bytes, verifyBy);
    const { sender, ...rest } = manifest;
    const { sender: _, ...expected } = packet.manifest;
    expect(hexed(rest)).toEqual(expected);
    expect(toHex(sender.bytes)).toBe(cards.card.bytes);
    expect(toHex(encodeManifest(manifest))).toBe(packet.manifestBytes);
    expect(toHex(signBy(keys.commune)(labelled("packet", bytes)))).toBe(packet.signature);
  });

  it("reads and writes these pieces of documents", () => {
    expect(toHex(sha256(fromHex(packet.pieces)))).toBe(packet.manifest["piecesHash"]);
    const pieces = [...decodePieces(fromHex(packet.pieces))];
    const read = pieces.map(({ hash, size, place, packed, bytes }) => ({
      hash: toHex(hash),
      size,
      place,
      bytes: toHex(packed ? brotliDecompressSync(bytes) : bytes),
    }));
    expect(read).toEqual(packet.documents);
    expect(pieces.map(({ packed }) => packed)).toEqual([true, false, false]);
    expect(toHex(encodePieces(pieces))).toBe(packet.pieces);
  });

  it("reads and writes these proofs, and finds the ops proven by them", () => {
    const bytes = fromHex(packet.proofs);
    expect(toHex(sha256(bytes))).toBe(packet.manifest["proofsHash"]);
    const proofs = decodeProofs(bytes);
    expect(toHex(encodeProofs(proofs))).toBe(packet.proofs);
    const proof = new PacketProof({ sha256, verify: verifyBy, isShipped: () => false });
    const batches = [...decodeOps(fromHex(packet.packedOps), sha256)];
    for (const { writer, ops } of batches) proof.note(writer, ops);
    const judged = proof.judge(proofs, () => batches);
    expect(judged.refused).toEqual([]);
    expect(judged.heads.map(({ holes }) => holes.length > 0)).toContain(true);
    expect([...judged.batches()]).toEqual(batches);
  });

  it("reads and writes these ops", () => {
    const compressed = fromHex(packet.compressedOps);
    expect(toHex(sha256(compressed))).toBe(packet.manifest["opsHash"]);
    expect(toHex(brotliDecompressSync(compressed))).toBe(packet.packedOps);
    const batches = [...decodeOps(fromHex(packet.packedOps), sha256)];
    const read = batches.map(({ writer, ops }) => ({
      writer: toHex(writer),
      ops: ops.map(({ op, hash }) => ({
        hash: toHex(hash),
        bytes: toHex(encodeOp(op)),
      })),
    }));
    expect(read).toEqual(packet.runs);
    const runs = packet.runs.map(({ writer, ops }) => ({
      writer: fromHex(writer),
      ops: ops.map(
        ({ hash, bytes }): HashedOp => ({
          op: decodeOp(fromHex(bytes)),
          hash: fromHex(hash),
        }),
      ),
    }));
    expect(Buffer.concat([...encodeOps(runs)]).toString("hex")).toBe(packet.packedOps);
  });
});
