/**
 * Whether an act (way into or out of a post) can be for a kind of post on a day, and how long it may give the post for, by
 * the rows of act-rules.ts.
 *
 * Invariants: only what a text that somebody read leaves no room for is refused; a date that spans two laws, or is missing,
 * refuses nothing; an act that no row bars is free.
 */
import { addMonthsToDate } from "../domain/months";
import {
  earliestDay,
  latestDay,
  type PackedDay,
  type PartialDate,
  packedToIso,
} from "../domain/partial-date";
import {
  type AssignmentKind,
  assignmentKinds,
  type EndReason,
  endReasons,
  type PostCategory,
  type PostGroup,
} from "../domain/values";
import { type ActBar, type ActLimit, type ActRule, shippedBeginnings, shippedEndings } from "./act-rules";
import { type DatedRule, holdsOn } from "./types";

/** What of a post decides which acts it knows. */
export interface ActPost {
  readonly category: PostCategory;
  readonly group: PostGroup | null;
}

export interface Barred {
  readonly bar: ActBar;
  /** `doubtful`: to be looked at again. */
  readonly is: "refused" | "doubtful";
}

/** @param on the day of the act; null: not known, then it is judged by this day's law and not refused */
export function barOf(
  { bars }: ActRule,
  post: ActPost,
  on: PartialDate | null,
  today: PackedDay,
): Barred | null {
  const ofPost = bars.filter((bar) => isFor(bar, post));
  if (on === null) {
    const bar = ruleOn(ofPost, today);
    return bar === null ? null : { bar, is: "doubtful" };
  }
  const first = ruleOn(ofPost, earliestDay(on));
  const last = ruleOn(ofPost, latestDay(on));
  const bar = last ?? first;
  if (bar === null) return null;
  return { bar, is: first?.refuses === true && last?.refuses === true ? "refused" : "doubtful" };
}

/** Ways out of a post that its kind knows, in the order of the list; what is doubtful is among them. */
export function endingsFor(post: ActPost, on: PackedDay): EndReason[] {
  return actsFor(endReasons, shippedEndings, post, on);
}

/** As `endingsFor`, of ways into a post. */
export function beginningsFor(post: ActPost, on: PackedDay): AssignmentKind[] {
  return actsFor(assignmentKinds, shippedBeginnings, post, on);
}

function actsFor<Act extends string>(
  acts: readonly Act[],
  rules: Readonly<Record<Act, ActRule>>,
  post: ActPost,
  on: PackedDay,
): Act[] {
  const iso = packedToIso(on);
  return acts.filter((act) => barOf(rules[act], post, iso, on)?.is !== "refused");
}

/** The longest that an act may give a post for on a day; null where no text was found. */
export function limitOn(
  { limits }: Pick<ActRule, "limits">,
  category: PostCategory,
  from: PartialDate,
): ActLimit | null {
  const ofPost = limits.filter(({ kinds }) => kinds.includes(category));
  return ruleOn(ofPost, earliestDay(from));
}

interface Exceeded {
  readonly limit: ActLimit;
  /** The last day that the text allows, as precise as the beginning. */
  readonly last: PartialDate;
}

/**
 * Whether a post is given for longer than it may be.
 * @param from the beginning, or the last renewal @param until the end on record
 * @returns null also where a date does not surely tell
 */
export function exceededLimit(
  { limits }: ActRule,
  category: PostCategory,
  from: PartialDate,
  until: PartialDate,
): Exceeded | null {
  const limit = limitOn({ limits }, category, from);
  const last = limit === null ? null : addMonthsToDate(from, limit.months);
  if (limit === null || last === null || earliestDay(until) <= latestDay(last)) return null;
  return { limit, last };
}

function isFor({ kinds, groups, notGroups }: ActBar, { category, group }: ActPost): boolean {
  if (!kinds.includes(category)) return false;
  if (groups !== undefined) return group !== null && groups.includes(group);
  return notGroups === undefined || group === null || !notGroups.includes(group);
}

function ruleOn<R extends DatedRule>(rules: readonly R[], day: PackedDay): R | null {
  const iso = packedToIso(day);
  // What refuses goes before what only asks to be looked at again.
  const held = rules.filter((rule) => holdsOn(rule, iso));
  return held.find((rule) => "refuses" in rule && rule.refuses === true) ?? held[0] ?? null;
}
