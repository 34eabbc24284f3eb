// Writes personal names as files and documents want them. Clerks type in lower case or with Caps Lock on; without
// this the roster mixes both. Names of the Central Highlands (H'Hen, KSor, RơChâm) have capitals inside a word, which
// plain title case would destroy.

import { cleanText } from "./clean";
import { nameWords } from "./fold";
import { noticeLegacy } from "./legacy/notice";

/** First letter and letters after an apostrophe or hyphen in upper case, the rest lower. */
function capitalize(word: string): string {
  return word
    .toLowerCase()
    .replace(
      /(^\P{L}*|['’ʼ-])(\p{L})/gu,
      (_match, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

/**
 * "nguyễn văn a" and "NGUYỄN VĂN A" → "Nguyễn Văn A"; "h'hen niê" → "H'Hen Niê". A word that begins with a capital and
 * mixes cases (KSor, K'sor) was written so on purpose and stays. So does text of an old font code, in which capital and
 * small signs are different letters.
 * @param typed NFC or NFD. @returns as cleanText has it
 */
export function titleCaseName(typed: string): string {
  const clean = cleanText(typed);
  if (noticeLegacy(clean).length > 0) return clean;
  return nameWords(clean)
    .map((word) => {
      const mixed = word !== word.toUpperCase() && word !== word.toLowerCase();
      const beginsUpper = /^\P{L}*\p{Lu}/u.test(word);
      return mixed && beginsUpper ? word : capitalize(word);
    })
    .join(" ");
}

/** The name in capitals, as item 1 of Sơ yếu lý lịch 2C-BNV/2008 asks: NFC, one space between words. */
export function documentName(name: string): string {
  return nameWords(name).join(" ").toUpperCase().normalize("NFC");
}
