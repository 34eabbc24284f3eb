// Writes personal names as files and documents want them. Clerks type in lower case or with Caps Lock on; without
// this the roster mixes both. Names of the Central Highlands (H'Hen, KSor, RơChâm) have capitals inside a word, which
// plain title case would destroy.

import { nameWords } from "./fold";

/** First letter and letters after an apostrophe or hyphen in upper case, the rest lower. */
function capitalize(word: string): string {
  return word
    .toLowerCase()
    .replace(
      /(^|['’ʼ-])(\p{L})/gu,
      (_match, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

/**
 * "nguyễn văn a" and "NGUYỄN VĂN A" → "Nguyễn Văn A"; "h'hen niê" → "H'Hen Niê". A word that begins with a capital and
 * mixes cases (KSor, K'sor) was written so on purpose and stays.
 * @param typed NFC or NFD. @returns NFC, one space between words, none around.
 */
export function titleCaseName(typed: string): string {
  return nameWords(typed)
    .map((word) => {
      const mixed = word !== word.toUpperCase() && word !== word.toLowerCase();
      const beginsUpper = /^\p{Lu}/u.test(word);
      return mixed && beginsUpper ? word : capitalize(word);
    })
    .join(" ");
}

/** The name in capitals, as item 1 of Sơ yếu lý lịch 2C-BNV/2008 asks: NFC, one space between words. */
export function documentName(name: string): string {
  return nameWords(name).join(" ").toUpperCase().normalize("NFC");
}
