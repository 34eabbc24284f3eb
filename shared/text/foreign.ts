/**
 * Text that comes from elsewhere and is shown here: names on cards, authors, reasons, names of files, values that cannot
 * be read. One place for what may make a line on the screen look like another one or run off it.
 */

/** Control, format and direction characters, halves of a pair, line ends. */
const deceiving = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const allDeceiving = new RegExp(deceiving, "gu");
/** Of what is printed in a terminal, line ends and tabs are the program's own, and letters of an old font code stay. */
const hiddenInLines = /(?![\n\t\u00ad])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const usualLength = 200;

/** Whether a text can be shown as it is. @param longest in UTF-16 units */
export function isPlainText(text: string, longest: number): boolean {
  return text.length <= longest && !deceiving.test(text);
}

/** A text that `isPlainText` takes: what it would refuse becomes a blank, what is too long is cut. */
export function plainText(text: string, longest: number): string {
  // So much and no more is looked at, however much came.
  const clean = text
    .slice(0, 4 * longest)
    .normalize("NFC")
    .replaceAll(allDeceiving, " ");
  // Cut between characters, since half a surrogate pair is none.
  let cut = "";
  for (const character of clean.replaceAll(/\s+/gu, " ").trim()) {
    if (cut.length + character.length > longest) break;
    cut += character;
  }
  return cut.trim();
}

/** As `plainText`, with an ellipsis where something was cut away. */
export function foreignText(text: string, longest: number = usualLength): string {
  const plain = plainText(text, longest);
  return text.length > longest && plain.length >= longest - 1 ? `${plain.slice(0, -1).trimEnd()}…` : plain;
}

/** Lines for a terminal without what would move its cursor, change its colours or turn its letters round. */
export function terminalText(text: string): string {
  return text.replaceAll(hiddenInLines, "");
}
