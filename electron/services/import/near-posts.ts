/**
 * Posts of the catalog that a text may have meant, near in spelling: offered beside a post that was not found, and never
 * taken without somebody's word.
 */
import { looseHeading } from "../../../shared/import/heading-text";
import { postName } from "../../../shared/import/post-wordings";
import type { CatalogFacts } from "../../roster/read/index/catalog-facts";
import { existsOn } from "../statistics";

const mostNear = 3;
/** Below, two names share little more than "chủ tịch". */
const leastAlike = 0.5;

/** @param on packed day @returns ids and names, the nearest first */
export function nearPosts(
  text: string,
  catalog: CatalogFacts,
  on: number,
): { readonly value: string; readonly label: string }[] {
  const asked = pairsOf(text);
  return catalog.postsInView
    .filter((post) => existsOn(post, on))
    .map(({ id, name }) => ({ value: id, label: name, alike: alikeness(asked, pairsOf(name)) }))
    .filter(({ alike }) => alike >= leastAlike)
    .sort((one, other) => other.alike - one.alike)
    .slice(0, mostNear)
    .map(({ value, label }) => ({ value, label }));
}

/** Pairs of letters that follow each other, without marks and in short forms written out. */
function pairsOf(text: string): ReadonlySet<string> {
  const name = ` ${looseHeading(postName(text))} `;
  return new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_none, at) => name.slice(at, at + 2)));
}

/** 1: the same pairs; 0: none in common. */
function alikeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
