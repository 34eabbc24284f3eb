/** Vietnamese as it was written before Unicode, for tests: the tables turned round, and any syllable or name. */
import fc from "fast-check";
import { type LegacyCode, legacyTables } from "../text/legacy/codes";
import { isVietnameseSyllable, syllableParts } from "../text/legacy/syllable";

const tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"] as const;

export const lowerLetters: readonly string[] = [
  "đ",
  ...[..."aăâeêioôơuưy"].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC"))),
];

const signsByCode = new Map<LegacyCode, ReadonlyMap<string, string>>();

function signsOf(code: LegacyCode): ReadonlyMap<string, string> {
  const known = signsByCode.get(code);
  if (known !== undefined) return known;
  const signs = new Map<string, string>();
  for (const [sign, letter] of legacyTables[code]) if (!signs.has(letter)) signs.set(letter, sign);
  signsByCode.set(code, signs);
  return signs;
}

/** A text as somebody typed it in a code; letters that the code has not stay. */
export function encodeLegacy(code: LegacyCode, text: string): string {
  const signs = signsOf(code);
  return [...text].map((letter) => signs.get(letter) ?? letter).join("");
}

/** Whether a code has every letter of a text: TCVN3 has no capitals with tones. */
export function canEncode(code: LegacyCode, text: string): boolean {
  const signs = signsOf(code);
  return [...text].every((letter) => letter <= "~" || signs.has(letter));
}

/** Any Vietnamese syllable, capital at the front or not. */
const syllable = fc
  .tuple(
    fc.constantFrom(...syllableParts.onsets),
    fc.constantFrom(...syllableParts.rhymes),
    fc.constantFrom(...tones),
    fc.constantFrom("lower", "front", "all"),
  )
  .filter(([onset, rhyme]) => isVietnameseSyllable(onset + rhyme))
  .map(([onset, rhyme, tone, shape]) => {
    const stopped = /(?:c|ch|p|t|k)$/.test(rhyme);
    const mark = stopped && tone !== "" ? "\u0301" : tone;
    const vowels = [...rhyme.matchAll(/[aăâeêioôơuưy]/g)];
    const at = (vowels[vowels.length > 2 ? 1 : 0]?.index ?? 0) + 1;
    const word = (onset + rhyme.slice(0, at) + mark + rhyme.slice(at)).normalize("NFC");
    if (shape === "all") return word.toUpperCase();
    return shape === "front" ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });

export const sentence = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
