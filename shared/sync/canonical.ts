/**
 * Reads CBOR that has exactly one byte form (RFC 8949 §4.2: definite lengths, shortest numbers, sorted keys).
 *
 * Whatever is hashed or signed goes through here: two byte forms of one content would be two hashes of one thing.
 */
import { decode, encode } from "cborg";
import { sameBytes } from "./bytes";

/**
 * The content of bytes that were found canonical before; maps as `Map`.
 * @throws what `failure` makes, for bytes that are no CBOR
 */
export function decodeProven(
  bytes: Uint8Array,
  failure: (reason: string, cause?: unknown) => Error,
): unknown {
  try {
    return decode(bytes, { useMaps: true });
  } catch (error) {
    throw failure("Not CBOR", error);
  }
}

/**
 * The content of canonical bytes; maps as `Map`.
 * @param failure makes the error that the caller promises, from a reason for engineers
 * @throws what `failure` makes, for any other bytes
 */
export function decodeCanonical(
  bytes: Uint8Array,
  failure: (reason: string, cause?: unknown) => Error,
): unknown {
  let value: unknown;
  let again: Uint8Array;
  try {
    value = decode(bytes, {
      strict: true,
      useMaps: true,
      allowIndefinite: false,
      allowUndefined: false,
      allowInfinity: false,
      allowNaN: false,
      allowBigInt: false,
      rejectDuplicateMapKeys: true,
    });
    // In here as well: nesting that could just be read may be too deep to be written.
    again = encode(value);
  } catch (error) {
    throw failure("Not CBOR", error);
  }
  if (!sameBytes(again, bytes)) throw failure("Not the canonical form");
  return value;
}
