// Proofs: any part of any chain is proven, and nothing that is not its writer's.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concatenated, toHex } from "../bytes";
import { joinedSpans } from "../holds";
import type { Op } from "../op";
import { encodeBody, encodeOp } from "../op-codec";
import type { HashedOp, WriterProof } from "../packet/types";
import type { Sign, Verify } from "../packet/signing";
import { headMessage } from "./head";
import { PacketProof } from "./prove";
import {
  firstOf,
  GrowingTree,
  halves,
  holesOf,
  lastOf,
  nodeHash,
  perfectHash,
  rootBy,
  type Subtree,
} from "./tree";

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());

/** A signature that only who holds the key's name could write; enough where Ed25519 itself is not in question. */
const signBy =
  (key: Uint8Array): Sign =>
  (message) =>
    concatenated([sha256(concatenated([key, message])), new Uint8Array(32)]);
const verify: Verify = (key, message, signature) => toHex(signBy(key)(message)) === toHex(signature);

const proving = { sha256, verify, isShipped: () => false };
const writerOf = (n: number) => new Uint8Array(48).fill(n);

function chain(writer: Uint8Array, count: number, salt = 0): HashedOp[] {
  const ops: HashedOp[] = [];
  for (let seq = 1; seq <= count; seq++) {
    const op: Op = {
      writer,
      seq,
      prev: ops.at(-1)?.hash ?? null,
      lamport: seq,
      at: salt,
      user: "x",
      change: seq,
      entity: 4,
      row: new Uint8Array(16).fill(seq % 7),
      create: false,
      body: encodeBody({ fields: new Map([[1, `v${seq}`]]), supersedes: new Map(), meta: null }),
    };
    ops.push({ op, hash: sha256(encodeOp(op)) });
  }
  return ops;
}

/** What an honest office sends of a writer: some of its ops, with the hashes of all others at hand. */
function proofOf(all: readonly HashedOp[], kept: readonly HashedOp[], size = all.length): WriterProof {
  const writer = all[0]?.op.writer ?? writerOf(0);
  const hashOf = (tree: Subtree): Uint8Array =>
    perfectHash(concatenated(all.slice(firstOf(tree) - 1, lastOf(tree)).map(({ hash }) => hash)), sha256);
  const spans = joinedSpans(kept.map(({ op }) => ({ first: op.seq, last: op.seq })));
  const root = rootBy(size, [], hashOf, sha256) ?? new Uint8Array(32);
  const signature = signBy(writer.subarray(0, 32))(headMessage({ writer, size, root }));
  return {
    writer,
    heads: [{ size, signature, holes: concatenated(holesOf(size, spans).map(hashOf)), runs: null }],
  };
}

/** Ops as a packet brings them: in runs without a gap. */
function inRuns(ops: readonly HashedOp[]): HashedOp[][] {
  const runs: HashedOp[][] = [];
  for (const one of ops) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && last.op.seq + 1 === one.op.seq) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** @returns hex of the hashes that are taken */
function taken(packet: readonly (readonly HashedOp[])[], proofs: readonly WriterProof[]): string[] {
  const proof = new PacketProof(proving);
  const batches = packet
    .filter((ops) => ops.length > 0)
    .map((ops) => ({ writer: ops[0]?.op.writer ?? writerOf(0), ops }));
  for (const { writer, ops } of batches) proof.note(writer, ops);
  return [...proof.judge(proofs, () => batches).batches()].flatMap(({ ops }) =>
    ops.map(({ hash }) => toHex(hash)),
  );
}

function nthOf(ops: readonly HashedOp[], nth: number): HashedOp {
  const one = ops[nth % ops.length];
  if (one === undefined) throw new Error("No ops");
  return one;
}

const hashes = (ops: readonly HashedOp[]) => ops.map(({ hash }) => toHex(hash));

const parts = fc
  .integer({ min: 1, max: 70 })
  .chain((count) =>
    fc.tuple(fc.constant(chain(writerOf(1), count)), fc.subarray([...Array(count).keys()], { minLength: 1 })),
  );

describe("the tree", () => {
  it("grows to the same root as is worked out from all leaves, whatever is missing", () => {
    fc.assert(
      fc.property(parts, ([all, kept]) => {
        const tree = new GrowingTree(0, [], sha256);
        for (const { hash } of all) tree.add(hash);
        const spans = joinedSpans(kept.map((place) => ({ first: place + 1, last: place + 1 })));
        const hashOf = (one: Subtree): Uint8Array => {
          if (one.level === 0) return all[one.place]?.hash ?? new Uint8Array();
          const [left, right] = halves(one);
          return nodeHash(hashOf(left), hashOf(right), sha256);
        };
        expect(rootBy(all.length, spans, hashOf, sha256)).toEqual(tree.root);
        const again = new GrowingTree(tree.size, tree.peaks, sha256);
        const [more] = chain(writerOf(2), 1);
        for (const one of [tree, again]) one.add(more?.hash ?? new Uint8Array(32));
        expect(again.root).toEqual(tree.root);
      }),
    );
  });

  it("is that of RFC 6962 in shape: seven leaves split into four, two and one", () => {
    const leaves = chain(writerOf(1), 7).map(({ hash }) => hash);
    const [a, b, c, d, e, f, g] = leaves as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    const node = (left: Uint8Array, right: Uint8Array) => nodeHash(left, right, sha256);
    const tree = new GrowingTree(0, [], sha256);
    for (const leaf of leaves) tree.add(leaf);
    expect(tree.root).toEqual(node(node(node(a, b), node(c, d)), node(node(e, f), g)));
    expect(holesOf(7, [{ first: 6, last: 6 }])).toEqual([
      { level: 2, place: 0 },
      { level: 0, place: 4 },
      { level: 0, place: 6 },
    ]);
  });
});

