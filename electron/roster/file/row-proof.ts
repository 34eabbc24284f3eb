/**
 * A checksum over the values of a row, kept beside them.
 *
 * A byte that flips on a disk or a stick changes a name, a day or a reference, and SQLite, which checks how its pages are
 * built and not what they hold, hands it over as if nothing were wrong. Two values that differ in one place never have
 * the same checksum, since each step maps what came before one to one; it is no protection against a hand that changes
 * both, for which the log has its hashes.
 */
import type { SqlValue } from "./sql";

const nothing = 0x9e3779b9;
const number = 0x85ebca6b;
const text = 0xc2b2ae35;
const bytes = 0x27d4eb2f;

function mix(hash: number, word: number): number {
  const turned = Math.imul(word, 0xcc9e2d51);
  const mixed = hash ^ Math.imul((turned << 15) | (turned >>> 17), 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function ofText(hash: number, value: string): number {
  let at = hash ^ text;
  for (let place = 0; place < value.length; place++) {
    const code = value.charCodeAt(place);
    // Half of a pair stands in the file as the sign for what cannot be shown.
    if (code >= 0xd800 && code <= 0xdfff) {
      const stored = Buffer.from(value).toString();
      if (stored !== value) return ofText(hash, stored);
    }
    at = Math.imul(at ^ code, 0x01000193);
  }
  return mix(at, value.length);
}

function ofBytes(hash: number, value: Uint8Array): number {
  let at = hash ^ bytes;
  for (const byte of value) at = Math.imul(at ^ byte, 0x01000193);
  return mix(at, value.length);
}

function ofNumber(hash: number, value: number): number {
  const low = value | 0;
  const at = mix(hash, low);
  return low === value ? at : mix(at ^ number, Math.floor(value / 4_294_967_296) | 0);
}

/** Takes one more value in. */
function proveValue(hash: number, value: SqlValue): number {
  if (typeof value === "number") return ofNumber(hash, value);
  if (value === null) return mix(hash, nothing);
  return typeof value === "string" ? ofText(hash, value) : ofBytes(hash, value);
}

/** What every proof begins with. */
const proofStart = 0x5c0b;

/** Ends a proof: a whole number from 0 to 2³² − 1. */
function proofEnd(hash: number): number {
  let at = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  at = Math.imul(at ^ (at >>> 13), 0xc2b2ae35);
  return (at ^ (at >>> 16)) >>> 0;
}

/** The proof of some values in their order. */
export function proofOf(values: readonly SqlValue[]): number {
  let hash = proofStart;
  for (const value of values) hash = proveValue(hash, value);
  return proofEnd(hash);
}

/** Whether a row whose last value is its proof says what was written. */
export function isProven(row: readonly SqlValue[]): boolean {
  let hash = proofStart;
  const end = row.length - 1;
  for (let place = 0; place < end; place++) hash = proveValue(hash, row[place] ?? null);
  return proofEnd(hash) === row[end];
}

/** The proof of some values of a row. @param places where they stand in it, in their order */
export function proofAt(row: readonly SqlValue[], places: readonly number[]): number {
  let hash = proofStart;
  for (const place of places) hash = proveValue(hash, row[place] ?? null);
  return proofEnd(hash);
}

/** Sums of proofs are kept within 32 bits. */
export function addProof(sum: number, proof: number): number {
  return (sum + proof) >>> 0;
}
