/**
 * Proves that a writer's ops are complete and unaltered: each op names the hash of the one before it.
 *
 * One changed byte, a missing op or a copy that went its own way shows here, before anything else is believed.
 */
import { sameBytes } from "./bytes";
import type { Op, Sha256 } from "./op";
import { encodeOp } from "./op-codec";

/** Where a chain stands: the last op and its hash. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: Uint8Array;
}

export type ChainFault =
  /** The op after `seq - 1` is missing, or this one was there already. */
  | { readonly kind: "gap"; readonly seq: number }
  /** The op names another op before it than the one that is there. */
  | { readonly kind: "fork"; readonly seq: number }
  /** The content does not give the hash that is kept beside it. */
  | { readonly kind: "altered"; readonly seq: number };

export type ChainResult =
  | { readonly ok: true; readonly end: ChainEnd | null }
  | { readonly ok: false; readonly fault: ChainFault };

/** An op with the hash kept beside it. */
export interface CheckedOp {
  readonly op: Op;
  readonly hash: Uint8Array;
}

/**
 * Follows one writer's ops in order of sequence.
 * @param start the end of the part checked before; null to start at the first op
 * @param options `gaps`: ops may be missing in between, since another office's may be lost or not be for us
 */
export function chainCheck(
  ops: Iterable<CheckedOp>,
  sha256: Sha256,
  start: ChainEnd | null = null,
  { gaps = false }: { readonly gaps?: boolean } = {},
): ChainResult {
  let end = start;
  for (const { op, hash } of ops) {
    const expected = (end?.seq ?? 0) + 1;
    const follows = op.seq === expected;
    if (!follows && !(gaps && op.seq > expected)) return { ok: false, fault: { kind: "gap", seq: expected } };
    const linked = op.prev === null ? end === null : end !== null && sameBytes(op.prev, end.hash);
    if (follows && !linked) return { ok: false, fault: { kind: "fork", seq: op.seq } };
    if (!sameBytes(sha256(encodeOp(op)), hash)) {
      return { ok: false, fault: { kind: "altered", seq: op.seq } };
    }
    end = { seq: op.seq, hash };
  }
  return { ok: true, end };
}
