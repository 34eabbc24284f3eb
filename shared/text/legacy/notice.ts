/**
 * Notices text that was written in an old code and only looks odd here: `Ph¹m §¨ng An` for Phạm Đăng An.
 *
 * Nothing is ever converted by this; it finds what may be offered. A text is noticed when at least one of its words
 * cannot be Vietnamese as it stands, and all of its odd words are Vietnamese once they are read in the code. Invariant:
 * text whose words are Vietnamese as they stand is never noticed.
 */
import { type LegacyCode, legacyCodes, lettersOfCode } from "./codes";
import { decodeLegacy } from "./decode";
import { isVietnameseSyllable } from "./syllable";

export interface LegacyText {
  readonly code: LegacyCode;
  /** What was meant, in Unicode. */
  readonly text: string;
}

/** Where words part: blanks, the punctuation of a keyboard, and what Word puts in its place where the code has no letter. */
const between: Readonly<Record<LegacyCode, RegExp>> = {
  tcvn3: /[ \t\r\n\f\v!-/:-@[-`{-~–—‘’“”…•€™°±²³´]+/,
  vni: /[ \t\r\n\f\v!-/:-@[-`{-~–—‘’“”…•€™\u00a0-\u00bf]+/,
  viscii: /[ \t\r\n\f\v!-/:-@[-`{-~]+/,
};
/** A letter or sign that is not on a keyboard. */
const odd = /[^\x20-\x7e\s]|\u00a0/u;
/** Measures that are written so in any text. */
const measure = /^(?:[kcdmh]?m[²³]|µ[A-Za-z]{1,2})$/;
const acronym = /^\p{Lu}{1,8}$/u;

function isInCode(word: string, code: LegacyCode): boolean {
  const letters = lettersOfCode(code);
  return [...word].every((sign) => /[\x20-\x7e]/.test(sign) || letters.has(sign));
}

/** Abbreviations such as ĐH are no syllable and no reason against a code. */
function reads(decoded: string): boolean {
  return isVietnameseSyllable(decoded) || acronym.test(decoded);
}

/** Words that cannot be Vietnamese as they stand. A sign alone, such as a dash or §, says nothing. */
function isEvidence(word: string): boolean {
  return !isVietnameseSyllable(word) && [...word].length > 1 && !measure.test(word);
}

/**
 * The codes in which the text may have been written, the most likely first, each with what it then says.
 * @returns empty for Unicode text, and for text that is Vietnamese in no code
 */
export function noticeLegacy(text: string): LegacyText[] {
  if (!odd.test(text)) return [];
  const composed = text.normalize("NFC");
  return legacyCodes.flatMap((code): LegacyText[] => {
    const oddWords = (one: string) => one.split(between[code]).filter((word) => odd.test(word));
    const words = oddWords(composed);
    if (!words.some(isEvidence) || !words.every((word) => isInCode(word, code))) return [];
    const decoded = decodeLegacy(code, composed);
    const after = oddWords(decoded);
    return after.some(isVietnameseSyllable) && after.every(reads) ? [{ code, text: decoded }] : [];
  });
}
