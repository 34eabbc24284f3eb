/**
 * Shortens texts to what a field or a line can hold. A cut through a letter of two units, or behind a blank, would make a
 * text that is none of those that may be stored.
 */

/** The beginning of a text. @param text cleaned (clean.ts) @param most UTF-16 units */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, endBefore(text, most)).trimEnd();
}

/** A text in pieces, none of them longer, of which nothing is lost but the blanks between them. */
export function piecesOf(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const end = endBefore(rest, most);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, rest].filter((piece) => piece !== "");
}

function endBefore(text: string, most: number): number {
  const last = text.charCodeAt(most - 1);
  return last >= 0xd800 && last <= 0xdbff ? most - 1 : most;
}
