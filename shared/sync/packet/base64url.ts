/** Bytes as text for key cards: base64url without padding (RFC 4648 §5), one form only. */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export function toBase64url(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const word = (a << 16) | (b << 8) | c;
    const characters = Math.min(4, bytes.length - i + 1);
    for (let n = 0; n < characters; n++) text += alphabet[(word >> (18 - 6 * n)) & 63];
  }
  return text;
}

/** Null for a text that toBase64url does not give. */
export function fromBase64url(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (bits >> held) & 255;
    }
  }
  // A lone last character, or bits that no byte takes up.
  return held >= 6 || (bits & ((1 << held) - 1)) !== 0 ? null : bytes;
}
