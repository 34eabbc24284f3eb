import { createHash } from "node:crypto";
import { encode } from "cborg";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex } from "../bytes";
import type { Sha256 } from "../op";
import { encodeBody, OpFormatError } from "../op-codec";
import { batchSize, decodeOps, encodeOps } from "./ops-codec";
import { chained, type LooseOp, looseRuns } from "../../testing/packets";
import type { HashedOp, OpRun } from "./types";

const sha256: Sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const packed = (runs: Iterable<OpRun>) => Uint8Array.from(Buffer.concat([...encodeOps(runs)]));
const unpacked = (bytes: Uint8Array) => [...decodeOps(bytes, sha256)];

const plain = ({ op, hash }: HashedOp) => ({
  ...op,
  writer: toHex(op.writer),
  prev: op.prev === null ? null : toHex(op.prev),
  row: toHex(op.row),
  body: toHex(op.body),
  hash: toHex(hash),
});

const simple: LooseOp = {
  lamport: 1,
  at: 1_633_046_400_000,
  user: "Lê Thị Hoa",
  changeBack: 0,
  entity: 4,
  row: new Uint8Array(16).fill(1),
  create: false,
  body: encodeBody({ fields: new Map([[1, "An"]]), supersedes: new Map(), meta: null }),
};
const writer = new Uint8Array(48).fill(7);
const prev = new Uint8Array(32).fill(9);
const runOf = (count: number, change: Partial<LooseOp> = {}, first = 1) =>
  chained(
    {
      writer,
      first,
      prev,
      ops: Array.from({ length: count }, (_, n) => ({ ...simple, lamport: n + 1, ...change })),
    },
    sha256,
  );

describe("packed ops", () => {
  it("come back as they were, with their hashes", () => {
    fc.assert(
      fc.property(looseRuns, (loose) => {
        const runs = loose.map((run) => chained(run, sha256));
        const batches = unpacked(packed(runs));
        expect(batches.map((batch) => toHex(batch.writer))).toEqual(runs.map((run) => toHex(run.writer)));
        expect(batches.map(({ ops }) => ops.map(plain))).toEqual(runs.map(({ ops }) => ops.map(plain)));
      }),
      { numRuns: 200 },
    );
  });

  it("are refused after any change of a byte, or are still the one packed form of what they now say", () => {
    fc.assert(
      fc.property(looseRuns, fc.nat(), fc.integer({ min: 1, max: 255 }), (loose, place, flip) => {
        const bytes = packed(loose.map((run) => chained(run, sha256)));
        if (bytes.length === 0) return;
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        try {
          const batches = unpacked(bytes);
          expect(toHex(packed(batches))).toBe(toHex(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(OpFormatError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("are refused when cut inside a batch, whole batches left over stay as they were", () => {
    fc.assert(
      fc.property(looseRuns, fc.nat(), (loose, place) => {
        const runs = loose.map((run) => chained(run, sha256));
        const pieces = [...encodeOps(runs)];
        const bytes = packed(runs);
        const length = place % (bytes.length + 1);
        let ends = 0;
        const whole = pieces.filter((piece) => (ends += piece.length) <= length).length;
        const kept = pieces.slice(0, whole).reduce((sum, piece) => sum + piece.length, 0);
        const read = () => unpacked(bytes.subarray(0, length));
        if (kept === length) expect(read()).toHaveLength(whole);
        else expect(read).toThrow(OpFormatError);
      }),
      { numRuns: 300 },
    );
  });

  it("come in batches, and a long run is chained across them", () => {
    const run = runOf(2 * batchSize + 5, { changeBack: 3 }, 17);
    const batches = unpacked(packed([run]));
    expect(batches.map(({ ops }) => ops.length)).toEqual([batchSize, batchSize, 5]);
    expect(batches.flatMap(({ ops }) => ops.map(plain))).toEqual(run.ops.map(plain));
  });

  it("name a thing met before instead of repeating it", () => {
    const one = packed([runOf(1)]).length;
    const hundred = packed([runOf(100)]).length;
    expect((hundred - one) / 99).toBeLessThan(simple.body.length + 9);
  });

  it("carry a body with parts of a newer program untouched", () => {
    const body = encode(
      new Map<number, unknown>([
        [1, new Map([[900, ["a", "list"]]])],
        [77, "unknown"],
      ]),
    );
    const [batch] = unpacked(packed([runOf(1, { body })]));
    expect(toHex(batch?.ops[0]?.op.body ?? new Uint8Array())).toBe(toHex(body));
  });

  it("are refused beyond the limits of an op", () => {
    const longBody = encodeBody({
      fields: new Map([[1, "a".repeat(70_000)]]),
      supersedes: new Map(),
      meta: null,
    });
    expect(() => packed([runOf(1, { lamport: 2 ** 40 + 1 })])).toThrow("limits");
    expect(() => packed([runOf(1, { body: longBody })])).toThrow("limits");
    expect(() => unpacked(packed([runOf(1, { body: Uint8Array.of(0xa0, 0) })]))).toThrow(OpFormatError);
    expect(() => unpacked(packed([runOf(1, { lamport: 0 })]))).toThrow(OpFormatError);
    expect(() => unpacked(packed([runOf(1, { entity: 0 })]))).toThrow(OpFormatError);
  });

  it("are not packed with a gap or under another writer", () => {
    const { ops } = runOf(3);
    expect(() => packed([{ writer, ops: [ops[0], ops[2]].filter((op) => op !== undefined) }])).toThrow("gap");
    expect(() => packed([{ writer: new Uint8Array(48), ops }])).toThrow("writer");
  });
});
