/**
 * Whether the ops in a packet are their writers' own.
 *
 * Each writer stands by itself: all of its ops in the packet are proven by heads that its own key signed, or none of them
 * is taken and the writer is named. The packet's sender has no say in it. Rows of the shipped lists have no writer; they
 * are taken where they are rows that this program ships.
 *
 * Invariant (prove.test.ts): whatever is altered, added or left out of a writer's ops without its key, they are refused;
 * and what others did to them changes nothing for any other writer.
 */
import { toHex } from "../bytes";
import { joinedSpans, placeIn } from "../holds";
import { hashLength, type Op, type Sha256 } from "../op";
import type { HashedOp, WriterProof } from "../packet/types";
import type { Verify } from "../packet/signing";
import { isShippedWriter } from "../shipped-op";
import { isSigned, type SignedHead } from "./head";
import { allParts, namedParts, PacketOps, type PacketRun, type RunPart, type WriterOps } from "./packet-ops";
import { firstOf, type HashedSubtree, lastOf, nodeHash, perfectHash, rootBy } from "./tree";

export interface Proving {
  readonly sha256: Sha256;
  readonly verify: Verify;
  /** Whether this program ships a row just so. */
  readonly isShipped: (op: Op, hash: Uint8Array) => boolean;
}

/** A head whose signature was checked, with what stands for the ops that did not come. */
export interface ProvenHead extends SignedHead {
  readonly holes: readonly HashedSubtree[];
}

/** A writer of which nothing is taken. */
export interface RefusedWriter {
  readonly writer: Uint8Array;
  readonly ops: number;
  readonly reason: "unproven" | "notShipped";
}

export interface OpsOfWriter {
  readonly writer: Uint8Array;
  readonly ops: readonly HashedOp[];
}

/** Ops that may be taken in, each its writer's own; there is no other way to come by it than to prove them. */
export class ProvenOps {
  readonly heads: readonly ProvenHead[];
  readonly refused: readonly RefusedWriter[];
  readonly #batches: () => Iterable<OpsOfWriter>;
  readonly #left: ReadonlySet<string>;

  /** @internal by `PacketProof.judge` */
  constructor(
    heads: readonly ProvenHead[],
    refused: readonly RefusedWriter[],
    batches: () => Iterable<OpsOfWriter>,
  ) {
    this.heads = heads;
    this.refused = refused;
    this.#batches = batches;
    this.#left = new Set(refused.map(({ writer }) => toHex(writer)));
  }

  /** What is taken, in the order of the packet; throws as the unpacking does. */
  *batches(): Generator<OpsOfWriter, void, undefined> {
    for (const batch of this.#batches()) if (!this.#left.has(toHex(batch.writer))) yield batch;
  }
}

export class PacketProof {
  readonly #proving: Proving;
  readonly #ops = new PacketOps();
  readonly #notShipped = new Set<string>();

  constructor(proving: Proving) {
    this.#proving = proving;
  }

  /** Every batch of the packet once, in its order. */
  note(writer: Uint8Array, ops: readonly HashedOp[]): void {
    this.#ops.note(writer, ops);
    if (!isShippedWriter(writer)) return;
    if (!ops.every(({ op, hash }) => this.#proving.isShipped(op, hash))) this.#notShipped.add(toHex(writer));
  }

  /** @param batches what was noted, once more */
  judge(proofs: readonly WriterProof[], batches: () => Iterable<OpsOfWriter>): ProvenOps {
    const byWriter = new Map(proofs.map((proof) => [toHex(proof.writer), proof]));
    const heads: ProvenHead[] = [];
    const refused: RefusedWriter[] = [];
    for (const written of this.#ops.writers) {
      const { writer, ops } = written;
      const name = toHex(writer);
      if (isShippedWriter(writer)) {
        if (this.#notShipped.has(name)) refused.push({ writer, ops, reason: "notShipped" });
        continue;
      }
      const proven = this.#headsOf(written, byWriter.get(name));
      if (proven === null) refused.push({ writer, ops, reason: "unproven" });
      else heads.push(...proven);
    }
    return new ProvenOps(heads, refused, batches);
  }

  /** The hashes of the ops again, for a second unpacking of the same bytes. */
  replayed(): Sha256 {
    return this.#ops.replayed();
  }

  /** Heads that prove all ops of a writer together, or null. */
  #headsOf({ writer, runs }: WriterOps, proof: WriterProof | undefined): ProvenHead[] | null {
    const proven: ProvenHead[] = [];
    const parts: RunPart[] = [];
    for (const told of proof?.heads ?? []) {
      const named = told.runs === null ? allParts(runs) : namedParts(runs, told.runs);
      const head = named && this.#proven(writer, told, named);
      if (named === null || head === null) return null;
      proven.push(head);
      parts.push(...named);
    }
    return areCovered(runs, parts) ? proven : null;
  }

  #proven(
    writer: Uint8Array,
    { size, signature, holes }: WriterProof["heads"][number],
    parts: readonly RunPart[],
  ): ProvenHead | null {
    const end = parts.at(-1)?.last;
    if (end === undefined || end > size) return null;
    const { sha256, verify } = this.#proving;
    const found: HashedSubtree[] = [];
    let at = 0;
    const root = rootBy(
      size,
      joinedSpans(parts),
      (tree, among) => {
        if (among) return hashOfParts(parts, firstOf(tree), lastOf(tree), sha256);
        if (at === holes.length) return null;
        const hash = holes.subarray(at, (at += hashLength));
        found.push({ ...tree, hash });
        return hash;
      },
      sha256,
    );
    if (root === null || at !== holes.length) return null;
    const head = { writer, size, root, signature };
    return isSigned(head, verify) ? { ...head, holes: found } : null;
  }
}

/** Hash of the subtree over some sequences, all of which are in the parts. */
function hashOfParts(parts: readonly RunPart[], first: number, last: number, sha256: Sha256): Uint8Array {
  const part = partWith(parts, first);
  if (last <= part.last) return perfectHash(part.run.hashes(first, last), sha256);
  const middle = first + (last - first + 1) / 2;
  return nodeHash(
    hashOfParts(parts, first, middle - 1, sha256),
    hashOfParts(parts, middle, last, sha256),
    sha256,
  );
}

/** The part that holds a sequence. @param parts in order */
function partWith(parts: readonly RunPart[], seq: number): RunPart {
  const part = parts[placeIn(parts, seq)];
  if (part === undefined || seq < part.first) throw new Error("An op that is in no part");
  return part;
}

/** Whether every op of the runs is in one of the parts. */
function areCovered(runs: readonly PacketRun[], parts: readonly RunPart[]): boolean {
  const byRun = new Map<PacketRun, RunPart[]>();
  for (const part of parts) {
    const known = byRun.get(part.run);
    if (known === undefined) byRun.set(part.run, [part]);
    else known.push(part);
  }
  return runs.every((run) => {
    const [whole] = joinedSpans(byRun.get(run) ?? []);
    return whole?.first === run.first && whole.last === run.last;
  });
}
