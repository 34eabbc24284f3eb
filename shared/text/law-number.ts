/**
 * The numbers of laws and decisions within a text ("334/2025/NĐ-CP", "57-QĐ/TW", "15/QĐ-UBND"): whoever lays a text out
 * keeps each on one line, where the hyphen at its end would otherwise part it. The text itself stays as it is, so that what
 * is copied, searched for and written into workbooks is the number that everybody types.
 */

export interface LawPart {
  readonly text: string;
  readonly isNumber: boolean;
}

/** Letters and digits joined by slashes and hyphens; tried once a word, however long the word is. */
const joined = /(?<![\p{L}\d])[\p{L}\d]+(?:[/-][\p{L}\d]+)+/gu;

/** A text in its parts, in order; together they are the text. */
export function lawParts(text: string): readonly LawPart[] {
  const parts: LawPart[] = [];
  let end = 0;
  for (const match of text.matchAll(joined)) {
    const [found] = match;
    // A day has no capital, two words no digit, and a number without a slash has no place to be parted at.
    const isNumber = found.includes("/") && /\d/u.test(found) && /\p{Lu}/u.test(found);
    if (!isNumber) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isNumber: false });
    parts.push({ text: found, isNumber: true });
    end = match.index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isNumber: false });
  return parts;
}
