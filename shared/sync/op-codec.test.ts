import { createHash } from "node:crypto";
import { encode } from "cborg";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldValue } from "../domain/entities";
import { fromHex, toHex } from "./bytes";
import type { Op, OpBody } from "./op";
import { foreignText, plainText } from "../text/foreign";
import { decodeBody, decodeOp, encodeBody, encodeOp, longestUser, OpFormatError } from "./op-codec";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.uuid(),
);
const hashList = fc
  .uniqueArray(bytes(32), { selector: toHex, minLength: 1, maxLength: 3 })
  .map((hashes) => hashes.sort((a, b) => (toHex(a) < toHex(b) ? -1 : 1)));
const body: fc.Arbitrary<OpBody> = fc.record({
  fields: fc
    .uniqueArray(fc.tuple(fc.nat(300), value), { selector: ([id]) => id })
    .map((pairs) => new Map(pairs)),
  supersedes: fc
    .uniqueArray(fc.tuple(fc.nat(300), hashList), { selector: ([id]) => id, maxLength: 4 })
    .map((pairs) => new Map(pairs)),
  meta: fc.option(
    fc.record({
      action: fc.string().map((text) => foreignText(text, 40)),
      reason: fc.option(fc.string().map((text) => foreignText(text, 500))),
      undoes: fc.option(fc.record({ writer: bytes(48), seq: fc.integer({ min: 1 }) })),
    }),
  ),
});
const op: fc.Arbitrary<Op> = fc
  .record({
    writer: bytes(48),
    seq: fc.integer({ min: 1, max: 1_000_000 }),
    prev: bytes(32),
    lamport: fc.integer({ min: 1 }),
    at: fc.maxSafeInteger(),
    user: fc.string({ unit: "grapheme" }).map((text) => plainText(text, longestUser)),
    entity: fc.integer({ min: 1, max: 100 }),
    row: bytes(16),
    create: fc.boolean(),
    body: body.map(encodeBody),
  })
  .map((parts) => ({
    ...parts,
    change: Math.ceil(parts.seq / 2),
    prev: parts.seq === 1 ? null : parts.prev,
  }));

const plain = (part: OpBody) => ({
  fields: [...part.fields].sort((a, b) => a[0] - b[0]),
  supersedes: [...part.supersedes]
    .map(([id, list]) => [id, list.map(toHex)] as const)
    .sort((a, b) => a[0] - b[0]),
  meta: part.meta,
});

const hexed = (one: Op) =>
  Object.entries(one)
    .map(([part, content]) => [part, content instanceof Uint8Array ? toHex(content) : content])
    .sort();

describe("op codec", () => {
  it("gives every body back, whatever order its fields were set in", () => {
    fc.assert(
      fc.property(body, (part) => {
        const encoded = encodeBody(part);
        expect(plain(decodeBody(encoded))).toEqual(plain(part));
        const backwards: OpBody = {
          ...part,
          fields: new Map([...part.fields].reverse()),
          supersedes: new Map([...part.supersedes].reverse()),
        };
        expect(toHex(encodeBody(backwards))).toBe(toHex(encoded));
      }),
    );
  });

  it("gives every op back", () => {
    fc.assert(
      fc.property(op, (one) => {
        expect(hexed(decodeOp(encodeOp(one)))).toEqual(hexed(one));
      }),
    );
  });

  it("accepts no other bytes: what decodes is what would be encoded", () => {
    fc.assert(
      fc.property(op, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, place, flip) => {
        const encoded = encodeOp(one).slice();
        const at = place % encoded.length;
        encoded[at] = (encoded.at(at) ?? 0) ^ flip;
        try {
          expect(toHex(encodeOp(decodeOp(encoded)))).toBe(toHex(encoded));
        } catch (error) {
          expect(error).toBeInstanceOf(OpFormatError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("refuses every truncation", () => {
    fc.assert(
      fc.property(op, fc.nat(), (one, cut) => {
        const encoded = encodeOp(one);
        expect(() => decodeOp(encoded.slice(0, cut % encoded.length))).toThrow(OpFormatError);
      }),
    );
  });

  it("refuses a second form of the same content", () => {
    const floats = fromHex("a101a101fb3ff0000000000000");
    const longInteger = fromHex("a101a1011801");
    const unsorted = fromHex("a101a202010100");
    const indefinite = fromHex("a101bf0101ff");
    for (const form of [floats, longInteger, unsorted, indefinite]) {
      expect(() => decodeBody(form)).toThrow(OpFormatError);
    }
    expect([...decodeBody(fromHex("a101a10101")).fields]).toEqual([[1, 1]]);
  });

  it("keeps what a newer program put into a body, and reads the rest", () => {
    const newer = encode(
      new Map<number, unknown>([
        [
          1,
          new Map<number, unknown>([
            [1, "An"],
            [900, ["a", "list"]],
          ]),
        ],
        [77, "unknown part"],
      ]),
    );
    expect([...decodeBody(newer).fields]).toEqual([[1, "An"]]);
  });

  it("writes the vector that other programs may check against", () => {
    const vector: Op = {
      writer: new Uint8Array(48).fill(7),
      seq: 1,
      prev: null,
      lamport: 1,
      at: 1_633_046_400_000,
      user: "Lê Thị Hoa",
      change: 1,
      entity: 4,
      row: new Uint8Array(16).fill(1),
      create: true,
      body: encodeBody({
        fields: new Map<number, FieldValue>([
          [1, "Nguyễn Văn An"],
          [4, "1980-05"],
          [2, "01010101-0101-0101-0101-010101010101"],
        ]),
        supersedes: new Map(),
        meta: { action: "add", reason: null, undoes: null },
      }),
    };
    expect(toHex(createHash("sha256").update(encodeOp(vector)).digest())).toMatchInlineSnapshot(
      `"dcf2d4476e99e9e4b18f8cc3f0fbaaa5bc55991b57a2821b7bd4e3ee14b6d5c4"`,
    );
    expect(toHex(vector.body)).toMatchInlineSnapshot(
      `"a201a301704e677579e1bb856e2056c4836e20416e0250010101010101010101010101010101010467313938302d3035038263616464f6"`,
    );
  });
});
