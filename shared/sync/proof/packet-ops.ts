/**
 * The hashes of a packet's ops, writer by writer: all that is kept of them while they are proven, so that a large packet
 * need not lie in memory unpacked.
 */
import { concatenated, sameBytes, toHex } from "../bytes";
import { hashLength, type Sha256 } from "../op";
import type { HashedOp, HeldRun } from "../packet/types";

/** Ops of one writer in the packet that follow each other. */
export class PacketRun {
  readonly first: number;
  /** Hash of the op before the first; null at the writer's beginning. */
  readonly prev: Uint8Array | null;
  readonly #pieces: Uint8Array[] = [];
  #count = 0;
  #hashes: Uint8Array | null = null;

  constructor(first: number, prev: Uint8Array | null) {
    this.first = first;
    this.prev = prev;
  }

  get last(): number {
    return this.first + this.#count - 1;
  }

  /** @param hashes of the ops that follow, one after the other */
  append(hashes: Uint8Array): void {
    this.#pieces.push(hashes);
    this.#count += hashes.length / hashLength;
    this.#hashes = null;
  }

  /** Hashes from one sequence to another, both in the run. */
  hashes(first: number, last: number): Uint8Array {
    this.#hashes ??= concatenated(this.#pieces);
    return this.#hashes.subarray((first - this.first) * hashLength, (last - this.first + 1) * hashLength);
  }

  hashAt(seq: number): Uint8Array | null {
    return seq < this.first || seq > this.last ? null : this.hashes(seq, seq);
  }

  /** Whether an op goes on from the end of this run. */
  isFollowedBy(seq: number, prev: Uint8Array | null): boolean {
    const end = this.#pieces.at(-1)?.subarray(-hashLength);
    return seq === this.last + 1 && prev !== null && end !== undefined && sameBytes(end, prev);
  }
}

/** A part of a run that lies on one line of a writer. */
export interface RunPart {
  readonly run: PacketRun;
  readonly first: number;
  readonly last: number;
}

export interface WriterOps {
  readonly writer: Uint8Array;
  readonly runs: readonly PacketRun[];
  readonly ops: number;
}

export class PacketOps {
  readonly #writers = new Map<string, { writer: Uint8Array; runs: PacketRun[]; ops: number }>();
  readonly #order: Uint8Array[] = [];

  /** Ops of one writer that follow each other, as they are unpacked. */
  note(writer: Uint8Array, ops: readonly HashedOp[]): void {
    const [first] = ops;
    if (first === undefined) return;
    const hashes = new Uint8Array(ops.length * hashLength);
    for (const [place, { hash }] of ops.entries()) hashes.set(hash, place * hashLength);
    this.#order.push(hashes);
    const name = toHex(writer);
    const known = this.#writers.get(name) ?? { writer, runs: [], ops: 0 };
    this.#writers.set(name, known);
    const { seq, prev } = first.op;
    let run = known.runs.at(-1);
    if (run === undefined || !run.isFollowedBy(seq, prev)) {
      run = new PacketRun(seq, prev);
      known.runs.push(run);
    }
    run.append(hashes);
    known.ops += ops.length;
  }

  get writers(): readonly WriterOps[] {
    return [...this.#writers.values()];
  }

  /** Gives the hashes again, in the order in which they came: for a second unpacking of the same bytes. */
  replayed(): Sha256 {
    let piece = 0;
    let at = 0;
    return () => {
      while (at === (this.#order[piece]?.length ?? 0) && piece < this.#order.length) {
        piece++;
        at = 0;
      }
      const hash = this.#order[piece]?.subarray(at, (at += hashLength));
      if (hash === undefined) throw new Error("More ops than were noted");
      return hash;
    };
  }
}

/**
 * The parts of a writer's runs that a head names: each ends with the op that has the hash, and goes back along the
 * hashes to its first.
 * @returns null where there are no such ops
 */
export function namedParts(runs: readonly PacketRun[], named: readonly HeldRun[]): RunPart[] | null {
  const parts: RunPart[] = [];
  let end = 0;
  for (const { first, last, hash } of named) {
    if (first <= end) return null;
    end = last;
    const found: RunPart[] = [];
    let seq = last;
    let wanted: Uint8Array | null = hash;
    while (seq >= first) {
      const run = runs.find((one) => isAt(one, seq, wanted));
      if (run === undefined) return null;
      const from = Math.max(first, run.first);
      found.unshift({ run, first: from, last: seq });
      seq = from - 1;
      wanted = run.prev;
    }
    parts.push(...found);
  }
  return parts;
}

function isAt(run: PacketRun, seq: number, wanted: Uint8Array | null): boolean {
  const hash = run.hashAt(seq);
  return hash !== null && wanted !== null && sameBytes(hash, wanted);
}

/** All runs of a writer as one line; null where two of them have an op at one place. */
export function allParts(runs: readonly PacketRun[]): RunPart[] | null {
  const parts = [...runs]
    .sort((a, b) => a.first - b.first)
    .map((run) => ({ run, first: run.first, last: run.last }));
  const meet = parts.some(({ first }, place) => place > 0 && first <= (parts[place - 1]?.last ?? 0));
  return meet ? null : parts;
}
