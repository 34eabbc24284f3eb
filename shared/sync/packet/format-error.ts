/** One kind of failure for cards and manifests, so that readers can tell damage from a newer program. */
import { isPlainText } from "../../text/foreign";
import { decodeCanonical } from "../canonical";

/**
 * Bytes that are no card or manifest; `message` is for engineers.
 * - `foreign`: something else; `newer`: of a later version; `damaged`: altered, incomplete or not signed by its key
 */
export class PacketFormatError extends Error {
  readonly kind: "foreign" | "newer" | "damaged";

  constructor(kind: "foreign" | "newer" | "damaged", message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

export function damaged(reason: string, cause?: unknown): PacketFormatError {
  return new PacketFormatError("damaged", reason, cause);
}

const versionKey = 1;

/**
 * A map with whole numbers as keys, as cards and manifests are.
 * @throws PacketFormatError `newer` where its version is above `version`
 */
export function decodeKeyed(bytes: Uint8Array, version: number): ReadonlyMap<number, unknown> {
  const parts = decodeCanonical(bytes, damaged);
  if (!(parts instanceof Map)) throw damaged("Not a map");
  for (const key of parts.keys()) if (!isCount(key)) throw damaged("A key that is no whole number");
  const found: unknown = parts.get(versionKey);
  if (!isCount(found) || found < 1) throw damaged("No version");
  if (found > version) throw new PacketFormatError("newer", `Version ${found}`);
  return parts as Map<number, unknown>;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

export function countIn(value: unknown, least: number, what: string): number {
  if (!isCount(value) || value < least) throw damaged(`${what} is no number from ${least}`);
  return value;
}

/** A wall clock may be wrong to any extent, but it is a whole number. */
export function clockIn(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value))
    throw damaged("A clock that is no whole number");
  return value;
}

export function bytesIn(value: unknown, length: number, what: string): Uint8Array {
  if (!(value instanceof Uint8Array) || value.length !== length)
    throw damaged(`${what} has not ${length} bytes`);
  return value;
}

export function textIn(value: unknown, longest: number, what: string): string {
  if (typeof value !== "string" || !isPlainText(value, longest)) throw damaged(`${what} is no plain text`);
  return value;
}
