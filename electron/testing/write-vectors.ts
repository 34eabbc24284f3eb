/**
 * Writes the packet among the vectors anew from what stands in them (keys, cards, ops), for a change of the format:
 * `WRITE_VECTORS=1 npx vitest run packet-vectors`. Everything but the encryption, which draws by lot, comes out the same
 * each time; so vectors that were not to change show in the difference.
 */
import { createPrivateKey } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromHex, toHex } from "../../shared/sync/bytes";
import { decodeOp, encodeOp } from "../../shared/sync/op-codec";
import { encodeOps } from "../../shared/sync/packet/ops-codec";
import { joinedSpans } from "../../shared/sync/holds";
import { fingerprintOf } from "../../shared/sync/packet/fingerprint";
import { encodeProofs } from "../../shared/sync/packet/proofs-codec";
import { headMessage } from "../../shared/sync/proof/head";
import { firstOf, perfectHash, rootBy } from "../../shared/sync/proof/tree";
import type { HashedOp, WriterProof } from "../../shared/sync/packet/types";
import { compressOps } from "../files/exchange/compressed-ops";
import { decodeManifest, encodeManifest, type ProvenManifest } from "../../shared/sync/packet/manifest-codec";
import { pieceLength } from "../../shared/sync/packet/pieces-codec";
import { readCardFile } from "../files/exchange/card-file";
import { encodeHead } from "../files/exchange/packet-head";
import { encodeInner } from "../files/exchange/packet-inner";
import { openedPieces, packPieces } from "../files/exchange/packet-pieces";
import { joined, seal } from "../files/exchange/seal";
import { sha256, signWith, verifySignature } from "../files/exchange/verify-signature";

type Hexed<T> = T extends Uint8Array
  ? string
  : T extends readonly (infer Member)[]
    ? readonly Hexed<Member>[]
    : T extends object
      ? { readonly [Name in keyof T]: Hexed<T[Name]> }
      : T;

interface PacketVector {
  readonly manifest: Hexed<Omit<ProvenManifest, "sender">> & { readonly sender: string };
  readonly runs: readonly { readonly writer: string; readonly ops: readonly { readonly bytes: string }[] }[];
  readonly sealedFor: readonly ("commune" | "renewed" | "province")[];
}

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, "utf8"));

/** Compressed, as it is, and the second piece of a document that is longer than one. */
function pieces() {
  const decision = utf8("Quyết định số 01/QĐ-UBND về việc bổ nhiệm công chức. ".repeat(8));
  const photo = sha256(utf8("ảnh"));
  const long = new Uint8Array(pieceLength + 5).fill(7);
  return [
    { hash: sha256(decision), size: decision.length, place: 0, bytes: decision },
    { hash: sha256(photo), size: photo.length, place: 0, bytes: photo },
    { hash: sha256(long), size: long.length, place: 1, bytes: long.subarray(pieceLength) },
  ];
}

/** The ops of a run, each bearing the hash of the one before it: what the hash is made of may have changed. */
function chainedAnew({ writer, ops }: PacketVector["runs"][number]) {
  let before: Uint8Array | null = null;
  const links = ops.map(({ bytes }): HashedOp => {
    const told = decodeOp(fromHex(bytes));
    const op = { ...told, prev: before ?? told.prev };
    before = sha256(encodeOp(op));
    return { op, hash: before };
  });
  return { writer: fromHex(writer), ops: links };
}

/**
 * A head for each writer whose key is among the vectors, with hashes that are made up for what the packet does not hold:
 * the signature fits them all the same.
 */
function proofsOf(
  runs: readonly ReturnType<typeof chainedAnew>[],
  keys: Readonly<Record<string, { signSeed: string; signKey: string }>>,
): WriterProof[] {
  const writers = new Map(runs.map(({ writer }) => [toHex(writer), writer]));
  return [...writers.values()].flatMap((writer) => {
    const key = Object.values(keys).find(({ signKey }) => toHex(writer).startsWith(signKey));
    const ops = runs.filter((run) => toHex(run.writer) === toHex(writer)).flatMap((run) => run.ops);
    const hashes = new Map(ops.map(({ op, hash }) => [op.seq, hash]));
    const spans = joinedSpans([...hashes.keys()].map((seq) => ({ first: seq, last: seq })));
    const size = (spans.at(-1)?.last ?? 0) + 1;
    const holes: Uint8Array[] = [];
    const root = rootBy(
      size,
      spans,
      (tree, among) => {
        const seqs = Array.from({ length: 2 ** tree.level }, (_, place) => firstOf(tree) + place);
        if (among) return perfectHash(joined(seqs.map((seq) => hashes.get(seq) ?? new Uint8Array())), sha256);
        const made = sha256(utf8(`${tree.level}/${tree.place}`));
        holes.push(made);
        return made;
      },
      sha256,
    );
    if (key === undefined || root === null) return [];
    const seed = Buffer.from(`302e020100300506032b657004220420${key.signSeed}`, "hex");
    const sign = signWith(createPrivateKey({ key: seed, format: "der", type: "pkcs8" }));
    const signature = sign(headMessage({ writer, size, root }));
    return [{ writer, heads: [{ size, signature, holes: joined(holes), runs: null }] }];
  });
}

