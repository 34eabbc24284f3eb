/**
 * Proofs for files that a test puts together itself: parts of a true file, as an office would write them that sends no
 * more, and ops of a writer that is made up with its key.
 */
import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { concatenated, toHex } from "../../shared/sync/bytes";
import { joinedSpans, type Span } from "../../shared/sync/holds";
import { hashLength } from "../../shared/sync/op";
import type { HashedOp, WriterProof } from "../../shared/sync/packet/types";
import type { Sign } from "../../shared/sync/packet/signing";
import { headMessage } from "../../shared/sync/proof/head";
import { allParts, namedParts, PacketOps, type RunPart } from "../../shared/sync/proof/packet-ops";
import { GrowingTree, halves, holesOf, nodeHash, rootOf, type Subtree } from "../../shared/sync/proof/tree";
import { sha256, signWith } from "../files/ed25519";
import type { OpFile } from "./op-files";

type Runs = OpFile["runs"];
type HeadProof = WriterProof["heads"][number];

const keyOf = ({ level, place }: Subtree) => `${level}/${place}`;

/** The proofs that are still needed where a file holds some of its ops only. @param kept ops of the file */
function proofsOfParts({ runs, proofs }: Pick<OpFile, "runs" | "proofs">, kept: Runs): WriterProof[] {
  const there = new Set(kept.flatMap(({ ops }) => ops.map(({ hash }) => toHex(hash))));
  const noted = new PacketOps();
  for (const { writer, ops } of runs) noted.note(writer, ops);
  return proofs.flatMap(({ writer, heads }) => {
    const ofIt = noted.writers.find((one) => toHex(one.writer) === toHex(writer))?.runs ?? [];
    const left = heads.flatMap((head) => {
      const parts = head.runs === null ? allParts(ofIt) : namedParts(ofIt, head.runs);
      if (parts === null) throw new Error("A file that does not prove its ops");
      return headOfParts(head, parts, there) ?? [];
    });
    return left.length === 0 ? [] : [{ writer, heads: left }];
  });
}

/** As a file that was cut: the same manifest, some of its ops. */
export function partOf(file: OpFile, runs: Runs): OpFile {
  const kept = runs.flatMap(unbroken);
  return { ...file, runs: kept, proofs: proofsOfParts(file, kept) };
}

/** Ops that follow each other, as a packet has them. */
function unbroken({ writer, ops }: Runs[number]): Runs[number][] {
  const parts: HashedOp[][] = [];
  for (const one of ops) {
    const part = parts.at(-1);
    if (part !== undefined && part.at(-1)?.op.seq === one.op.seq - 1) part.push(one);
    else parts.push([one]);
  }
  return parts.map((part) => ({ writer, ops: part }));
}

function headOfParts(
  head: HeadProof,
  parts: readonly RunPart[],
  there: ReadonlySet<string>,
): HeadProof | null {
  const hashes = new Map<number, Uint8Array>();
  for (const { run, first, last } of parts)
    for (let seq = first; seq <= last; seq++) hashes.set(seq, run.hashes(seq, seq));
  const spans: Span[] = joinedSpans(
    [...hashes].flatMap(([seq, hash]) => (there.has(toHex(hash)) ? [{ first: seq, last: seq }] : [])),
  );
  if (spans.length === 0) return null;
  const before = new Map(
    holesOf(head.size, joinedSpans(parts)).map((tree, place) => [
      keyOf(tree),
      head.holes.subarray(place * hashLength, (place + 1) * hashLength),
    ]),
  );
  const hashOf = (tree: Subtree): Uint8Array => {
    const known = before.get(keyOf(tree)) ?? (tree.level === 0 ? hashes.get(tree.place + 1) : undefined);
    if (known !== undefined) return known;
    const [left, right] = halves(tree);
    return nodeHash(hashOf(left), hashOf(right), sha256);
  };
  const runs = spans.map(({ first, last }) => ({ first, last, hash: hashes.get(last) ?? new Uint8Array() }));
  return { ...head, holes: concatenated(holesOf(head.size, spans).map(hashOf)), runs };
}

export interface MadeUpWriter {
  readonly writer: Uint8Array;
  readonly sign: Sign;
}

/** A writer with a key of its own, the same each time. */
export function madeUpWriter(name: string): MadeUpWriter {
  const seed = createHash("sha256").update(name).digest("hex");
  const key = Buffer.from(`302e020100300506032b657004220420${seed}`, "hex");
  const privateKey = createPrivateKey({ key, format: "der", type: "pkcs8" });
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  const writer = Buffer.concat([Buffer.from(x, "base64url"), Buffer.alloc(16, 1)]);
  return { writer, sign: signWith(privateKey) };
}

/** What proves all ops of a writer from its first on. */
export function proofOfAll({ writer, sign }: MadeUpWriter, ops: readonly HashedOp[]): WriterProof {
  const tree = new GrowingTree(0, [], sha256);
  for (const { hash } of ops) tree.add(hash);
  const { size, peaks } = tree;
  const signature = sign(headMessage({ writer, size, root: rootOf(peaks, sha256) }));
  return { writer, heads: [{ size, signature, holes: new Uint8Array(), runs: null }] };
}
