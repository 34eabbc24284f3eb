/** The whole file of shared/sync/packet/vectors: opened today as on the day it was made. See vectors.test.ts there. */
import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../../shared/sync/bytes";
import { readCardFile } from "./card-file";
import { sealKeyOf } from "./age-key";
import { decompressOps, openedOps } from "./compressed-ops";
import { openPacket, readPacketFile } from "./packet-file";
import { encodeHead, headLength } from "./packet-head";
import { encodeInner } from "./packet-inner";
import { openedPieces } from "./packet-pieces";
import { unseal } from "./seal";
import { writeVectors } from "../../testing/write-vectors";
import { signWith } from "./verify-signature";

const folder = join(import.meta.dirname, "../../../shared/sync/packet/vectors");
if (process.env["WRITE_VECTORS"] !== undefined) await writeVectors(folder);
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const keys = json("keys.json") as Record<
  "commune" | "renewed" | "province",
  { signSeed: string; signKey: string; ageIdentity: string; sealKey: string }
>;
const vector = json("packet.json") as {
  manifestBytes: string;
  signature: string;
  compressedOps: string;
  proofs: string;
  pieces: string;
  documents: readonly { hash: string; size: number; place: number; bytes: string }[];
  packedOps: string;
  runs: readonly { ops: readonly { hash: string }[] }[];
};
const path = join(folder, "packet.scbsync");
const reader = (name: keyof typeof keys) => ({
  identities: [keys[name].ageIdentity],
  ownSignKeys: [fromHex(keys[name].signKey)],
});

describe("the packet among the vectors", () => {
  it("opens for its addressee and its sender, and for nobody else", async () => {
    const bytes = await readPacketFile(path);
    for (const name of ["province", "commune"] as const) {
      expect(toHex(sealKeyOf(keys[name].ageIdentity))).toBe(keys[name].sealKey);
      const opened = await openPacket(bytes, reader(name), path);
      expect(toHex(opened.compressedOps)).toBe(vector.compressedOps);
      expect(toHex(opened.pieces)).toBe(vector.pieces);
      const documents = [...openedPieces(opened, path)].map(({ hash, size, place, bytes }) => ({
        hash: toHex(hash),
        size,
        place,
        bytes: toHex(bytes()),
      }));
      expect(documents).toEqual(vector.documents);
      expect(opened.manifest.sender).toEqual(readCardFile(join(folder, "card.scbkey")));
      const ops = await decompressOps(opened, path);
      expect(toHex(ops)).toBe(vector.packedOps);
      expect(
        [...openedOps(opened, ops, path)].map((batch) => batch.ops.map(({ hash }) => toHex(hash))),
      ).toEqual(vector.runs.map((run) => run.ops.map(({ hash }) => hash)));
    }
    await expect(openPacket(bytes, reader("renewed"), path)).rejects.toMatchObject({
      code: "packet-not-for-us",
    });
  });

  it("is written the same again, but for what encryption draws by lot", async () => {
    const bytes = await readPacketFile(path);
    const opened = await openPacket(bytes, reader("province"), path);
    const seed = Buffer.from(`302e020100300506032b657004220420${keys.commune.signSeed}`, "hex");
    const sign = signWith(createPrivateKey({ key: seed, format: "der", type: "pkcs8" }));
    const inner = encodeInner(opened, sign);
    const length = (vector.manifestBytes.length / 2).toString(16).padStart(8, "0");
    expect(toHex(inner)).toBe(
      vector.signature + length + vector.manifestBytes + vector.compressedOps + vector.proofs + vector.pieces,
    );
    const ciphertext = bytes.subarray(headLength);
    expect(toHex(await unseal(ciphertext, [keys.province.ageIdentity]))).toBe(toHex(inner));
    expect(toHex(await encodeHead(opened.manifest.fileId, ciphertext))).toBe(
      toHex(bytes.subarray(0, headLength)),
    );
  });
});