/** @param folder of the vectors */
export async function writeVectors(folder: string): Promise<void> {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const keys = json("keys.json") as Record<string, { signSeed: string; signKey: string; sealKey: string }>;
  const vector = json("packet.json") as PacketVector;
  const { manifest: told, sealedFor } = vector;
  const runs = vector.runs.map(chainedAnew);
  const packedOps = joined([...encodeOps(runs)]);
  const compressed = await compressOps(runs);
  const packed = packPieces(pieces());
  const proofs = encodeProofs(proofsOf(runs, keys));
  const manifest: ProvenManifest = {
    ...told,
    fileId: fromHex(told.fileId),
    sender: readCardFile(join(folder, "card.scbkey")),
    addressees: told.addressees.map(fromHex),
    holds: told.holds.map(({ writer, runs }) => ({
      writer: fromHex(writer),
      runs: runs.map(({ first, last, hash }) => ({ first, last, hash: fromHex(hash) })),
    })),
    withheld: told.withheld.map(({ writer, first, last }) => ({ writer: fromHex(writer), first, last })),
    revoked: told.revoked.map(fromHex),
    opCount: compressed.opCount,
    opsLength: compressed.opsLength,
    opsHash: sha256(compressed.bytes),
    lacks: [
      {
        hash: sha256(utf8("chưa tới")),
        held: [
          { first: 0, last: 1 },
          { first: 3, last: 3 },
        ],
      },
      { hash: sha256(utf8("chưa có phần nào")), held: [] },
    ],
    proofsLength: proofs.length,
    proofsHash: sha256(proofs),
    piecesLength: packed.length,
    piecesHash: sha256(packed),
  };
  const seed = Buffer.from(`302e020100300506032b657004220420${keys["commune"]?.signSeed}`, "hex");
  const sign = signWith(createPrivateKey({ key: seed, format: "der", type: "pkcs8" }));
  const bytes = encodeManifest(manifest);
  const packet = { manifest, compressedOps: compressed.bytes, proofs, pieces: packed };
  const inner = encodeInner(packet, sign);
  const sealKeys = sealedFor.map((name) => fromHex(keys[name]?.sealKey ?? ""));
  const ciphertext = await seal(inner, sealKeys);
  writeFileSync(
    join(folder, "packet.scbsync"),
    joined([await encodeHead(manifest.fileId, ciphertext), ciphertext]),
  );
  const { sender: _, ...rest } = decodeManifest(bytes, verifySignature);
  const documents = [...openedPieces(packet, "")].map((piece) => ({ ...piece, bytes: piece.bytes() }));
  const written = {
    ...vector,
    manifest: { ...(hexed(rest) as object), sender: told.sender },
    manifestBytes: toHex(bytes),
    signature: toHex(inner.subarray(0, 64)),
    runs: runs.map(({ writer, ops }) => ({
      writer: toHex(writer),
      ops: ops.map(({ op, hash }) => ({ hash: toHex(hash), bytes: toHex(encodeOp(op)) })),
    })),
    packedOps: toHex(packedOps),
    compressedOps: toHex(compressed.bytes),
    proofs: toHex(proofs),
    pieces: toHex(packed),
    documents: hexed(documents),
  };
  writeFingerprints(folder);
  writeFileSync(join(folder, "packet.json"), `${JSON.stringify(written, null, 2)}\n`);
}

/** Of the cards, as their files say them. */
function writeFingerprints(folder: string): void {
  const path = join(folder, "cards.json");
  const cards = JSON.parse(readFileSync(path, "utf8")) as Record<string, object>;
  const files = { card: "card.scbkey", renewed: "card-renewed.scbkey" };
  const written = Object.entries(files).map(([name, file]) => {
    const fingerprint = fingerprintOf(readCardFile(join(folder, file)), sha256);
    return [name, { ...cards[name], fingerprint }];
  });
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(written), null, 2)}\n`);
}

/** Bytes as hex all the way down. */
function hexed(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map(hexed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, hexed(part)]));
}