describe("a packet's ops", () => {
  it("are taken, whichever of a chain they are", () => {
    fc.assert(
      fc.property(parts, ([all, kept]) => {
        const ops = kept.flatMap((place) => all[place] ?? []);
        expect(taken(inRuns(ops), [proofOf(all, ops)])).toEqual(hashes(ops));
      }),
    );
  });

  it("are refused where any is altered, added, left out or moved, or the head is not what was signed", () => {
    const tamper = fc.constantFrom(
      "alter",
      "add",
      "leave out",
      "swap",
      "size",
      "signature",
      "hole",
      "no hole",
      "no head",
      "other key",
    );
    fc.assert(
      fc.property(parts, tamper, fc.nat(), ([all, kept], how, nth) => {
        const ops = kept.flatMap((place) => all[place] ?? []);
        const proof = proofOf(all, ops);
        const [head] = proof.heads as [WriterProof["heads"][number]];
        const place = nth % ops.length;
        const [stranger] = chain(writerOf(1), all.length + 1, 5).slice(-1) as [HashedOp];
        let packet = inRuns(ops);
        let heads: WriterProof["heads"] = [head];
        const flipped = (bytes: Uint8Array) =>
          bytes.map((byte, at) => (at === nth % bytes.length ? byte ^ 1 : byte));
        switch (how) {
          case "alter": {
            const told = nthOf(ops, place);
            const op = { ...told.op, at: 99 };
            packet = inRuns(ops.map((one, at) => (at === place ? { op, hash: sha256(encodeOp(op)) } : one)));
            break;
          }
          case "add":
            packet = [...packet, [stranger]];
            break;
          case "leave out":
            fc.pre(ops.length > 1);
            packet = inRuns(ops.filter((_, at) => at !== place));
            break;
          case "swap": {
            fc.pre(ops.length > 1);
            const other = nthOf(ops, place + 1);
            const told = nthOf(ops, place);
            const op = { ...told.op, body: other.op.body };
            packet = inRuns(ops.map((one, at) => (at === place ? { op, hash: sha256(encodeOp(op)) } : one)));
            break;
          }
          case "size":
            heads = [{ ...head, size: head.size + 1 + (nth % 9) }];
            break;
          case "signature":
            heads = [{ ...head, signature: flipped(head.signature.slice(0, 32)) }];
            break;
          case "hole":
            fc.pre(head.holes.length > 0);
            heads = [{ ...head, holes: flipped(head.holes) }];
            break;
          case "no hole":
            fc.pre(head.holes.length > 0);
            heads = [{ ...head, holes: head.holes.subarray(32) }];
            break;
          case "no head":
            heads = [];
            break;
          case "other key": {
            const mine = writerOf(9).subarray(0, 32);
            heads = [{ ...head, signature: signBy(mine)(new Uint8Array(3)) }];
            break;
          }
        }
        // A neighbour in the same packet is not touched by it.
        const other = chain(writerOf(3), 4);
        const proofs = [{ ...proof, heads }, proofOf(other, other)];
        expect(taken([...packet, other], proofs)).toEqual(hashes(other));
      }),
      { numRuns: 600 },
    );
  });

  it("of two lines of a cloned writer are taken with a head a line, and not with one alone", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(20),
        (a, b, shared) => {
          const before = chain(writerOf(1), shared);
          const go = (count: number, salt: number): HashedOp[] => {
            const line = [...before];
            for (const { op } of chain(writerOf(1), shared + count, salt).slice(shared)) {
              const next = { ...op, prev: line.at(-1)?.hash ?? null };
              line.push({ op: next, hash: sha256(encodeOp(next)) });
            }
            return line;
          };
          const one = go(a, 1);
          const other = go(b, 2);
          const named = (line: readonly HashedOp[]): WriterProof["heads"][number] => {
            const [head] = proofOf(line, line).heads as [WriterProof["heads"][number]];
            const hash = line.at(-1)?.hash ?? new Uint8Array();
            return { ...head, runs: [{ first: 1, last: line.length, hash }] };
          };
          const packet = [one, other.slice(shared)];
          const both = [{ writer: writerOf(1), heads: [named(one), named(other)] }];
          expect(taken(packet, both)).toEqual(hashes(packet.flat()));
          for (const line of [one, other])
            expect(taken(packet, [{ writer: writerOf(1), heads: [named(line)] }])).toEqual([]);
        },
      ),
    );
  });

  it("of nobody are taken where this program ships just that row", () => {
    const [shipped] = chain(new Uint8Array(48), 1) as [HashedOp];
    const proof = new PacketProof({
      ...proving,
      isShipped: (_op, hash) => toHex(hash) === toHex(shipped.hash),
    });
    const nobody = new Uint8Array(48).fill(7, 32);
    const [made] = chain(nobody, 1) as [HashedOp];
    const batches = [shipped, made].map((one) => ({ writer: one.op.writer, ops: [one] }));
    for (const { writer, ops } of batches) proof.note(writer, ops);
    const judged = proof.judge([proofOf([made], [made])], () => batches);
    expect([...judged.batches()]).toEqual([batches[0]]);
    expect(judged.refused).toEqual([{ writer: nobody, ops: 1, reason: "notShipped" }]);
  });
});
