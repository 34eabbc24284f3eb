/** Guards packets from end to end: who can open one, what each kind of wrong file is called, what is never believed. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toHex } from "../../../shared/sync/bytes";
import { encodeProofs } from "../../../shared/sync/packet/proofs-codec";
import type { ProvenManifest } from "../../../shared/sync/packet/manifest-codec";
import { chained, looseRuns } from "../../../shared/testing/packets";
import { compressOps, decompressOps, openedOps } from "./compressed-ops";
import { makeCard, renewKeys } from "./office-keys";
import { openPacket, readPacketFile, sealPacket } from "./packet-file";
import { encodeHead, headLength } from "./packet-head";
import { encodeInner, openInner } from "./packet-inner";
import { joined, seal } from "./seal";
import {
  expectRefusal,
  newFolder,
  newOffice,
  packetFor,
  removeFolders,
  type TestOffice,
  testManifest,
  testNow,
  testRun,
  testUnit,
} from "../../testing/packets";
import { sha256, signWith } from "./verify-signature";
import { host } from "../host-system";

const path = "xa.scbsync";
let commune: TestOffice;
let province: TestOffice;
let stranger: TestOffice;
beforeAll(() => {
  commune = newOffice();
  province = newOffice({ office: "Sở Nội vụ tỉnh Phú Thọ", unitCode: "25" });
  stranger = newOffice();
});
afterAll(removeFolders);

/** A packet as a dishonest or faulty program would write it. */
async function crafted(
  change: Partial<ProvenManifest>,
  {
    ops = new Uint8Array(brotliCompressSync("")),
    proofs = encodeProofs([]),
    pieces = Uint8Array.of(0),
    signer = commune,
    sealedFor = province,
  }: {
    ops?: Uint8Array;
    proofs?: Uint8Array;
    pieces?: Uint8Array;
    signer?: TestOffice;
    sealedFor?: TestOffice;
  } = {},
): Promise<Uint8Array> {
  const manifest: ProvenManifest = {
    ...testManifest,
    fileId: new Uint8Array(16).fill(4),
    sender: commune.card,
    addressees: [province.card.signKey],
    opCount: 0,
    opsLength: 0,
    opsHash: sha256(ops),
    proofsLength: proofs.length,
    proofsHash: sha256(proofs),
    piecesLength: pieces.length,
    piecesHash: sha256(pieces),
    ...change,
  };
  const packet = { manifest, compressedOps: ops, proofs, pieces };
  const inner = encodeInner(packet, signWith(signer.keys.signing.privateKey));
  const ciphertext = await seal(inner, [sealedFor.keys.sealKey]);
  return joined([await encodeHead(new Uint8Array(16).fill(4), ciphertext), ciphertext]);
}

