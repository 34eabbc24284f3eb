/**
 * Where somebody serves and since when, read from the rows of their assignments as numbers: by which of several posts
 * they are counted, whether they served without a break, whether they hold the post for the first time. Both the
 * detailed judge and the columns of the statistics ask here; a main post chosen in a second place would put a person
 * into another row of the table than their record says.
 *
 * An uncertain date is two days, so every question is asked twice: of the days an assignment surely covers and of
 * those it may cover. Where the two disagree the history does not tell.
 */
import {
  earliestPackedDay,
  latestPackedDay,
  nextDay,
  type PackedDay,
  type PackedPartialDate,
} from "../domain/partial-date";
import type { MainDoubt } from "../domain/values";
import { type Answer, answers } from "./decide";

/** Later than every day: the end of an assignment that has none, or a start that is not known to have been. */
export const openEnd: PackedDay = 99_999_999;

/** Order of a post that is not known here: after every other. */
export const unknownPostOrder = Number.MAX_SAFE_INTEGER;

/** The days that matter of an assignment; `from` and `to` are packed dates of any precision, 0 for none. */
export function assignmentDays(from: PackedPartialDate, to: PackedPartialDate) {
  return {
    /** First day it can have begun; 0: since always. */
    fromEarliest: earliestPackedDay(from),
    /** Last day it can have begun; `openEnd`: no start on record. */
    fromLatest: from === 0 ? openEnd : latestPackedDay(from),
    /** First day it can have ended; `openEnd`: no end on record. */
    toEarliest: to === 0 ? openEnd : earliestPackedDay(to),
    /** Last day it can still run; `openEnd`: no end on record. */
    toLatest: to === 0 ? openEnd : latestPackedDay(to),
  };
}

/** Whether an assignment counts on a day: it may have begun and need not have ended. */
export function isValidOn(fromEarliest: PackedDay, toLatest: PackedDay, asOf: PackedDay): boolean {
  return fromEarliest <= asOf && asOf <= toLatest;
}

/** Bits of the `mark` column. */
export const assignmentMarks = { main: 1, concurrent: 2 } as const;

/** @returns bits of `assignmentMarks` */
export function markOf(main: boolean, concurrent: boolean): number {
  return (main ? assignmentMarks.main : 0) | (concurrent ? assignmentMarks.concurrent : 0);
}

/** Assignments as columns; a person's rows lie together. */
export interface AssignmentView {
  /** Index of the unit, −1 when it is not known. */
  readonly unit: ArrayLike<number>;
  /** Index of the post, −1 when it is not known. */
  readonly post: ArrayLike<number>;
  readonly fromEarliest: ArrayLike<number>;
  readonly fromLatest: ArrayLike<number>;
  readonly toEarliest: ArrayLike<number>;
  readonly toLatest: ArrayLike<number>;
  /** See `assignmentMarks`. */
  readonly mark: ArrayLike<number>;
}

/** What choosing the main one asks of posts and units, by their indices. */
export interface PlaceOrder {
  /** 1 for posts of a kind that was asked for; a post that is not known here counts too. */
  readonly postCounts: ArrayLike<number>;
  /** Which of several posts and units goes first (`placeRanks`). */
  readonly postRank: ArrayLike<number>;
  readonly unitRank: ArrayLike<number>;
}

/**
 * The assignment by which a person is counted on a day.
 *
 * A post of a kind that was asked for goes before any other; then one that is no kiêm nhiệm before one that is,
 * whatever is marked; then the one marked main, the later start, the post and unit that go first. Two in one post of
 * one unit count alike, so no order of rows decides where anybody counts.
 * @param first @param end the person's rows
 * @returns row, −1 when none is valid on the day
 */
export function mainRow(
  view: AssignmentView,
  first: number,
  end: number,
  order: PlaceOrder,
  asOf: PackedDay,
): number {
  let best = -1;
  // Most people hold one post: nothing is compared before there is a second.
  let bestStanding = -1;
  for (let row = first; row < end; row++) {
    if (!isValidOn(view.fromEarliest[row] ?? 0, view.toLatest[row] ?? 0, asOf)) continue;
    if (best < 0) {
      best = row;
      continue;
    }
    if (bestStanding < 0) bestStanding = standingOf(view, best, order);
    const standing = standingOf(view, row, order);
    if (standing < bestStanding) continue;
    if (standing === bestStanding && !goesBefore(view, row, best, order)) continue;
    best = row;
    bestStanding = standing;
  }
  return best;
}

/** Whether the post of a row is of a kind that was asked for. */
export function isCounted(view: AssignmentView, row: number, order: PlaceOrder): boolean {
  const post = view.post[row] ?? -1;
  return post < 0 || order.postCounts[post] === 1;
}

function standingOf(view: AssignmentView, row: number, order: PlaceOrder): number {
  const mark = view.mark[row] ?? 0;
  return (
    (isCounted(view, row, order) ? 4 : 0) +
    ((mark & assignmentMarks.concurrent) === 0 ? 2 : 0) +
    ((mark & assignmentMarks.main) === 0 ? 0 : 1)
  );
}

