/** Which rules stand in the text instead of others: those of a set that details another's, of the same people. */
import type { Lineage } from "./families";
import type { StandardSet } from "./types";

interface Asking {
  readonly set: StandardSet;
  readonly family: Lineage<StandardSet>;
  /** Whom it asks, posts apart, as text. */
  readonly asked: string;
  readonly posts: ReadonlySet<string>;
}

/** Of each rule those that stand instead of it, as far as they ask anybody; rules of which none does are not in it. */
export function standingInstead<Rule extends Asking>(rules: readonly Rule[]): Map<Rule, readonly Rule[]> {
  const instead = new Map<Rule, readonly Rule[]>();
  const detailing = new Map<string, Rule[]>();
  for (const one of rules) {
    for (const { id } of one.family.line.slice(1)) {
      const key = `${id} ${one.asked}`;
      const known = detailing.get(key);
      if (known === undefined) detailing.set(key, [one]);
      else known.push(one);
    }
  }
  if (detailing.size === 0) return instead;
  for (const other of rules) {
    const found = detailing.get(`${other.set.id} ${other.asked}`)?.filter((one) => covers(one, other)) ?? [];
    if (found.length > 0) instead.set(other, found);
  }
  return instead;
}

function covers({ posts }: Asking, other: Asking): boolean {
  return posts.size === 0
    ? other.posts.size === 0
    : other.posts.size > 0 && [...other.posts].every((post) => posts.has(post));
}
