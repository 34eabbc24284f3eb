/**
 * Encryption of a packet by age (https://age-encryption.org/v1) to several X25519 keys.
 *
 * The cipher runs in JavaScript, because Electron's crypto has no ChaCha20-Poly1305; so the bytes go through in pieces,
 * with a pause after each, or the window would stand still over a large packet.
 */
import { setImmediate as pause } from "node:timers/promises";
import { Decrypter, Encrypter } from "age-encryption";
import { ageRecipient } from "./age-key";
import { longestSealHead } from "./packet-limits";

/** None of the identities fits; anything else that opening throws is damage. */
export class NotSealedForUs extends Error {}

const piece = 1 << 18;

function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (at > 0) await pause();
        if (at < bytes.length) controller.enqueue(bytes.subarray(at, (at += piece)));
        if (at >= bytes.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** @param most ends the reading once so many bytes are there */
async function collect(
  stream: ReadableStream<Uint8Array>,
  most: number = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let length = 0; length < most; ) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.length;
  }
  if (most !== Number.POSITIVE_INFINITY) await reader.cancel();
  return joined(pieces);
}

/** One array of all bytes, never one that shares memory with Node's pool. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of pieces) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @param sealKeys X25519 public keys, at least one */
export async function seal(plain: Uint8Array, sealKeys: readonly Uint8Array[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const sealKey of sealKeys) encrypter.addRecipient(ageRecipient(sealKey));
  return collect(await encrypter.encrypt(inPieces(plain)));
}

/** Begins the line that ends the head of an age file. */
const endOfHead = Buffer.from("\n--- ", "ascii");

/** Whether the part that names whom it is sealed for ends within its limit. */
export function hasSealHead(ciphertext: Uint8Array): boolean {
  const start = ciphertext.subarray(0, longestSealHead);
  return Buffer.from(start.buffer, start.byteOffset, start.length).includes(endOfHead);
}

function decrypterOf(identities: readonly string[]): Decrypter {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  // Asked last, so only when none of the others fits: age has no error of its own for that.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      throw new NotSealedForUs("No identity fits");
    },
  });
  return decrypter;
}

/**
 * @param identities `AGE-SECRET-KEY-1…`, each tried in turn
 * @throws NotSealedForUs; any other Error for bytes that were altered
 */
export async function unseal(ciphertext: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  return collect(await decrypterOf(identities).decrypt(inPieces(ciphertext)));
}

/**
 * At least so many bytes of what is inside, of the beginning of a ciphertext alone.
 * @throws as `unseal`
 */
export async function unsealStart(
  ciphertext: Uint8Array,
  identities: readonly string[],
  length: number,
): Promise<Uint8Array> {
  return collect(await decrypterOf(identities).decrypt(inPieces(ciphertext)), length);
}
