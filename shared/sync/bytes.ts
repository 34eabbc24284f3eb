/**
 * Bytes as text and back: hex for hashes and writers, UUID text for row ids.
 *
 * The log stores bytes, the fold compares text; one pair of functions each keeps both sides on one form, without
 * which the same row or op would look like two.
 */
const byteToHex: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0"),
);

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const uuidLength = 36;

/** Lower-case hex of any bytes. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byteToHex[byte];
  return text;
}

/**
 * Bytes of lower- or upper-case hex.
 * @throws RangeError for an odd length or any other character
 */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) throw new RangeError("Not hex text");
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** Whether a text is a UUID in the one form that rows use: 36 characters, lower case. */
export function isUuid(text: string): boolean {
  return text.length === uuidLength && uuidPattern.test(text);
}

function hexDigit(code: number): number {
  return code <= 57 ? code - 48 : code - 87;
}

/**
 * The 16 bytes of a UUID text.
 * @throws RangeError unless `isUuid(text)`
 */
export function uuidToBytes(text: string): Uint8Array {
  if (!isUuid(text)) throw new RangeError(`Not a lower-case UUID: ${text}`);
  const bytes = new Uint8Array(16);
  let at = 0;
  for (let i = 0; i < uuidLength; i += 2) {
    if (text.charCodeAt(i) === 45) i++;
    bytes[at++] = 16 * hexDigit(text.charCodeAt(i)) + hexDigit(text.charCodeAt(i + 1));
  }
  return bytes;
}

/**
 * The UUID text of 16 bytes.
 * @throws RangeError for any other length
 */
export function bytesToUuid(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new RangeError(`A row id has 16 bytes, not ${bytes.length}`);
  let text = "";
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += "-";
    text += byteToHex[bytes[i] as number];
  }
  return text;
}

/** Whether two byte strings are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Byte strings with the repeated ones left out, in the order in which each came first. */
export function distinctBytes<Bytes extends Uint8Array>(all: readonly Bytes[]): Bytes[] {
  return [...new Map(all.map((bytes) => [toHex(bytes), bytes])).values()];
}

/** Some byte strings, one after the other. */
export function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Views of a byte string, each of one length but for what is left at the end. */
export function pieces(bytes: Uint8Array, length: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, place) =>
    bytes.subarray(place * length, (place + 1) * length),
  );
}