function goesBefore(view: AssignmentView, row: number, other: number, order: PlaceOrder): boolean {
  const from = view.fromEarliest[row] ?? 0;
  const otherFrom = view.fromEarliest[other] ?? 0;
  if (from !== otherFrom) return from > otherFrom;
  const rankOf = (at: number) => order.postRank[view.post[at] ?? -1] ?? unknownPostOrder;
  const unitOf = (at: number) => order.unitRank[view.unit[at] ?? -1] ?? -1;
  return (rankOf(row) - rankOf(other) || unitOf(row) - unitOf(other)) < 0;
}

/**
 * Why it is not clear that `mainRow` is right: of the posts of the kinds asked for that are held on the day, none or
 * several are marked main, or a kiêm nhiệm is marked beside one that is none.
 * @returns null where it is clear
 */
export function mainDoubt(
  view: AssignmentView,
  first: number,
  end: number,
  order: PlaceOrder,
  asOf: PackedDay,
): MainDoubt | null {
  let valid = 0;
  for (let row = first; row < end; row++) {
    if (isValidOn(view.fromEarliest[row] ?? 0, view.toLatest[row] ?? 0, asOf)) valid++;
  }
  if (valid < 2) return null;
  let ordinary = 0;
  let marked = 0;
  let concurrent = 0;
  let concurrentMarked = 0;
  for (let row = first; row < end; row++) {
    if (!isValidOn(view.fromEarliest[row] ?? 0, view.toLatest[row] ?? 0, asOf)) continue;
    if (!isCounted(view, row, order)) continue;
    const mark = view.mark[row] ?? 0;
    const isMarked = (mark & assignmentMarks.main) === 0 ? 0 : 1;
    if ((mark & assignmentMarks.concurrent) === 0) {
      ordinary++;
      marked += isMarked;
    } else {
      concurrent++;
      concurrentMarked += isMarked;
    }
  }
  if (ordinary > 0 && concurrentMarked > 0) return "mainConcurrent";
  const [held, main] = ordinary > 0 ? [ordinary, marked] : [concurrent, concurrentMarked];
  if (held < 2 || main === 1) return null;
  return main === 0 ? "mainMissing" : "mainSeveral";
}

/**
 * Whether somebody served in certain post groups on every day from one to another.
 * @param groupOf place of each post's group, by index; −1 where it is not known, which may be any
 * @param groupMask bit i for the i-th post group
 * @param since @param until full packed days; of a day after `until` only `until` itself is asked
 */
export function servedThroughout(
  view: AssignmentView,
  first: number,
  end: number,
  groupOf: ArrayLike<number>,
  groupMask: number,
  since: PackedDay,
  until: PackedDay,
): Answer {
  const from = Math.min(since, until);
  if (covers(view, first, end, groupOf, groupMask, from, until, true)) return answers.yes;
  return covers(view, first, end, groupOf, groupMask, from, until, false) ? answers.unknown : answers.no;
}

/** Goes from the first day to the end of whatever covers it, and on from the day after, until nothing does. */
function covers(
  view: AssignmentView,
  first: number,
  end: number,
  groupOf: ArrayLike<number>,
  groupMask: number,
  since: PackedDay,
  until: PackedDay,
  surely: boolean,
): boolean {
  const starts = surely ? view.fromLatest : view.fromEarliest;
  const ends = surely ? view.toEarliest : view.toLatest;
  for (let day = since; ; ) {
    let reached = -1;
    for (let row = first; row < end; row++) {
      const group = groupOf[view.post[row] ?? -1] ?? -1;
      if (group < 0 ? surely : (groupMask & (1 << group)) === 0) continue;
      const last = ends[row] ?? 0;
      if ((starts[row] ?? 0) <= day && last >= day && last > reached) reached = last;
    }
    if (reached < 0) return false;
    if (reached >= until) return true;
    day = nextDay(reached);
  }
}

/**
 * Whether a person's main assignment is the first time that they hold its post, begun while a text was in force.
 *
 * Whoever held the post in an earlier assignment, anywhere, is not there for the first time; nor is somebody whom the
 * text found in the post, since it asks those who enter under it.
 * @param main row of the main assignment @param inForce first day of the text
 */
export function holdsFirstTime(
  view: AssignmentView,
  first: number,
  end: number,
  main: number,
  inForce: PackedDay,
): Answer {
  const earliest = view.fromEarliest[main] ?? 0;
  const latest = view.fromLatest[main] ?? openEnd;
  if (latest < inForce) return answers.no;
  let answer: Answer = earliest < inForce ? answers.unknown : answers.yes;
  for (let row = first; row < end; row++) {
    if (row === main || view.post[row] !== view.post[main]) continue;
    // What surely ended before also began before, even where its own start is not on record.
    if ((view.fromLatest[row] ?? openEnd) < earliest || (view.toLatest[row] ?? openEnd) < earliest) {
      return answers.no;
    }
    if ((view.fromEarliest[row] ?? 0) < latest) answer = answers.unknown;
  }
  return answer;
}
