// Documents in a packet: they come back, and what a dishonest sender may put there costs neither memory nor trust.
import { randomBytes } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { encodePieces, pieceLength } from "../../../shared/sync/packet/pieces-codec";
import { expectRefusal } from "../../testing/packets";
import { largestPacket } from "./compressed-ops";
import type { OpenedPacket } from "./packet-inner";
import { openedPieces, packPieces } from "./packet-pieces";

const hash = new Uint8Array(32).fill(9);
const path = "goi.scbsync";

function packetWith(pieces: Uint8Array): OpenedPacket {
  return {
    manifest: {} as OpenedPacket["manifest"],
    compressedOps: new Uint8Array(),
    proofs: new Uint8Array(),
    pieces,
  };
}

describe("documents in a packet", () => {
  it("come back, smaller where that can be", () => {
    const scan = new Uint8Array(randomBytes(pieceLength));
    const text = new Uint8Array(100).fill(65);
    const sent = [
      { hash, size: pieceLength + 100, place: 0, bytes: scan },
      { hash, size: pieceLength + 100, place: 1, bytes: text },
    ];
    const packed = packPieces(sent);
    expect(packed.length).toBeLessThan(pieceLength + 80);
    const read = [...openedPieces(packetWith(packed), path)].map((piece) => ({
      ...piece,
      bytes: piece.bytes(),
    }));
    expect(read.map(({ bytes, ...piece }) => ({ ...piece, bytes: new Uint8Array(bytes) }))).toEqual(sent);
  });

  it("that unpack to more or less than their place has are refused when they are wanted", async () => {
    for (const content of [new Uint8Array(1 << 24), new Uint8Array(9)]) {
      const bytes = new Uint8Array(brotliCompressSync(content));
      const pieces = encodePieces([{ hash, size: 1000, place: 0, packed: true, bytes }]);
      const [piece] = openedPieces(packetWith(pieces), path);
      expect(piece).toMatchObject({ size: 1000, place: 0 });
      await expectRefusal("packet-damaged", () => piece?.bytes());
    }
    const noise = encodePieces([{ hash, size: 1000, place: 0, packed: true, bytes: randomBytes(90) }]);
    const [piece] = openedPieces(packetWith(noise), path);
    await expectRefusal("packet-damaged", () => piece?.bytes());
  });

  it("that are no pieces refuse the packet", async () => {
    await expectRefusal("packet-damaged", () => [...openedPieces(packetWith(new Uint8Array()), path)]);
    await expectRefusal("packet-damaged", () => [...openedPieces(packetWith(Uint8Array.of(1)), path)]);
  });

  it("may not unpack to more than a packet may hold", async () => {
    const size = 20 << 20;
    const bytes = new Uint8Array(brotliCompressSync(new Uint8Array(pieceLength)));
    const count = largestPacket / pieceLength + 1;
    const many = Array.from({ length: count }, (_, n) => {
      const document = new Uint8Array(32).fill(1 + Math.floor(n / 320));
      return { hash: document, size, place: n % 320, packed: true, bytes };
    });
    const packet = packetWith(encodePieces(many));
    expect(packet.pieces.length).toBeLessThan(1 << 20);
    await expectRefusal("packet-too-large", () => [...openedPieces(packet, path)]);
    const less = packetWith(encodePieces(many.slice(1)));
    expect([...openedPieces(less, path)]).toHaveLength(count - 1);
  });
});
