/**
 * Which rules may apply: compiles the roster's standard sets into a table for one as-of day.
 *
 * Rules are chosen per standard, post group and area flags of the unit, then by conditions of the person:
 * 1. only sets that are in use and in force on the day count (validFrom ≤ day ≤ validTo), and of those that detail
 *    another one only while that one counts (families.ts);
 * 2. of those, the latest-starting set that says anything about that standard for that post group in such a unit
 *    decides; a set that is silent about it leaves the earlier one in force; sets that start on the same day are
 *    taken in the order of their keys; a set and those that detail it are one text, which starts when it does;
 * 3. within the text, rules that name single posts go before those of groups, those that name flags before general
 *    ones, those for who holds the post for the first time before the others, those with any other condition before
 *    those without, then those of the set that details before those of its base, then the later set, then the lowest
 *    `order`; a rule of the same posts and conditions as one of a set that details its own is not asked at all;
 * 4. a rule whose conditions (conditions.ts) do not hold for a person is passed over for them, and the next one asked;
 * 5. a rule with `minimumLevel` null says that no level is required, which is "not applicable" and, unlike
 *    silence, ends the search.
 * The detailed judge and the columnar statistics read the same table, so they cannot choose different rules.
 */
import { levelRank } from "../domain/levels";
import type { PackedDay } from "../domain/partial-date";
import { areaFlags, type PostGroup, postGroups, type Standard, standards } from "../domain/values";
import { readConditions } from "./read-conditions";
import { applies, type Person, type Test } from "./conditions";
import { type Answer, answers } from "./decide";
import { countedStandards } from "./counted";
import { type Lineage, lineages } from "./families";
import { standingInstead } from "./instead";
import { KnownChains } from "./known-chains";
import { type MajorsAsked, majorsAsked } from "./majors";
import { type GraceTerms, lastDayOfYears } from "./grace";
import { whomItAsks } from "./same-people";
import type { StandardRule, StandardSet } from "./types";

/** A rule as it applies, with its thresholds as numbers. */
export interface Requirement extends GraceTerms {
  readonly set: StandardSet;
  readonly rule: StandardRule;
  /** Place on the ladder of the standard's kind; 0: no level is required; −1: a level that is not known here. */
  readonly requiredRank: number;
  /** Fields of study of which a paper must be to meet it; null: of any. */
  readonly majors: MajorsAsked | null;
  /** Bit i is set when the rule covers the i-th post group of `postGroups`. */
  readonly postGroupMask: number;
  /** Ids of the single posts that it speaks of; none: of all in its groups. */
  readonly posts: ReadonlySet<string>;
  /** What it asks of the person; none: everybody in its posts and areas. */
  readonly tests: readonly Test[];
  readonly goesFirst: boolean;
  /** Whom it asks, posts apart, as text: the same for rules that ask the same people. */
  readonly asked: string;
  readonly family: Lineage<StandardSet>;
  /** Somebody compared both the set and the rule with the text of the law. */
  readonly verified: boolean;
}

/** The rules in force on one day. Immutable; made by `compileRules`. */
export interface RuleBook {
  readonly asOf: PackedDay;
  /** The standards that are judged and counted, in the order in which they are shown. */
  readonly counted: readonly Standard[];
  /** Every requirement that applies to somebody, in no particular order. */
  readonly requirements: readonly Requirement[];
  /** Sets that a requirement comes from, earliest first. */
  readonly setsInForce: readonly StandardSet[];
  /** Place in `chains` at `ruleSlot(…)`, −1 where no text speaks. */
  readonly table: Int16Array;
  /** Places in `requirements` in the order in which they are asked; mostly one, and always ending with the first that asks everybody. */
  readonly chains: readonly (readonly number[])[];
}

/** The requirements of somebody, by whether they hold the post for the first time; null where no text speaks. */
export interface RequirementPair {
  readonly first: Requirement | null;
  readonly other: Requirement | null;
}

const maskCount = 2 ** areaFlags.length;

/**
 * Bits of area flags, bit i for the i-th of `areaFlags`.
 * @param flags keys; others (from a newer program) are passed over
 */
export function areaFlagsMask(flags: readonly string[]): number {
  let mask = 0;
  for (const flag of flags) {
    const index = (areaFlags as readonly string[]).indexOf(flag);
    if (index >= 0) mask |= 1 << index;
  }
  return mask;
}

/**
 * Place in a rule book's table.
 * @param standardIndex place in `standards`
 * @param groupIndex place in `postGroups`
 * @param flagsMask bits from `areaFlagsMask`
 */