describe("a packet", () => {
  it("brings manifest and ops to its addressees, and back to its sender", async () => {
    await fc.assert(
      fc.asyncProperty(looseRuns, async (loose) => {
        const runs = loose.map((run) => chained(run, sha256));
        const { bytes, manifest } = await sealPacket({
          keys: commune.keys,
          sender: commune.card,
          addressees: [province.card, stranger.card, province.card],
          runs,
          proofs: [],
          pieces: [],
          manifest: testManifest,
        });
        for (const reader of [province, stranger, commune]) {
          const opened = await openPacket(bytes, reader.keys, path);
          expect(opened.manifest).toEqual(manifest);
          expect(opened.manifest.addressees).toHaveLength(2);
          const batches = [...openedOps(opened, await decompressOps(opened, path), path)];
          expect(batches.map(({ writer }) => toHex(writer))).toEqual(runs.map(({ writer }) => toHex(writer)));
          expect(batches.flatMap(({ ops }) => ops.map(({ hash }) => toHex(hash)))).toEqual(
            runs.flatMap(({ ops }) => ops.map(({ hash }) => toHex(hash))),
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is for its addressees only", async () => {
    const { bytes } = await packetFor(commune, [province]);
    await expectRefusal("packet-not-for-us", () => openPacket(bytes, stranger.keys, path));
    await expectRefusal("no-addressee", () => packetFor(commune, []));
  });

  it("sealed again for somebody it was not written for is not for them", async () => {
    const bytes = await crafted({}, { sealedFor: stranger });
    await expectRefusal("packet-not-for-us", () => openPacket(bytes, stranger.keys, path));
  });

  it("is refused when its sender did not sign it", async () => {
    await expectRefusal("packet-damaged", async () =>
      openPacket(await crafted({}, { signer: stranger }), province.keys, path),
    );
    const forged = { ...stranger.card, bytes: commune.card.bytes };
    await expectRefusal("packet-damaged", async () =>
      openPacket(await crafted({ sender: forged }, { signer: stranger }), province.keys, path),
    );
  });

  it("is refused under another file's id, or with other ops", async () => {
    await expectRefusal("packet-damaged", async () =>
      openPacket(await crafted({ fileId: new Uint8Array(16) }), province.keys, path),
    );
    await expectRefusal("packet-damaged", async () =>
      openPacket(await crafted({ opsHash: new Uint8Array(32) }), province.keys, path),
    );
  });

  it("opens with the key of a renewed office's earlier card", async () => {
    const office = newOffice();
    const { bytes } = await packetFor(commune, [office]);
    const keys = renewKeys(office.home);
    await expect(openPacket(bytes, keys, path)).resolves.toBeDefined();
    const later = { ...office, keys, card: makeCard(keys, testUnit, testNow) };
    const next = await packetFor(later, [province]);
    expect((await openPacket(next.bytes, province.keys, path)).manifest.sender.renews).not.toBeNull();
  });

  it("larger than it says, or than anything may be, is not unpacked", async () => {
    const bomb = new Uint8Array(brotliCompressSync(Buffer.alloc(50_000_000)));
    const unpack = async (opsLength: number) => {
      const bytes = await crafted({ opsLength }, { ops: bomb });
      return decompressOps(await openPacket(bytes, province.keys, path), path);
    };
    await expectRefusal("packet-too-large", () => unpack(1000));
    await expectRefusal("packet-too-large", () => unpack(2 ** 40));
    await expectRefusal("packet-too-large", () => unpack(50_000_001));
    const few = new Uint8Array(brotliCompressSync(Buffer.alloc(50_000)));
    const fewer = async () => {
      const bytes = await crafted({ opsLength: 50_001 }, { ops: few });
      return decompressOps(await openPacket(bytes, province.keys, path), path);
    };
    await expectRefusal("packet-damaged", fewer);
  });

  it("with ops that are none, or fewer than it says, is damaged", async () => {
    const unpack = async (ops: Uint8Array, manifest: Partial<ProvenManifest>) => {
      const opened = await openPacket(await crafted(manifest, { ops }), province.keys, path);
      return [...openedOps(opened, await decompressOps(opened, path), path)];
    };
    const { bytes, opCount, opsLength } = await compressOps([testRun(3)]);
    expect((await unpack(bytes, { opCount, opsLength })).flatMap(({ ops }) => ops)).toHaveLength(3);
    await expectRefusal("packet-damaged", () => unpack(bytes, { opCount: 4, opsLength }));
    await expectRefusal("packet-damaged", () => unpack(Uint8Array.of(1, 2, 3), { opCount, opsLength: 3 }));
    const noOps = new Uint8Array(brotliCompressSync(Buffer.alloc(99, 1)));
    await expectRefusal("packet-damaged", () => unpack(noOps, { opCount, opsLength: 99 }));
  });

  it("of a newer program is kept unread", async () => {
    const { bytes } = await packetFor(commune, [province]);
    bytes[7] = 2;
    await expectRefusal("packet-newer", () => openPacket(bytes, province.keys, path));
    await expectRefusal("packet-newer", () => openPacket(bytes.subarray(0, 20), province.keys, path));
  });

  it("is told from other files, cut ones and lengthened ones", async () => {
    const { bytes } = await packetFor(commune, [province]);
    const read = (content: Uint8Array) => () => openPacket(content, province.keys, path);
    for (const text of ["Kính gửi", "S", "PK\u0003\u0004".repeat(50), "SCBSYNC\u0000".repeat(50)])
      await expectRefusal(text === "S" ? "packet-truncated" : "packet-foreign", read(Buffer.from(text)));
    await expectRefusal("packet-truncated", read(new Uint8Array()));
    await expectRefusal("packet-truncated", read(bytes.subarray(0, headLength)));
    await expectRefusal("packet-truncated", read(bytes.subarray(0, -1)));
    await expectRefusal("packet-damaged", read(joined([bytes, Uint8Array.of(0)])));
  });

  it("is read from disk once, or said to be missing, none or too large", async () => {
    const folder = newFolder();
    const { bytes } = await packetFor(commune, [province]);
    writeFileSync(join(folder, path), bytes);
    const read = await readPacketFile(join(folder, path));
    expect(toHex(read)).toBe(toHex(bytes));
    expect((await openPacket(read, province.keys, path)).manifest.number).toBe(3);
    await expectRefusal("packet-missing", () => readPacketFile(join(folder, "gone.scbsync")));
    mkdirSync(join(folder, "folder.scbsync"));
    if (host.rightsAreModes)
      await expectRefusal("packet-foreign", () => readPacketFile(join(folder, "folder.scbsync")));
  });

  it("is not finished once cancelled", async () => {
    const packet = {
      keys: commune.keys,
      sender: commune.card,
      addressees: [province.card],
      runs: [testRun(2)],
      proofs: [],
      pieces: [],
      manifest: testManifest,
      signal: AbortSignal.abort(),
    };
    await expectRefusal("cancelled", () => sealPacket(packet));
  });
});

describe("what is inside", () => {
  it("of a version that is too new is told from damage", async () => {
    const { encode } = await import("cborg");
    const bytes = encode(new Map<number, unknown>([[1, 2]]));
    const inner = joined([new Uint8Array(64), Uint8Array.of(0, 0, 0, bytes.length), bytes]);
    const expected = { fileId: new Uint8Array(16), ownSignKeys: [], path };
    await expectRefusal("packet-newer", () => openInner(inner, expected));
  });
});
