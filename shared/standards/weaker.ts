/**
 * Where a set asks less than the one that it details. The law lets a province ask for more and not for less (for instance
 * NĐ 334/2025 art. 31), but whether a text allows it all the same is for people to read there; so this is told before
 * saving and refuses nothing.
 *
 * What is compared is what somebody would be asked with and without the set: for each rule of it, in each group and area,
 * the rules of its base that the same people would come to. A set that names fewer posts than its base weakens nothing,
 * since the base goes on asking for the others.
 */
import { grouped } from "../domain/grouped";
import type { PackedDay } from "../domain/partial-date";
import { type PostGroup, postGroups, type Standard, standards } from "../domain/values";
import { answers } from "./decide";
import { excludeEachOther } from "./read-conditions";
import { lineages } from "./families";
import {
  areaFlagsMask,
  asksEverybody,
  chainFor,
  compileRules,
  type Requirement,
  type RuleBook,
  ruleSlot,
} from "./rules";
import { openEnd } from "./serving";
import type { StandardRule, StandardSet } from "./types";

/**
 * - `none`: no level where the base asks for one; `level`: a lower one
 * - `majors`: papers of fields of study that the base does not take
 * - `grace`: grace for longer, or for more people, than the base grants
 */
export type Weakness = "none" | "level" | "majors" | "grace";

export interface WeakRule {
  readonly rule: StandardRule;
  readonly set: StandardSet;
  /** The rule of the base that the same people would be judged by. */
  readonly base: StandardRule;
  readonly baseSet: StandardSet;
  readonly weakness: Weakness;
}

/**
 * Every rule in use that asks less than the text which its set details, on any day on which both hold.
 * @param groupOf the group of a post by its id, null where it is not known
 * @param touched ids of sets: only those are looked at that are one of them or detail one; left out: all
 */
export function weakRules(
  sets: readonly StandardSet[],
  rules: readonly StandardRule[],
  groupOf: (postId: string) => PostGroup | null,
  touched: ReadonlySet<string> | null = null,
): WeakRule[] {
  const found: WeakRule[] = [];
  const ofSet = grouped(rules, ({ setId }) => setId);
  // Thousands of sets may detail one: what holds without them is the same for all of them.
  const bookOf = basesOnce();
  for (const [id, { line }] of lineages(sets)) {
    const [set, ...bases] = line;
    if (set === undefined || bases.length === 0) continue;
    if (touched !== null && !line.some((one) => touched.has(one.id))) continue;
    const ofLine = line.flatMap((one) => ofSet.get(one.id) ?? []);
    const known = new Set<string>();
    const own = ofSet.get(id) ?? [];
    const spoken = standards.filter((standard) => own.some((rule) => rule.standard === standard));
    for (const day of spoken.length === 0 ? [] : daysToLookAt(line, ofLine)) {
      const withIt = compileRules(line, ofLine, day, spoken);
      const without = bookOf(bases, ofSet, day, spoken);
      if (!withIt.setsInForce.includes(set)) continue;
      const looked = new Set<number>();
      for (const [standard, group, mask, slot] of slots(spoken, ofLine)) {
        // Most areas have the rules of another one.
        const pair = pairOf(withIt.table[slot], without.table[slot], postGroups.indexOf(group));
        if (looked.has(pair)) continue;
        looked.add(pair);
        const chain = chainFor(withIt, standard, group, mask);
        const below = chainFor(without, standard, group, mask);
        for (const asked of chain) {
          if (asked.set.id !== id || !isInGroup(asked, group, groupOf)) continue;
          for (const base of displaced(asked, chain, below)) {
            const weakness = weaknessOf(asked, base);
            const key = `${asked.rule.id} ${base.rule.id}`;
            if (weakness === null || known.has(key)) continue;
            known.add(key);
            found.push({ rule: asked.rule, set, base: base.rule, baseSet: base.set, weakness });
          }
        }
      }
    }
  }
  return found;
}

/** Compiles what sets without those that detail them ask on a day, each once. */
function basesOnce() {
  const known = new Map<string, RuleBook>();
  return (
    bases: readonly StandardSet[],
    ofSet: ReadonlyMap<string, readonly StandardRule[]>,
    day: PackedDay,
    spoken: readonly Standard[],
  ): RuleBook => {
    const key = `${day} ${spoken.join(" ")} ${bases.map(({ id }) => id).join(" ")}`;
    const book =
      known.get(key) ??
      compileRules(
        bases,
        bases.flatMap(({ id }) => ofSet.get(id) ?? []),
        day,
        spoken,
      );
    known.set(key, book);
    return book;
  };
}

