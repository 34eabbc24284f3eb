/** Writes text of an old code in Unicode. */
import { type LegacyCode, legacyTables } from "./codes";

const patterns = new Map<LegacyCode, RegExp>();

/** Longer signs go first, so that a base letter is read together with its mark. */
function patternOf(code: LegacyCode): RegExp {
  let pattern = patterns.get(code);
  if (pattern === undefined) {
    const signs = [...legacyTables[code].keys()].sort((a, b) => b.length - a.length);
    pattern = new RegExp(signs.join("|"), "gu");
    patterns.set(code, pattern);
  }
  return pattern;
}

const wordPattern = /[^\s]+/gu;
/** Fewer letters do not tell whether somebody writes in capitals. */
const tellingLetters = 2;

function isAllCapitals(word: string): boolean {
  const letters = word.match(/[A-Za-z]/g) ?? [];
  return letters.length >= tellingLetters && letters.every((letter) => letter <= "Z");
}

/**
 * TCVN3 has no capitals with tones: `PH¹M` was typed for PHẠM. A word whose plain letters are capitals throughout is
 * written in capitals; one with too few letters to tell follows the others.
 */
function withCapitals(text: string, decoded: readonly string[]): string {
  const words = text.match(wordPattern) ?? [];
  const telling = words.filter((word) => (word.match(/[A-Za-z]/g) ?? []).length >= tellingLetters);
  const all = telling.length > 0 && telling.every(isAllCapitals);
  let place = 0;
  return text.replace(wordPattern, (word) => {
    const letters = decoded[place++] ?? word;
    const tellsNothing = (word.match(/[A-Z]/g) ?? []).length < tellingLetters && !/[a-z]/.test(word);
    return isAllCapitals(word) || (all && tellsNothing) ? letters.toUpperCase() : letters;
  });
}

export interface DecodeOptions {
  /** The font drew small letters as capitals (.VnTimeH). */
  readonly capitals?: boolean;
}

/**
 * The text as it was meant.
 * @param text as programs hand it over: signs of Windows-1252 or ISO 8859-1
 * @returns NFC; what the code has no letter for stays as it is
 */
export function decodeLegacy(
  code: LegacyCode,
  text: string,
  { capitals = false }: DecodeOptions = {},
): string {
  const table = legacyTables[code];
  const read = (piece: string) => piece.replace(patternOf(code), (sign) => table.get(sign) ?? sign);
  if (capitals) return read(text).toUpperCase().normalize("NFC");
  if (code !== "tcvn3") return read(text).normalize("NFC");
  return withCapitals(text, (text.match(wordPattern) ?? []).map(read)).normalize("NFC");
}
