/**
 * The small decisions of judging, over plain numbers, so that the detailed judge (with its evidence) and the
 * columnar statistics (a quarter of a million people) take the very same ones. A second copy of any of them would
 * let a number on screen differ from the people behind it.
 *
 * Dates are packed days. An uncertain date has two: the first and the last day that it can mean.
 */
import {
  earliestPackedDay,
  latestPackedDay,
  type PackedDay,
  type PackedPartialDate,
} from "../domain/partial-date";
import { type StatusCode, statusCodes } from "./types";

/** Later than every day: the end of an assignment that has none, or a start that is not known to have been. */
export const openEnd: PackedDay = 99_999_999;

const { met, notMet, unknown, grace, notApplicable } = statusCodes;

/** What `decideWithRequirement` reads of a requirement. */
export interface Threshold {
  readonly requiredRank: number;
  readonly graceUntil: PackedDay;
  readonly graceServingBefore: PackedDay;
}

/** The days that matter of an assignment; `from` and `to` are packed dates of any precision, 0 for none. */
export function assignmentDays(from: PackedPartialDate, to: PackedPartialDate) {
  return {
    /** First day it can have begun; 0: since always. */
    fromEarliest: earliestPackedDay(from),
    /** Last day it can have begun; `openEnd`: no start on record. */
    fromLatest: from === 0 ? openEnd : latestPackedDay(from),
    /** Last day it can still run; `openEnd`: no end on record. */
    toLatest: to === 0 ? openEnd : latestPackedDay(to),
  };
}

/** Whether an assignment counts on a day: it may have begun and need not have ended. */
export function isValidOn(fromEarliest: PackedDay, toLatest: PackedDay, asOf: PackedDay): boolean {
  return fromEarliest <= asOf && asOf <= toLatest;
}

/**
 * Whether of two valid assignments the candidate is the main one rather than the best so far: the one marked main, else
 * the later start, else the one whose post and unit go first (`comparePlaces`). Two in one post of one unit count alike,
 * so no order of rows can decide where anybody counts.
 * @param placeOrder negative when post and unit of the candidate go before those of the best so far
 */
export function isPreferred(
  candidateMain: boolean,
  candidateFrom: PackedDay,
  bestMain: boolean,
  bestFrom: PackedDay,
  placeOrder: number,
): boolean {
  if (candidateMain !== bestMain) return candidateMain;
  if (candidateFrom !== bestFrom) return candidateFrom > bestFrom;
  return placeOrder < 0;
}

/** Where an assignment is. */
export interface Place {
  readonly postOrder: number;
  readonly postId: string;
  readonly unitId: string;
}

/** Order of a post that is not known here: after every other. */
export const unknownPostOrder = Number.MAX_SAFE_INTEGER;

/** By the order of the post; ids settle ties, since they are the same in every office. */
export function comparePlaces(a: Place, b: Place): number {
  return a.postOrder - b.postOrder || compareText(a.postId, b.postId) || compareText(a.unitId, b.unitId);
}

/**
 * Ranks by which columns compare places with numbers: posts by order and id, units by id.
 * @returns for each post and each unit its place when all are sorted
 */
export function placeRanks(
  posts: readonly { readonly id: string; readonly order: number }[],
  units: readonly { readonly id: string }[],
): { readonly postRank: Int32Array; readonly unitRank: Int32Array } {
  return {
    postRank: ranks(posts, (a, b) => a.order - b.order || compareText(a.id, b.id)),
    unitRank: ranks(units, (a, b) => compareText(a.id, b.id)),
  };
}

function ranks<T>(items: readonly T[], compare: (a: T, b: T) => number): Int32Array {
  const result = new Int32Array(items.length);
  const sorted = items.map((item, index) => ({ item, index })).sort((a, b) => compare(a.item, b.item));
  sorted.forEach(({ index }, rank) => {
    result[index] = rank;
  });
  return result;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The status of one standard where a rule applies.
 *
 * A level surely held that suffices is met; one possibly held that would suffice is unknown; somebody with no
 * record surely held is unknown too, since lacking paper is not lacking the level. Otherwise the level is too low:
 * grace when the rule grants it on this day to people serving before its day, unknown when their start does not
 * tell, else not met. A stated "none" is a record and is judged. A rule with a level that this program does not
 * know (rank below 0) leaves everything unknown.
 *
 * @param sureRank highest level surely held on the day; 0 when there is no such record
 * @param possibleRank highest level possibly held on the day, sure ones included
 * @param servingSureFrom earliest day by which they had surely begun in a post that the rule covers; `openEnd` if none
 * @param servingPossibleFrom earliest day on which they may have begun in one; `openEnd` if none
 * @param asOf full packed day
 */
export function decideWithRequirement(
  requirement: Threshold,
  sureRank: number,
  possibleRank: number,
  servingSureFrom: PackedDay,
  servingPossibleFrom: PackedDay,
  asOf: PackedDay,
): StatusCode {
  const { requiredRank } = requirement;
  if (requiredRank === 0) return notApplicable;
  if (requiredRank < 0) return unknown;
  if (sureRank >= requiredRank) return met;
  if (possibleRank >= requiredRank || sureRank === 0) return unknown;
  if (asOf > requirement.graceUntil) return notMet;
  if (servingSureFrom < requirement.graceServingBefore) return grace;
  return servingPossibleFrom < requirement.graceServingBefore ? unknown : notMet;
}

/** Whether `decideWithRequirement` will look at when the person began to serve. */
export function needsServingStart(
  requirement: Threshold,
  sureRank: number,
  possibleRank: number,
  asOf: PackedDay,
): boolean {
  return sureRank > 0 && possibleRank < requirement.requiredRank && asOf <= requirement.graceUntil;
}

/**
 * Two standards together, for those to whom both apply: met means met on both; one that is surely not met decides,
 * then one in grace; what is left with an unknown is unknown, since it can still turn out met on both. Where one
 * standard does not apply there is no "both" to meet. Several are combined one after the other, in any order.
 * @param a @param b codes of two serving-person statuses, or 0 for both
 */
export function combineCodes(a: StatusCode, b: StatusCode): StatusCode {
  if (a === 0 || b === 0) return 0;
  if (a === notApplicable || b === notApplicable) return notApplicable;
  if (a === notMet || b === notMet) return notMet;
  if (a === grace || b === grace) return grace;
  return a === unknown || b === unknown ? unknown : met;
}
