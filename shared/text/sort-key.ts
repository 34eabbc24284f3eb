// Turns Vietnamese text into ASCII keys whose plain binary order (SQLite BINARY, JavaScript `<`) is the Vietnamese
// order. SQLite has no Vietnamese collation, and a grid of 250,000 people cannot call a collator for every
// comparison; without these keys Đặng sorts after Vũ and people are listed by family name.
//
// A word is written as one code a letter (A…Z, a…g), then its tone (0…5), so the letters of the whole word decide
// before the tone, and both before the next word:
//   end of text < "-" (next part of a name) < 0…5 tone, ends a word < 9 number < A…g letter < h other < v…z second tone

import { nameWords } from "./fold";

const ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const LETTER_CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg";
const LETTER_CODE: ReadonlyMap<string, string> = new Map(
  [...ALPHABET].map((letter, index) => [letter, LETTER_CODES.charAt(index)]),
);

// Combining grave, hook, tilde, acute, dot below: huyền, hỏi, ngã, sắc, nặng. Ngang has no mark and is 0.
const TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323";
// A second tone in one word (no Vietnamese syllable has it) must sort after whatever a next word begins with.
const FURTHER_TONES = "vwxyz";
const NUMBER = "9";
const NUMBER_LENGTHS = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const OTHER = "h";

const HAS_DIGIT = /[0-9]/;
const DIGITS = /([0-9]{1,35})/;
const TONE = new RegExp(`[${TONE_MARKS}]`, "g");

/** Digits with their count before them, so that 2 comes before 10; leading zeros do not count. */
function numberCode(digits: string): string {
  const value = digits.replace(/^0+(?=[0-9])/, "");
  return NUMBER + NUMBER_LENGTHS.charAt(value.length - 1) + value;
}

/** What is no letter of the alphabet as it stands: ü counts as u, punctuation as nothing, ω comes after z. */
function foreignCode(char: string): string {
  const base = String.fromCodePoint(char.normalize("NFD").codePointAt(0) ?? 0);
  const code = LETTER_CODE.get(base);
  if (code !== undefined) return code;
  const isLetter = /[\p{L}\p{N}]/u.test(base);
  return isLetter ? OTHER + (base.codePointAt(0) ?? 0).toString(16).padStart(6, "0") : "";
}

function letterCodes(letters: string): string {
  let codes = "";
  for (const char of letters) codes += LETTER_CODE.get(char) ?? foreignCode(char);
  return codes;
}

/** Key of one word: case, punctuation and the place of the tone mark do not count; numbers go by value. */
function wordKey(word: string): string {
  // Eth is what old keyboards give for đ; the modifier apostrophe is a letter to Unicode but not to the alphabet.
  const decomposed = word.toLowerCase().normalize("NFD").replaceAll("ð", "đ").replaceAll("ʼ", "");
  let tones = "";
  const toneless = decomposed.replace(TONE, (mark) => {
    const tone = TONE_MARKS.indexOf(mark);
    tones += tones === "" ? String(tone + 1) : FURTHER_TONES.charAt(tone);
    return "";
  });
  const letters = toneless.normalize("NFC");
  const codes = HAS_DIGIT.test(letters)
    ? letters
        .split(DIGITS)
        .map((piece) => (HAS_DIGIT.test(piece) ? numberCode(piece) : letterCodes(piece)))
        .join("")
    : letterCodes(letters);
  return codes === "" ? "" : codes + (tones || "0");
}

/**
 * Key of a personal name: tên (last word), then đệm (middle words, fewer first), then họ (first word). Names that
 * differ only in case, spaces, punctuation or tone placement have the same key.
 * @param fullName NFC or NFD. @returns ASCII letters, digits and "-".
 */
export function nameSortKey(fullName: string): string {
  const keys = nameWords(fullName)
    .map(wordKey)
    .filter((key) => key !== "");
  const ten = keys.at(-1) ?? "";
  const ho = keys.length > 1 ? (keys[0] ?? "") : "";
  return `${ten}-${keys.slice(1, -1).join("")}-${ho}`;
}

/**
 * Key of a unit, post or other title: its words from left to right, numbers by value (Khu 2 before Khu 10),
 * punctuation only parting words.
 * @param text NFC or NFD. @returns ASCII letters and digits.
 */
export function textSortKey(text: string): string {
  return text
    .split(/[^\p{L}\p{M}\p{N}'’ʼ]+/u)
    .map(wordKey)
    .join("");
}
