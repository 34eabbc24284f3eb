/**
 * What a signature is made over: always a label first, so that a signature for one purpose is none for another.
 * The signing itself is handed in, because this folder knows no crypto library.
 */

/** Ed25519 signature, 64 bytes. */
export type Sign = (message: Uint8Array) => Uint8Array;
/** Whether an Ed25519 signature by a 32-byte public key fits a message; false for a key that is none. */
export type Verify = (signKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

export const signKeyLength = 32;
export const sealKeyLength = 32;
export const signatureLength = 64;

const labels = {
  card: "so-can-bo/card/1",
  renewal: "so-can-bo/card-renewal/1",
  packet: "so-can-bo/packet/1",
  fingerprint: "so-can-bo/fingerprint/1",
  head: "so-can-bo/head/1",
} as const;

/** The label in ASCII, a zero byte, then the parts. */
export function labelled(purpose: keyof typeof labels, ...parts: readonly Uint8Array[]): Uint8Array {
  const label = labels[purpose];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, label.length + 1));
  for (let i = 0; i < label.length; i++) bytes[i] = label.charCodeAt(i);
  let at = label.length + 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
