/** Files on the stick: one compression for all peers, and the sizes that the tables tell. */
import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

export interface FileSize {
  /** As the peer made it. */
  readonly own: number;
  /** After the common compression. */
  readonly stick: number;
}

/** gzip at its best level, or the file as it is where that is smaller (peers that compress by themselves). */
export function pack(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 9 });
  return packed.length < bytes.length
    ? Buffer.concat([Uint8Array.of(1), packed])
    : Buffer.concat([Uint8Array.of(0), bytes]);
}

/** @throws Error when the compressed bytes are damaged */
function unpack(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 1 ? gunzipSync(bytes.subarray(1)) : bytes.subarray(1);
}

/** The byte that tells whether a file is compressed is ours, not the peer's. */
export function sizes(own: Uint8Array, packed: Uint8Array): FileSize {
  return { own: own.length, stick: packed.length - 1 };
}

export function stickFile(folder: string, commune: number, nth: 1 | 2): string {
  return join(folder, `${String(commune).padStart(5, "0")}-${nth}`);
}

export function writeDurably(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, "w");
  writeFileSync(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
}

export function readStick(path: string): Uint8Array {
  return unpack(readFileSync(path));
}
