/**
 * Posts of the catalog that a text may have meant, near in spelling: offered beside a post that was not found, and never
 * taken without somebody's word.
 *
 * Words that many posts share ("trưởng", "chủ tịch") make names alike that have nothing else in common, so a word counts the
 * more the fewer posts have it.
 */
import { looseHeading } from "../../../shared/import/heading-text";
import { postName } from "../../../shared/import/post-wordings";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { existsOn } from "../statistics";

const mostNear = 3;
/** Below, two names share little more than "chủ tịch". */
const leastAlike = 0.5;
/** Below, two words are no slip of one another. */
const leastAlikeWord = 0.6;

/** @param on packed day @returns ids and names, the nearest first */
export function nearPosts(
  text: string,
  catalog: CatalogFacts,
  on: number,
): { readonly value: string; readonly label: string }[] {
  const posts = catalog.postsInView.filter((post) => existsOn(post, on));
  const asked = pairsOf(nameOf(text));
  const words = wordsOf(text);
  const tells = tellingBy(posts.map(({ name }) => wordsOf(name)));
  return posts
    .map(({ id, name }) => ({ value: id, label: name, alike: alikeness(asked, pairsOf(nameOf(name))) }))
    .filter(
      ({ alike, label }) => alike >= leastAlike && agreement(words, wordsOf(label), tells) >= leastAlike,
    )
    .sort((one, other) => other.alike - one.alike)
    .slice(0, mostNear)
    .map(({ value, label }) => ({ value, label }));
}

/** Without marks, and in short forms written out. */
function nameOf(text: string): string {
  return looseHeading(postName(text));
}

function wordsOf(text: string): readonly string[] {
  return nameOf(text)
    .split(" ")
    .filter((word) => word !== "");
}

/** How much a word tells of a post: the more, the fewer posts have it. @param names words of every post */
function tellingBy(names: readonly (readonly string[])[]): (word: string) => number {
  const having = new Map<string, number>();
  for (const words of names) for (const word of new Set(words)) having.set(word, (having.get(word) ?? 0) + 1);
  return (word) => Math.log((names.length + 1) / ((having.get(word) ?? 0) + 0.5));
}

/** How much of what each of two names tells the other one says. */
function agreement(
  one: readonly string[],
  other: readonly string[],
  tells: (word: string) => number,
): number {
  return (saidBy(one, other, tells) + saidBy(other, one, tells)) / 2;
}

/** How much of what a text tells a name says: 1 all of it, 0 nothing. A text of one word has nothing else to be told by. */
function saidBy(asked: readonly string[], name: readonly string[], tells: (word: string) => number): number {
  if (asked.length < 2) return 1;
  let [said, all] = [0, 0];
  for (const word of asked) {
    const weight = Math.max(0, tells(word));
    const pairs = pairsOf(word);
    const nearest = Math.max(0, ...name.map((other) => alikeness(pairs, pairsOf(other))));
    if (nearest >= leastAlikeWord) said += weight * nearest;
    all += weight;
  }
  return all === 0 ? 1 : said / all;
}

/** Pairs of letters that follow each other. */
function pairsOf(text: string): ReadonlySet<string> {
  const name = ` ${text} `;
  return new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_none, at) => name.slice(at, at + 2)));
}

/** 1: the same pairs; 0: none in common. */
function alikeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
