/**
 * Headings that name several levels of one ladder: "CN-CC" (Cử nhân, Cao cấp) over crosses. A cross under one says that
 * somebody has one of them, and not which.
 */
import { columnOfKey } from "../columns/column";
import { answersIn, oneOf } from "./column-role";
import { looseHeading } from "./heading-text";
import type { HeadingBook, HeadingSense } from "./heading-book";

/** Words of the longest name of a level. */
const longest = 5;
/** More words than such a heading has. */
const most = 12;
const between = new Set(["va", "hoac", "and", "or"]);

/** @returns an answer of each ladder that has all levels that the text names; nothing where it names one, or anything else */
export function levelsNamed(text: string, book: HeadingBook): HeadingSense[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  if (words.length < 2 || words.length > most) return [];
  const named: ReadonlyMap<string, readonly string[]>[] = [];
  for (let at = 0; at < words.length; ) {
    if (between.has(looseHeading(words[at] ?? "")) && named.length > 0) {
      at++;
      continue;
    }
    let levels: ReadonlyMap<string, readonly string[]> = new Map();
    let count = Math.min(longest, words.length - at);
    for (; count > 0 && levels.size === 0; count--)
      levels = levelsIn(book.sensesOf(words.slice(at, at + count).join(" ")));
    if (levels.size === 0) return [];
    named.push(levels);
    at += count + 1;
  }
  const [first, ...others] = named;
  if (first === undefined || others.length === 0) return [];
  return [...first.keys()]
    .filter((key) => others.every((levels) => levels.has(key)))
    .map((key) => [key, [...new Set(named.flatMap((levels) => levels.get(key) ?? []))]] as const)
    .filter(([, levels]) => levels.length > 1)
    .map(([key, levels]) => ({ kind: "answer", means: oneOf(key, levels) }));
}

/** Levels by the key of the column that they are answers of. */
function levelsIn(senses: readonly HeadingSense[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    senses.flatMap((sense) =>
      sense.kind === "answer" && columnOfKey(sense.means.key)?.definition.ladder !== undefined
        ? [[sense.means.key, answersIn(sense.means)] as const]
        : [],
    ),
  );
}
