/**
 * The fingerprint of an office's card: what people compare between the screen and the paper. It covers the keys and whose
 * they are, so that a card which gives true keys another name or unit is another card.
 *
 * Digits, because they are read out and typed the same in every language; all 40, because whoever makes a key that
 * agrees in a part must not succeed.
 */
import { encode } from "cborg";
import { uuidToBytes } from "../bytes";
import type { Sha256 } from "../op";
import { labelled } from "./signing";
import type { OfficeCard } from "./types";

const groups = 8;

/** What a fingerprint stands for. */
export type Fingerprinted = Pick<OfficeCard, "signKey" | "sealKey" | "unitId" | "unitCode" | "office">;

/** Eight groups of five digits joined by "-". */
export function fingerprintOf(
  { signKey, sealKey, unitId, unitCode, office }: Fingerprinted,
  sha256: Sha256,
): string {
  const told = encode([signKey, sealKey, uuidToBytes(unitId), unitCode, office]);
  const hash = sha256(labelled("fingerprint", told));
  const view = new DataView(hash.buffer, hash.byteOffset, hash.byteLength);
  return Array.from({ length: groups }, (_, n) =>
    String(view.getUint32(4 * n) % 100_000).padStart(5, "0"),
  ).join("-");
}

/** What people put between digits: blanks, dashes of any kind, dots, and marks that cannot be seen. */
const separators = /[\s\p{Pd}\p{Cf}\u2212_.·,;:/|]/gu;

/** The one form of a typed fingerprint, or null for a text that is none. Digits of full width are digits. */
export function readFingerprint(text: string): string | null {
  if (text.length > 200) return null;
  const digits = text.normalize("NFKC").replaceAll(separators, "");
  return /^[0-9]{40}$/.test(digits) ? (digits.match(/.{5}/g) ?? []).join("-") : null;
}
