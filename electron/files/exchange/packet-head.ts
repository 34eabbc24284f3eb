/**
 * The head of a packet: tells without any key whether the file is one, whole and unharmed.
 *
 *   0  7  "SCBSYNC" · 7  1  format · 8  16  file id · 24  8  length of the rest, big-endian · 32  32  its SHA-256
 */
import { createHash } from "node:crypto";
import { setImmediate as pause } from "node:timers/promises";
import { appError } from "../../../shared/contract/errors";
import { sameBytes } from "../../../shared/sync/bytes";
import { fileIdLength } from "../../../shared/sync/packet/manifest-codec";

/** A packet of a higher format is kept unread until the program is updated. */
const packetFormat = 1;
const magic = new Uint8Array(Buffer.from("SCBSYNC", "ascii"));
const formatAt = 7;
const idAt = 8;
const lengthAt = 24;
const hashAt = 32;
export const headLength = 64;

const hashPiece = 8 << 20;

export interface Head {
  readonly fileId: Uint8Array;
  /** A view of the file's bytes. */
  readonly ciphertext: Uint8Array;
}

async function hashOf(bytes: Uint8Array): Promise<Uint8Array> {
  const hash = createHash("sha256");
  for (let at = 0; at < bytes.length; at += hashPiece) {
    if (at > 0) await pause();
    hash.update(bytes.subarray(at, at + hashPiece));
  }
  return new Uint8Array(hash.digest());
}

export async function encodeHead(fileId: Uint8Array, ciphertext: Uint8Array): Promise<Uint8Array> {
  const head = new Uint8Array(headLength);
  head.set(magic);
  head[formatAt] = packetFormat;
  head.set(fileId, idAt);
  new DataView(head.buffer).setBigUint64(lengthAt, BigInt(ciphertext.length));
  head.set(await hashOf(ciphertext), hashAt);
  return head;
}

/**
 * Checks what the first bytes of a file say, without keys and without the rest.
 * @param size bytes of the whole file
 * @returns what there is of the ciphertext
 * @throws AppError packet-foreign, packet-newer, packet-truncated, packet-damaged
 */
export function checkStart(bytes: Uint8Array, size: number, path: string): Uint8Array {
  const start = bytes.subarray(0, magic.length);
  if (!sameBytes(start, magic.subarray(0, start.length))) throw appError("packet-foreign", { path });
  const format = bytes[formatAt];
  if (format === undefined) throw appError("packet-truncated", { path });
  if (format > packetFormat) throw appError("packet-newer", { path });
  if (format < packetFormat) throw appError("packet-foreign", { path });
  if (bytes.length < headLength) throw appError("packet-truncated", { path });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stated = view.getBigUint64(lengthAt);
  const rest = BigInt(size - headLength);
  if (stated > rest) throw appError("packet-truncated", { path });
  if (stated < rest) throw appError("packet-damaged", { path });
  return bytes.subarray(headLength);
}

/**
 * Checks all that can be checked without keys.
 * @param path for the sentence of a failure
 * @throws AppError packet-foreign, packet-newer, packet-truncated, packet-damaged
 */
export async function checkHead(bytes: Uint8Array, path: string): Promise<Head> {
  const ciphertext = checkStart(bytes, bytes.length, path);
  if (!sameBytes(await hashOf(ciphertext), bytes.subarray(hashAt, headLength)))
    throw appError("packet-damaged", { path });
  return { fileId: new Uint8Array(bytes.subarray(idAt, idAt + fileIdLength)), ciphertext };
}
