/**
 * Everybody judged on one day, as columns: where each person serves, in which post, and the status of each
 * standard. All counts, lists and the grid's marks are read from here, so a figure and the people behind it cannot
 * come from two judgements.
 *
 * The inner loops allocate nothing: a quarter of a million people are judged anew whenever the date changes.
 */
import { standardDefinitions } from "../domain/standards";
import { postGroups, type StandardOrAll, standardsAndAll } from "../domain/values";
import {
  combineCodes,
  decideWithRequirement,
  isPreferred,
  isValidOn,
  needsServingStart,
  openEnd,
  unknownPostOrder,
} from "../standards/decide";
import { type Requirement, type RuleBook, ruleSlot } from "../standards/rules";
import { notServingCode, type StatusCode, statusCodes } from "../standards/types";
import { reserveRows } from "./columns";
import { qualificationKindIndex } from "./fact-columns";
import type { Facts } from "./facts";

/** What judging needs beside the people, by the indices that the facts use. */
export interface SnapshotContext {
  readonly book: RuleBook;
  /** Area flag bits (`areaFlagsMask`) of each unit. */
  readonly unitFlags: Uint8Array;
  /** The unit in which each unit's people count on the day: itself, or the one that it went up in. */
  readonly countsIn: Int32Array;
  /** Place of each post's group in `postGroups`; −1 when it is not known. */
  readonly postGroup: Int8Array;
  /** Which of several posts and units goes first (`placeRanks`). */
  readonly postRank: Int32Array;
  readonly unitRank: Int32Array;
}

/** One row a person, by index of the facts. */
export interface Snapshot {
  readonly asOf: number;
  /** Rows in use; the arrays may be longer. */
  count: number;
  readonly columns: {
    /** Index of the unit served in, −1 when not serving. */
    unit: Int32Array;
    /** Index of the post, −1 when not serving or not known. */
    post: Int16Array;
    /** Row of the main assignment in the facts' columns, −1 when not serving. */
    assignment: Int32Array;
  };
  /** Status codes of each standard, and of all that count together; 0 when not serving. */
  readonly status: Record<StandardOrAll, Uint8Array>;
}

/** Judges everybody on the rule book's day. */
export function takeSnapshot(facts: Facts, context: SnapshotContext): Snapshot {
  const count = facts.peopleCount;
  const snapshot: Snapshot = {
    asOf: context.book.asOf,
    count,
    columns: {
      unit: new Int32Array(count),
      post: new Int16Array(count),
      assignment: new Int32Array(count),
    },
    status: Object.fromEntries(
      standardsAndAll.map((key) => [key, new Uint8Array(count)]),
    ) as Snapshot["status"],
  };
  judgeRange(facts, context, snapshot, 0, count);
  return snapshot;
}

/**
 * Judges one person anew, after their facts changed; somebody new is added.
 * @param index the person's index in the facts
 * @throws Error when the context is of another day than the snapshot
 */
export function refreshPerson(
  snapshot: Snapshot,
  facts: Facts,
  context: SnapshotContext,
  index: number,
): void {
  if (context.book.asOf !== snapshot.asOf)
    throw new Error("The rule book is of another day than the snapshot");
  reserveRows(snapshot.columns, facts.peopleCount);
  reserveRows(snapshot.status, facts.peopleCount);
  const first = Math.min(index, snapshot.count);
  snapshot.count = Math.max(snapshot.count, index + 1);
  judgeRange(facts, context, snapshot, first, index + 1);
}

const slotsPerGroup = ruleSlot(0, 1, 0);
const slotsPerStandard = ruleSlot(1, 0, 0);
/** In place of a slot of the rule book: does not serve, or in a post whose group is not known. */
const notServing = -1;
const unknownPost = -2;

/** Judges the people from `first` up to, not including, `end`: first where they serve, then standard by standard. */
function judgeRange(
  facts: Facts,
  context: SnapshotContext,
  snapshot: Snapshot,
  first: number,
  end: number,
): void {
  const slots = placeRange(facts, context, snapshot, first, end);
  const { all } = snapshot.status;
  for (let person = first; person < end; person++) {
    all[person] = slots[person - first] === notServing ? notServingCode : statusCodes.met;
  }
  standardDefinitions.forEach(({ key, countsInAll }, index) => {
    const status = snapshot.status[key];
    judgeStandard(
      facts,
      context,
      qualificationKindIndex(key),
      index * slotsPerStandard,
      slots,
      status,
      first,
    );
    if (!countsInAll) return;
    for (let person = first; person < end; person++) {
      all[person] = combineCodes(codeAt(all, person), codeAt(status, person));
    }
  });
}

