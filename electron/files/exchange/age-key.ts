/**
 * The texts by which age names keys (bech32, BIP 173): a recipient for 32 public bytes, an identity for 32 secret ones.
 *
 * The program keeps keys as bytes and age wants texts; age itself offers no way from bytes.
 */
import { createPrivateKey, createPublicKey, randomBytes } from "node:crypto";

const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const recipientPrefix = "age";
const identityPrefix = "age-secret-key-";
const keyLength = 32;
/** ASN.1 of an X25519 private key (RFC 8410) up to its 32 bytes. */
const pkcs8Start = Buffer.from("302e020100300506032b656e04220420", "hex");

function checksum(prefix: string, words: readonly number[]): number {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  const all = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...words];
  let sum = 1;
  for (const word of all) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ word;
    for (const [bit, value] of generator.entries()) if ((top >> bit) & 1) sum ^= value;
  }
  return sum;
}

function toWords(bytes: Uint8Array): number[] {
  const words: number[] = [];
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    for (held += 8; held >= 5; held -= 5) words.push((bits >> (held - 5)) & 31);
  }
  if (held > 0) words.push((bits << (5 - held)) & 31);
  return words;
}

function encode(prefix: string, bytes: Uint8Array): string {
  const words = toWords(bytes);
  const sum = checksum(prefix, [...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  for (let n = 5; n >= 0; n--) words.push((sum >> (5 * n)) & 31);
  return `${prefix}1${words.map((word) => alphabet[word]).join("")}`;
}

function decode(prefix: string, text: string): Uint8Array {
  const words = [...text].slice(prefix.length + 1).map((character) => alphabet.indexOf(character));
  if (!text.startsWith(`${prefix}1`) || words.includes(-1) || checksum(prefix, words) !== 1)
    throw new Error("Not a key of age");
  const bytes = new Uint8Array(keyLength);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const word of words.slice(0, -6)) {
    bits = ((bits << 5) | word) & 0xfff;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 255;
  }
  if (at !== keyLength || encode(prefix, bytes) !== text) throw new Error("Not a key of age");
  return bytes;
}

/** `age1…` of an X25519 public key. */
export function ageRecipient(sealKey: Uint8Array): string {
  return encode(recipientPrefix, sealKey);
}

/** A new `AGE-SECRET-KEY-1…`. */
export function newAgeIdentity(): string {
  return encode(identityPrefix, randomBytes(keyLength)).toUpperCase();
}

/** The public key of an identity. Throws for a text that is none. */
export function sealKeyOf(identity: string): Uint8Array {
  const secret = decode(identityPrefix, identity.toLowerCase());
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Start, secret]),
    format: "der",
    type: "pkcs8",
  });
  const { x } = createPublicKey(privateKey).export({ format: "jwk" });
  if (x === undefined) throw new Error("Not an X25519 key");
  return new Uint8Array(Buffer.from(x, "base64url"));
}
