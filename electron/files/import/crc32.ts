/** The check sum of parts of a zip file (ISO 3309), which Node has from version 22 on only. */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** @param before check sum of the bytes before; 0 at the beginning */
export function crc32(bytes: Uint8Array, before: number): number {
  let rest = ~before;
  for (let at = 0; at < bytes.length; at++) {
    rest = (table[(rest ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (rest >>> 8);
  }
  return ~rest >>> 0;
}
