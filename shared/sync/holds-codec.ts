/** Bytes of "who holds what" and "who waits for what", as a roster keeps the last statement of each office. */
import { decode, encode } from "cborg";
import type { HeldWriter, LackedDocument } from "./packet/types";

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

/** `[[hash, [first, last, first, last…]]…]`. */
export function encodeLacks(lacks: readonly LackedDocument[]): Uint8Array {
  return encode(lacks.map(({ hash, held }) => [hash, held.flatMap(({ first, last }) => [first, last])]));
}

/** Reads what `encodeLacks` wrote; only for bytes of this roster's own. */
export function decodeLacks(bytes: Uint8Array): LackedDocument[] {
  const list = decode(bytes) as [Uint8Array, number[]][];
  return list.map(([hash, ends]) => ({
    hash,
    held: ends.flatMap((first, n) => (n % 2 === 0 ? [{ first, last: ends[n + 1] ?? first }] : [])),
  }));
}
