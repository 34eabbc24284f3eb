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

/** Every sign that stands for the apostrophe of H'Hen, as keyboards, Word and old fonts write it. */
const apostrophes = /[’‘ʼ`´′ʹʻ‛＇ʽʾʿˈ]/gu;

/** Lower case, one space between words, none around; apostrophes and invisible format characters made alike. */
function tidy(text: string): string {
  return text
    .replace(/\p{Cf}/gu, "")
    .replace(apostrophes, "'")
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

/**
 * Where y and i are two spellings of one sound: the vowel alone after a consonant or qu, or at the front (Quý, Quí; Lý, Lí;
 * Yến). After another vowel they are different sounds (tay, tai; thúy, thúi). Only what stands before the letter decides,
 * so that the beginning of a word folds to the beginning of the folded word.
 */
const yForI = /(?<!(?<!q)u|[aeo])y/g;

/**
 * For finding: as foldMarks, with i for y where they sound alike and without apostrophes. "Quý" and "Quí" → "qui",
 * "H'Hen" → "hhen". Never for telling people or values apart.
 */
export function foldSearch(text: string): string {
  return foldMarks(text).replaceAll("'", "").replace(yForI, "i");
}

/** For exact-first ranking of what foldSearch finds: marks and y stay as typed. "H’Hen" → "hhen", "HOÀ" → "hòa". */
export function foldSearchExact(text: string): string {
  return foldExact(text).replaceAll("'", "");
}

/** One text for names that are written with or without blanks, apostrophes and hyphens: "H' Hen Niê" → "hhennie". */
export function foldName(name: string): string {
  return foldSearch(name).replace(/[\s\p{Pd}]/gu, "");
}

const parting = /[\s\p{Pd}]+/u;

/** What is looked for, word by word; each must begin a word of what is found. */
export function searchTokens(query: string): string[] {
  return foldSearchExact(query)
    .split(parting)
    .filter((token) => token !== "");
}

/**
 * The beginnings by which a text is found: its words, what stands after an apostrophe or hyphen in them (Hen of H'Hen),
 * and a lone letter together with the word after it (H Hen, so that "hhen" finds it).
 * @returns as written; fold them to compare
 */
export function searchWords(text: string): string[] {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const found = new Set(words);
  words.forEach((word, place) => {
    const parts = word.replace(apostrophes, "'").split(/['\p{Pd}]/u);
    if (parts.length > 1) for (const part of parts) if (part !== "") found.add(part);
    const next = words[place + 1];
    const isLone = parts.filter((part) => part !== "").join("").length === 1;
    if (isLone && next !== undefined) found.add(word + next);
  });
  return [...found];
}

/** Whether every word that was typed begins a word of the text, without marks. */
export function isFoundBy(text: string, query: string): boolean {
  const words = searchWords(text).map(foldSearch);
  return searchTokens(query).every((token) => words.some((word) => word.startsWith(foldSearch(token))));
}

/** The words of a name as written, NFC; empty for blank text. */
export function nameWords(text: string): string[] {
  return nfc(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
}