export function ruleSlot(standardIndex: number, groupIndex: number, flagsMask: number): number {
  return (standardIndex * postGroups.length + groupIndex) * maskCount + flagsMask;
}

/**
 * The table of requirements for one day.
 * @param sets any order, any days; @param rules rules of unknown sets are passed over
 * @param asOf full packed day
 * @param chosen the standards to count; null: those that rules in use speak of
 */
export function compileRules(
  sets: readonly StandardSet[],
  rules: readonly StandardRule[],
  asOf: PackedDay,
  chosen: readonly string[] | null = null,
): RuleBook {
  const families = lineages(sets);
  const isOn = ({ validFrom, validTo }: Pick<StandardRule, "validFrom" | "validTo">) =>
    (validFrom ?? 0) <= asOf && (validTo === null || asOf <= validTo);
  const holds = (set: StandardSet) => set.inUse && isOn(set);
  const candidates: Requirement[] = [];
  for (const rule of rules) {
    const family = families.get(rule.setId);
    if (family === undefined || !isOn(rule) || !family.line.every(holds)) continue;
    candidates.push(...requirementOf(family, rule));
  }
  candidates.sort(byPrecedence);

  const used = new Map<Requirement, number>();
  const counted = countedStandards(chosen, sets, rules);
  const { table, chains } = tableOf(
    candidates.filter(({ rule }) => counted.includes(rule.standard)),
    used,
  );
  const requirements = [...used.keys()];
  const setsInForce = [...new Set(requirements.map((requirement) => requirement.set))].sort(byStart);
  return { asOf, counted, requirements, setsInForce, table, chains };
}

/**
 * @param candidates in the order of precedence
 * @param used takes the requirements that apply to somebody, with their places
 */
function tableOf(
  candidates: readonly Requirement[],
  used: Map<Requirement, number>,
): Pick<RuleBook, "table" | "chains"> {
  const table = new Int16Array(standards.length * postGroups.length * maskCount).fill(-1);
  const chains: number[][] = [];
  standards.forEach((standard, standardIndex) => {
    const ofStandard = candidates.filter(({ rule }) => rule.standard === standard);
    if (ofStandard.length === 0) return;
    const instead = standingInstead(ofStandard);
    const areas = ofStandard.map(({ rule }) => ({
      any: rule.anyFlag.length === 0 ? -1 : areaFlagsMask(rule.anyFlag),
      all: areaFlagsMask(rule.allFlags),
    }));
    const named = areaFlagsMask(ofStandard.flatMap(({ rule }) => [...rule.anyFlag, ...rule.allFlags]));
    const known = new KnownChains(chains);
    /** The first area in which the same rules may ask. */
    const firstOf = new Map<string, number>();
    for (let mask = 0; mask < maskCount; mask++) {
      const inArea = (place: number) => {
        const { any = 0, all = 0 } = areas[place] ?? {};
        return (any === -1 || (mask & any) !== 0) && (mask & all) === all;
      };
      // An area is as one without the flags that no rule names, or as one of the same rules, which was looked at before.
      const isNamed = (mask & named) === mask;
      const places = isNamed ? [...areas.keys()].filter(inArea) : [];
      const alike = isNamed ? remembered(firstOf, places.join(" "), mask) : mask & named;
      for (let group = 0; group < postGroups.length; group++) {
        const slot = ruleSlot(standardIndex, group, mask);
        table[slot] =
          alike === mask
            ? known.placeOf(chainOf(ofStandard, places, instead, group), (place) => {
                const one = ofStandard[place];
                if (one !== undefined && !used.has(one)) used.set(one, used.size);
                return one === undefined ? -1 : (used.get(one) ?? -1);
              })
            : (table[ruleSlot(standardIndex, group, alike)] ?? -1);
      }
    }
  });
  return { table, chains };
}

/** What stands at a key, or what is put there. */
function remembered(known: Map<string, number>, key: string, value: number): number {
  const found = known.get(key);
  if (found === undefined) known.set(key, value);
  return found ?? value;
}

/** The rules that may ask somebody of a group, up to the first that asks everybody. @param places of those in the area */
function chainOf(
  candidates: readonly Requirement[],
  places: readonly number[],
  instead: ReadonlyMap<Requirement, readonly Requirement[]>,
  group: number,
): number[] {
  const chain: number[] = [];
  const asking = new Set<Requirement>();
  for (const place of places) {
    const candidate = candidates[place];
    // Whose post a rule names may be of any group.
    if (candidate === undefined) continue;
    if ((candidate.postGroupMask & (1 << group)) === 0 && candidate.posts.size === 0) continue;
    if (instead.size > 0) {
      if (instead.get(candidate)?.some((one) => asking.has(one)) === true) continue;
      asking.add(candidate);
    }
    chain.push(place);
    if (asksEverybody(candidate)) break;
  }
  return chain;
}