/** The days on which something begins while all of a line hold. */
function daysToLookAt(line: readonly StandardSet[], rules: readonly StandardRule[]): PackedDay[] {
  const first = Math.max(...line.map(({ validFrom }) => validFrom));
  const last = Math.min(...line.map(({ validTo }) => validTo ?? openEnd));
  const starts = rules.map(({ validFrom }) => validFrom ?? 0);
  return [...new Set([first, ...starts])].filter((day) => day >= first && day <= last);
}

/** Where rules of a set can stand beside others: their standards, every group, the areas that any of them names. */
function* slots(
  spoken: readonly Standard[],
  all: readonly StandardRule[],
): Generator<[Standard, PostGroup, number, number]> {
  const flags = areaFlagsMask(all.flatMap(({ anyFlag, allFlags }) => [...anyFlag, ...allFlags]));
  // Every set of the flags that are named.
  for (const standard of spoken)
    for (const [place, group] of postGroups.entries())
      for (let mask = flags; mask >= 0; mask = mask === 0 ? -1 : (mask - 1) & flags)
        yield [standard, group, mask, ruleSlot(standards.indexOf(standard), place, mask)];
}

/** Places of chains are of sixteen bits. */
const mostChains = 2 ** 16;

/** A number that is equal for the same two chains of a group. */
function pairOf(one = -1, other = -1, group: number): number {
  return (group * mostChains + one + 1) * mostChains + other + 1;
}

/** Whether anybody of a group is asked: a rule of single posts stands in the table of every group. */
function isInGroup(
  { posts }: Requirement,
  group: PostGroup,
  groupOf: (postId: string) => PostGroup | null,
): boolean {
  return posts.size === 0 || [...posts].some((post) => groupOf(post) === group);
}

/** The rules of the base that those whom a rule asks would come to without it. */
function displaced(
  own: Requirement,
  chain: readonly Requirement[],
  bases: readonly Requirement[],
): Requirement[] {
  const before = new Set(chain.slice(0, chain.indexOf(own)).map(({ rule }) => rule.id));
  const ofBase = new Set(own.family.line.slice(1).map(({ id }) => id));
  const found: Requirement[] = [];
  for (const base of bases) {
    if (before.has(base.rule.id) || areApart(own, base)) continue;
    if (ofBase.has(base.set.id)) found.push(base);
    if (asksEverybody(base) || asksAllOf(base, own)) break;
  }
  return found;
}

function areApart(own: Requirement, base: Requirement): boolean {
  if (own.posts.size > 0 && base.posts.size > 0 && ![...own.posts].some((post) => base.posts.has(post)))
    return true;
  return excludeEachOther(own.rule.row, base.rule.row);
}

/** Whether a rule asks everybody whom another asks. */
function asksAllOf(base: Requirement, own: Requirement): boolean {
  const allPosts = base.posts.size === 0 || [...own.posts].every((post) => base.posts.has(post));
  return base.asked === own.asked && allPosts && (base.posts.size === 0 || own.posts.size > 0);
}

function weaknessOf(own: Requirement, base: Requirement): Weakness | null {
  // Levels that are not known here cannot be compared.
  if (base.requiredRank <= 0 || own.requiredRank < 0) return null;
  if (own.requiredRank === 0) return "none";
  if (own.requiredRank < base.requiredRank) return "level";
  if (takesMore(own, base)) return "majors";
  return grantsMore(own, base) ? "grace" : null;
}

/** Whether a paper of a field that the base does not take would do. */
function takesMore({ majors: own }: Requirement, { majors: base }: Requirement): boolean {
  if (base === null) return false;
  return own === null || own.names.some((name) => base.answer(name) !== answers.yes);
}

function grantsMore(own: Requirement, base: Requirement): boolean {
  const grants = ({ graceUntil, graceEvent }: Requirement) => graceUntil !== 0 || graceEvent !== null;
  if (!grants(own)) return false;
  if (!grants(base)) return true;
  // Years from two different events, or from an event and up to a day, may be more for somebody.
  if (own.graceEvent !== base.graceEvent) return true;
  if (own.graceUntil > base.graceUntil || own.graceYears > base.graceYears) return true;
  if (base.graceServingOn === 0) return false;
  const isWider = own.graceServingOn === 0 || own.graceServingOn > base.graceServingOn;
  return isWider || (own.graceGroupMask & ~base.graceGroupMask) !== 0;
}
