/**
 * Guards against files that are not what their sender wrote: every cut, every changed byte, spliced packets, and changes
 * by somebody who knows the format and mends the head, or even seals anew. Each must be refused by name; nothing else may
 * be thrown, and nothing be accepted but the very bytes that were sent.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sameBytes } from "../../../shared/sync/bytes";
import { openPacket } from "./packet-file";
import { encodeHead, headLength } from "./packet-head";
import { openInner } from "./packet-inner";
import { joined, unseal } from "./seal";
import { newOffice, packetFor, refusal, removeFolders, type TestOffice } from "../../testing/packets";

let sender: TestOffice;
let reader: TestOffice;
let packet: Uint8Array;
let other: Uint8Array;
beforeAll(async () => {
  sender = newOffice();
  reader = newOffice();
  packet = (await packetFor(sender, [reader])).bytes;
  other = (await packetFor(sender, [reader], 5)).bytes;
});
afterAll(removeFolders);

const path = "xa.scbsync";
const open = (bytes: Uint8Array) => refusal(() => openPacket(bytes, reader.keys, path));

function flipped(bytes: Uint8Array, at: number, flip: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ flip;
  return copy;
}

/** As somebody would who changes what is sealed and makes the head fit. */
async function mended(ciphertext: Uint8Array, fileId = packet.subarray(8, 24)): Promise<Uint8Array> {
  return joined([await encodeHead(fileId, ciphertext), ciphertext]);
}

describe("a packet's file", () => {
  it("is accepted as it is", async () => {
    expect(await open(packet)).toBe("accepted");
    expect(await open(other)).toBe("accepted");
  });

  it("is refused when cut to any length", async () => {
    for (let length = 0; length < packet.length; length++)
      expect(await open(packet.subarray(0, length))).toBe("packet-truncated");
  });

  it("is refused when any bit of it is another", async () => {
    for (let at = 0; at < packet.length; at++) {
      for (let bit = 0; bit < 8; bit++) expect(await open(flipped(packet, at, 1 << bit))).toMatch(/^packet-/);
    }
  });

  it("is refused when any byte is another and the head is mended", async () => {
    const ciphertext = packet.subarray(headLength);
    for (let at = 0; at < ciphertext.length; at++) {
      const code = await open(await mended(flipped(ciphertext, at, 1 + (at % 255))));
      expect(["packet-damaged", "packet-not-for-us"]).toContain(code);
    }
  });

  it("is refused when cut and the head is mended", async () => {
    const ciphertext = packet.subarray(headLength);
    for (let length = 0; length < ciphertext.length; length += 7)
      expect(await open(await mended(ciphertext.subarray(0, length)))).toBe("packet-damaged");
  });

  it("is refused when spliced from two", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.boolean(), async (cut, from, mend) => {
        const spliced = joined([
          packet.subarray(0, cut % (packet.length + 1)),
          other.subarray(from % (other.length + 1)),
        ]);
        const bytes = mend ? await mended(spliced.subarray(headLength)) : spliced;
        if (sameBytes(bytes, packet) || sameBytes(bytes, other)) return;
        expect(await open(bytes)).toMatch(/^packet-/);
      }),
      { numRuns: 500 },
    );
    expect(await open(await mended(other.subarray(headLength)))).toBe("packet-damaged");
  });

  it("is refused when it is anything else", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, mend) => {
        expect(await open(mend ? await mended(bytes) : bytes)).toMatch(/^packet-/);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is inside a packet", () => {
  let inner: Uint8Array;
  let otherInner: Uint8Array;
  let read: (bytes: Uint8Array) => Promise<string>;
  beforeAll(async () => {
    inner = await unseal(packet.subarray(headLength), reader.keys.identities);
    otherInner = await unseal(other.subarray(headLength), reader.keys.identities);
    const expected = { fileId: packet.subarray(8, 24), ownSignKeys: reader.keys.ownSignKeys, path };
    read = (bytes) => refusal(() => openInner(bytes, expected));
  });

  it("is accepted as it is", async () => {
    expect(await read(inner)).toBe("accepted");
    expect(await read(otherInner)).toBe("packet-damaged");
  });

  it("is refused when cut to any length, or lengthened", async () => {
    for (let length = 0; length < inner.length; length++)
      expect(await read(inner.subarray(0, length))).toBe("packet-damaged");
    expect(await read(joined([inner, Uint8Array.of(0)]))).toBe("packet-damaged");
  });

  it("is refused when any bit of it is another", async () => {
    for (let at = 0; at < inner.length; at++) {
      for (let bit = 0; bit < 8; bit++)
        expect(["packet-damaged", "packet-newer"]).toContain(await read(flipped(inner, at, 1 << bit)));
    }
  });

  it("is refused when spliced from two, or anything else", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (cut, from) => {
        const spliced = joined([
          inner.subarray(0, cut % (inner.length + 1)),
          otherInner.subarray(from % (otherInner.length + 1)),
        ]);
        if (!sameBytes(spliced, inner)) expect(await read(spliced)).toBe("packet-damaged");
      }),
      { numRuns: 2000 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await read(bytes)).toBe("packet-damaged");
      }),
      { numRuns: 500 },
    );
  });
});