/** Finds where everybody serves. @returns by person from `first` on the place of their post and unit in the rule book */
function placeRange(
  facts: Facts,
  context: SnapshotContext,
  snapshot: Snapshot,
  first: number,
  end: number,
): Int32Array {
  const { assignmentStart, assignmentCount } = facts.people;
  const { unit: unitOf, post: postOf, fromEarliest, toLatest, main } = facts.assignments;
  const { book, unitFlags, countsIn, postGroup, postRank, unitRank } = context;
  const { asOf } = book;
  const { unit, post, assignment } = snapshot.columns;
  const slots = new Int32Array(end - first);
  for (let person = first; person < end; person++) {
    let best = -1;
    const assignmentEnd = (assignmentStart[person] ?? 0) + (assignmentCount[person] ?? 0);
    for (let row = assignmentStart[person] ?? 0; row < assignmentEnd; row++) {
      if (!isValidOn(fromEarliest[row] ?? 0, toLatest[row] ?? 0, asOf)) continue;
      if (
        best < 0 ||
        isPreferred(
          main[row] === 1,
          fromEarliest[row] ?? 0,
          main[best] === 1,
          fromEarliest[best] ?? 0,
          (postRank[postOf[row] ?? -1] ?? unknownPostOrder) -
            (postRank[postOf[best] ?? -1] ?? unknownPostOrder) ||
            (unitRank[unitOf[row] ?? -1] ?? -1) - (unitRank[unitOf[best] ?? -1] ?? -1),
        )
      ) {
        best = row;
      }
    }
    assignment[person] = best;
    if (best < 0) {
      unit[person] = -1;
      post[person] = -1;
      slots[person - first] = notServing;
      continue;
    }
    const namedUnit = unitOf[best] ?? 0;
    const unitIndex = countsIn[namedUnit] ?? namedUnit;
    const postIndex = postOf[best] ?? 0;
    unit[person] = unitIndex;
    post[person] = postIndex;
    const group = postIndex < 0 ? -1 : (postGroup[postIndex] ?? -1);
    const isKnown = group >= 0 && group < postGroups.length;
    slots[person - first] = isKnown ? group * slotsPerGroup + (unitFlags[unitIndex] ?? 0) : unknownPost;
  }
  return slots;
}

/** One standard of everybody whose slots are given. @param base where the standard begins in the rule book */
function judgeStandard(
  facts: Facts,
  context: SnapshotContext,
  wantedKind: number,
  base: number,
  slots: Int32Array,
  status: Uint8Array,
  first: number,
): void {
  const { qualificationStart, qualificationCount } = facts.people;
  const { kind, rank, sureDay, possibleDay } = facts.qualifications;
  const { table, requirements, asOf } = context.book;
  for (let place = 0; place < slots.length; place++) {
    const person = first + place;
    const slot = slots[place] ?? notServing;
    if (slot < 0) {
      status[person] = slot === notServing ? notServingCode : statusCodes.unknown;
      continue;
    }
    let sure = 0;
    let possible = 0;
    const end = (qualificationStart[person] ?? 0) + (qualificationCount[person] ?? 0);
    for (let row = qualificationStart[person] ?? 0; row < end; row++) {
      if (kind[row] !== wantedKind || (possibleDay[row] ?? 0) > asOf) continue;
      const held = rank[row] ?? 0;
      if (held > possible) possible = held;
      if (held > sure && (sureDay[row] ?? 0) <= asOf) sure = held;
    }
    const requirement = requirements[table[base + slot] ?? -1];
    status[person] = decide(facts, context, person, requirement, sure, possible);
  }
}

function codeAt(column: Uint8Array, person: number): StatusCode {
  return (column[person] ?? notServingCode) as StatusCode;
}

function decide(
  facts: Facts,
  context: SnapshotContext,
  person: number,
  requirement: Requirement | undefined,
  sureRank: number,
  possibleRank: number,
): StatusCode {
  if (requirement === undefined) return statusCodes.notApplicable;
  const { asOf } = context.book;
  let servingSure = openEnd;
  let servingPossible = openEnd;
  if (needsServingStart(requirement, sureRank, possibleRank, asOf)) {
    const { assignmentStart, assignmentCount } = facts.people;
    const { post, fromEarliest, fromLatest } = facts.assignments;
    const end = (assignmentStart[person] ?? 0) + (assignmentCount[person] ?? 0);
    for (let row = assignmentStart[person] ?? 0; row < end; row++) {
      const group = context.postGroup[post[row] ?? -1] ?? -1;
      if (group < 0 || (requirement.postGroupMask & (1 << group)) === 0) continue;
      if ((fromEarliest[row] ?? 0) > asOf) continue;
      servingSure = Math.min(servingSure, fromLatest[row] ?? 0);
      servingPossible = Math.min(servingPossible, fromEarliest[row] ?? 0);
    }
  }
  return decideWithRequirement(requirement, sureRank, possibleRank, servingSure, servingPossible, asOf);
}
