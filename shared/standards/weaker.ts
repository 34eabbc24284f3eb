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
import { type PostGroup, postGroups, type Standard } from "../domain/values";
import { answers } from "./decide";
import { excludeEachOther } from "./read-conditions";
import { lineages } from "./families";
import { areaFlagsMask, asksEverybody, chainFor, compileRules, type Requirement } from "./rules";
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
 */
export function weakRules(
  sets: readonly StandardSet[],
  rules: readonly StandardRule[],
  groupOf: (postId: string) => PostGroup | null,
): WeakRule[] {
  const found: WeakRule[] = [];
  const ofSet = grouped(rules, ({ setId }) => setId);
  for (const [id, { line }] of lineages(sets)) {
    const [set, ...bases] = line;
    if (set === undefined || bases.length === 0) continue;
    const ofLine = line.flatMap((one) => ofSet.get(one.id) ?? []);
    const known = new Set<string>();
    for (const day of daysToLookAt(line, ofLine)) {
      const withIt = compileRules(line, ofLine, day);
      const without = compileRules(bases, ofLine, day);
      if (!withIt.setsInForce.includes(set)) continue;
      for (const [standard, group, mask] of slots(
        ofLine.filter(({ setId }) => setId === id),
        ofLine,
      )) {
        const chain = chainFor(withIt, standard, group, mask);
        const below = chainFor(without, standard, group, mask);
        for (const own of chain) {
          if (own.set.id !== id || !isInGroup(own, group, groupOf)) continue;
          for (const base of displaced(own, chain, below)) {
            const weakness = weaknessOf(own, base);
            const key = `${own.rule.id} ${base.rule.id}`;
            if (weakness === null || known.has(key)) continue;
            known.add(key);
            found.push({ rule: own.rule, set, base: base.rule, baseSet: base.set, weakness });
          }
        }
      }
    }
  }
  return found;
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
  own: readonly StandardRule[],
  all: readonly StandardRule[],
): Generator<[Standard, PostGroup, number]> {
  const flags = areaFlagsMask(all.flatMap(({ anyFlag, allFlags }) => [...anyFlag, ...allFlags]));
  // Every set of the flags that are named.
  for (const standard of new Set(own.map((rule) => rule.standard)))
    for (const group of postGroups)
      for (let mask = flags; mask >= 0; mask = mask === 0 ? -1 : (mask - 1) & flags)
        yield [standard, group, mask];
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
