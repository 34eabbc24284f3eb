/** Makes headings comparable: case, marks, punctuation, line breaks and footnote numbers are as whoever made the form pleased. */
import { foldExact, foldMarks } from "../text/fold";

/** A heading with its marks, words parted by one blank: "HỌ VÀ TÊN\n(khai sinh)" → "họ và tên khai sinh". */
export function exactHeading(text: string): string {
  return words(foldExact(text));
}

/** The same without marks. */
export function looseHeading(text: string): string {
  return words(foldMarks(text));
}

function words(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/ +/g, " ");
}

/**
 * Steps by which one text becomes the other: letters put in, left out, changed, two neighbours swapped.
 * @param most more steps are not counted
 * @returns at most `most + 1`
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let steps = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      next.push(steps);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(row[other.length] ?? 0, most + 1);
}
