/**
 * What a writer signs: the hash over all of its ops up to a sequence. Whoever passes its ops on proves by it that they are
 * the writer's, and can neither alter one nor add one.
 */
import { labelled, signKeyLength, type Verify } from "../packet/signing";

export interface SignedHead {
  /** Key and incarnation, 48 bytes. */
  readonly writer: Uint8Array;
  /** Sequence of the last op that it covers; it covers all from 1 on. */
  readonly size: number;
  /** Hash over these ops (tree.ts). */
  readonly root: Uint8Array;
  /** Ed25519, by the key that the writer's name begins with. */
  readonly signature: Uint8Array;
}

/** What is signed: writer, size as eight bytes with the highest first, root. */
export function headMessage({ writer, size, root }: Omit<SignedHead, "signature">): Uint8Array {
  const count = new Uint8Array(8);
  new DataView(count.buffer).setBigUint64(0, BigInt(size));
  return labelled("head", writer, count, root);
}

/** Whether the writer itself signed it. */
export function isSigned(head: SignedHead, verify: Verify): boolean {
  return verify(head.writer.subarray(0, signKeyLength), headMessage(head), head.signature);
}
