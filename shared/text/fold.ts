// Makes Vietnamese text comparable. The same word reaches us composed or decomposed, with its tone on either vowel
// (hoà, hòa), with or without marks; without one place that folds these, search and duplicate checks miss people.

/** The composed form (NFC), the only one that is stored. */
export function nfc(text: string): string {
  return text.normalize("NFC");
}

// Open syllables in oa, oe, uy: the tone moves from the second vowel to the first. A letter or mark after the pair
// closes the syllable (hoàn, suýt, xoài); the u of "qu" belongs to the consonant, so quý keeps its tone on y.
const TONE_ON_SECOND = /(o)([àáảãạèéẻẽẹ])(?![\p{L}\p{M}])|(?<!q)(u)([ỳýỷỹỵ])(?![\p{L}\p{M}])/giu;

/**
 * Writes hoà, khoẻ, thuỷ as hòa, khỏe, thủy; every other syllable keeps its tone where it stands.
 * @param text NFC or NFD. @returns NFC, case kept letter by letter.
 */
export function normalizeTonePlacement(text: string): string {
  return nfc(text).replace(TONE_ON_SECOND, (_pair, o?: string, a?: string, u?: string, y?: string) => {
    const first = o ?? u ?? "";
    const [second = "", tone = ""] = (a ?? y ?? "").normalize("NFD");
    return nfc(first + tone) + second;
  });
}

/** Lower case, one space between words, none around; apostrophes and invisible format characters made alike. */
function tidy(text: string): string {
  return text
    .replace(/\p{Cf}/gu, "")
    .replace(/[’‘ʼ`´]/gu, "'")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}

/**
 * For search without marks: "Nguyễn  Đức HOÀ" → "nguyen duc hoa". Texts that differ only in marks, case, white space
 * or composed/decomposed form fold alike. Eth (ð), which old keyboards give for đ, counts as đ.
 */
export function foldMarks(text: string): string {
  return tidy(text.normalize("NFD").replace(/\p{M}/gu, "")).replace(/[đðɖ]/gu, "d");
}

/** For exact-first ranking: NFC, lower case, tone placement normalized, marks kept. "HOÀ" → "hòa". */
export function foldExact(text: string): string {
  return normalizeTonePlacement(tidy(nfc(text)));
}

/** The words of a name as written, NFC; empty for blank text. */
export function nameWords(text: string): string[] {
  return nfc(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
}
