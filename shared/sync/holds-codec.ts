/** Bytes of "who holds what", as a roster keeps the last statement of each office: canonical CBOR. */
import { decode, encode } from "cborg";
import type { HeldWriter } from "./packet/types";

/** `[[writer, [[first, last, hash]…]]…]`. */
export function encodeHolds(holds: readonly HeldWriter[]): Uint8Array {
  return encode(
    holds.map(({ writer, runs }) => [writer, runs.map(({ first, last, hash }) => [first, last, hash])]),
  );
}

/** Reads what `encodeHolds` wrote; only for bytes of this roster's own. */
export function decodeHolds(bytes: Uint8Array): HeldWriter[] {
  const list = decode(bytes) as [Uint8Array, [number, number, Uint8Array][]][];
  return list.map(([writer, runs]) => ({
    writer,
    runs: runs.map(([first, last, hash]) => ({ first, last, hash })),
  }));
}
