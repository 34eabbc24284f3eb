/**
 * The text of a file that does not say in which code it is written: Unicode by its mark, by its zeros or by being valid,
 * else one byte a letter. The codes of Vietnamese fonts stay as signs of Windows-1252 here, to be told apart cell by cell
 * (`decode-cells.ts`); only Windows-1258, which no font stands for, is recognised on the whole text.
 */
import { decodeLegacy } from "../../../../shared/text/legacy/decode";
import { legacyCodes } from "../../../../shared/text/legacy/codes";
import { isVietnameseSyllable } from "../../../../shared/text/legacy/syllable";

/** So much of a text is looked at to tell its code. */
const sampleLetters = 200_000;

type Mark = readonly [bytes: readonly number[], code: string];
const marks: readonly Mark[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** Control signs that a text may hold: blanks, the end mark of DOS, and the six capitals of VISCII. */
const controls = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x02, 0x05, 0x06, 0x14, 0x19, 0x1e]);

/** UTF-16 of Latin letters has a zero at every other byte. @returns null for what is no such text */
function wideCode(bytes: Buffer): string | null {
  const length = Math.min(bytes.length, 4096);
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length * 0.2 && even < length * 0.02) return "utf-16le";
  return even > length * 0.2 && odd < length * 0.02 ? "utf-16be" : null;
}

const oddWord = /[^\s!-/:-@[-`{-~]*[^\x00-\x7e][^\s!-/:-@[-`{-~]*/gu;

/** How many of its words beyond plain letters are Vietnamese, less those that are not. */
function vietnameseWords(text: string): number {
  const words = text.normalize("NFC").match(oddWord) ?? [];
  return words.reduce((sum, word) => sum + (isVietnameseSyllable(word) ? 1 : -1), 0);
}

/**
 * @returns the text without its mark; null for bytes that are no text
 */
export function textOfBytes(bytes: Buffer): string | null {
  const mark = marks.find(([signs]) => signs.every((sign, at) => bytes[at] === sign));
  if (mark !== undefined) return new TextDecoder(mark[1]).decode(bytes);
  const wide = wideCode(bytes);
  if (wide !== null) {
    const text = new TextDecoder(wide).decode(bytes);
    return /[\0-\b\x0e-\x1f\ufffd]/u.test(text) ? null : text;
  }
  if (bytes.some((byte) => byte < 0x20 && !controls.has(byte))) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return textOfSingleBytes(bytes);
  }
}

function textOfSingleBytes(bytes: Buffer): string {
  const western = new TextDecoder("windows-1252").decode(bytes);
  const sample = western.slice(0, sampleLetters);
  const vietnamese = new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
  const others = [sample, ...legacyCodes.map((code) => decodeLegacy(code, sample))];
  const best = Math.max(...others.map(vietnameseWords));
  return vietnameseWords(vietnamese.slice(0, sampleLetters)) > best ? vietnamese : western;
}