/** Whether nothing but post group and area decides whom a rule asks. */
export function asksEverybody({ posts, tests }: Pick<Requirement, "posts" | "tests">): boolean {
  return posts.size === 0 && tests.length === 0;
}

/** Whether a rule asks somebody of its groups and areas. */
export function asks(requirement: Requirement, person: Person): Answer {
  const { posts, tests } = requirement;
  return posts.size > 0 && !posts.has(person.postId) ? answers.no : applies(tests, requirement, person);
}

/** The rules that may ask somebody of a post group in a unit with these flags, in the order in which they are asked. */
export function chainFor(
  { table, chains, requirements }: RuleBook,
  standard: Standard,
  postGroup: PostGroup,
  flagsMask: number,
): Requirement[] {
  const slot = ruleSlot(standards.indexOf(standard), postGroups.indexOf(postGroup), flagsMask);
  return (chains[table[slot] ?? -1] ?? []).flatMap((place) => requirements[place] ?? []);
}

/** The requirements of whom no condition but the first entry is looked at, in a unit with these flags. */
export function requirementsFor(
  book: RuleBook,
  standard: Standard,
  postGroup: PostGroup,
  flagsMask: number,
): RequirementPair {
  const chain = chainFor(book, standard, postGroup, flagsMask);
  const other = chain.find(asksEverybody) ?? null;
  const first = chain.find((one) => one.goesFirst || asksEverybody(one)) ?? null;
  return { first, other };
}

/** @returns none for a rule that asks for what is not known here */
function requirementOf(family: Lineage<StandardSet>, rule: StandardRule): Requirement[] {
  const [set] = family.line;
  const conditions = readConditions(rule.row);
  if (set === undefined || conditions === null) return [];
  const postGroupMask = groupsMask(rule.postGroups);
  const requiredRank = rule.minimumLevel === null ? 0 : levelRank(rule.standard, rule.minimumLevel) || -1;
  return [
    {
      set,
      family,
      rule,
      requiredRank,
      majors: majorsAsked(rule.row),
      ...graceOf(set, rule),
      graceServingOn: rule.graceServingOn ?? 0,
      graceGroupMask: rule.graceGroups.length === 0 ? postGroupMask : groupsMask(rule.graceGroups),
      postGroupMask,
      posts: new Set(rule.posts),
      ...conditions,
      asked: whomItAsks(rule.row),
      verified: set.verified && rule.verified,
    },
  ];
}

/** Years from the day on which the set came in force end on one day for everybody. */
function graceOf(
  set: StandardSet,
  rule: StandardRule,
): Pick<GraceTerms, "graceUntil" | "graceYears" | "graceEvent"> {
  const { graceUntil, graceYears, graceEvent } = rule;
  if (graceEvent === null || graceYears === null) {
    return { graceUntil: graceUntil ?? 0, graceYears: 0, graceEvent: null };
  }
  return graceEvent === "ruleStart"
    ? { graceUntil: lastDayOfYears(set.validFrom, graceYears), graceYears: 0, graceEvent: null }
    : { graceUntil: 0, graceYears, graceEvent };
}

function groupsMask(groups: readonly PostGroup[]): number {
  return groups.reduce((mask, group) => mask | (1 << postGroups.indexOf(group)), 0);
}

function hasFlags(rule: StandardRule): boolean {
  return rule.anyFlag.length > 0 || rule.allFlags.length > 0;
}

function byStart(a: StandardSet, b: StandardSet): number {
  return a.validFrom - b.validFrom || compareText(a.key, b.key) || compareText(a.id, b.id);
}

/** Latest text first, then single posts, flags, first entry, other conditions, the set that details, the later one, the lowest order; the id last, so that any input order agrees. */
function byPrecedence(a: Requirement, b: Requirement): number {
  return (
    b.family.root.validFrom - a.family.root.validFrom ||
    byStart(a.family.root, b.family.root) ||
    Number(b.posts.size > 0) - Number(a.posts.size > 0) ||
    Number(hasFlags(b.rule)) - Number(hasFlags(a.rule)) ||
    Number(b.goesFirst) - Number(a.goesFirst) ||
    Number(b.tests.length > 0) - Number(a.tests.length > 0) ||
    b.family.line.length - a.family.line.length ||
    b.set.validFrom - a.set.validFrom ||
    byStart(a.set, b.set) ||
    a.rule.order - b.rule.order ||
    compareText(a.rule.id, b.rule.id)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
