/**
 * Everybody judged on one day, as columns: where each person serves, in which post, and the status of each
 * standard. All counts, lists and the grid's marks are read from here, so a figure and the people behind it cannot
 * come from two judgements.
 *
 * The inner loops allocate nothing: a quarter of a million people are judged anew whenever the date changes.
 */
import { standardDefinitions } from "../domain/standards";
import { postGroups, type StandardOrAll, standards, standardsAndAll } from "../domain/values";
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
/** Every code that the column of kinds can hold; what no standard asks for stays −1. */
const kindCodes = 256;

/** Judges the people from `first` up to, not including, `end`. */
function judgeRange(
  facts: Facts,
  context: SnapshotContext,
  snapshot: Snapshot,
  first: number,
  end: number,
): void {
  const { assignmentStart, assignmentCount, qualificationStart, qualificationCount } = facts.people;
  const { unit: unitOf, post: postOf, fromEarliest, toLatest, main } = facts.assignments;
  const { kind, rank, sureDay, possibleDay } = facts.qualifications;
  const { book, unitFlags, countsIn, postGroup, postRank, unitRank } = context;
  const { table, requirements, asOf } = book;
  const { unit, post, assignment } = snapshot.columns;
  const { all } = snapshot.status;
  const count = standards.length;
  const statusOf = standards.map((standard) => snapshot.status[standard]);
  const countsInAll = standardDefinitions.map((definition) => definition.countsInAll);
  const standardOfKind = new Int8Array(kindCodes).fill(-1);
  standards.forEach((standard, index) => {
    standardOfKind[qualificationKindIndex(standard)] = index;
  });
  /** Highest ranks of the person at hand, surely and possibly held, by standard. */
  const sureRank = new Uint8Array(count);
  const possibleRank = new Uint8Array(count);

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
      for (let standard = 0; standard < count; standard++)
        setCode(statusOf[standard], person, notServingCode);
      all[person] = notServingCode;
      continue;
    }

    sureRank.fill(0);
    possibleRank.fill(0);
    const qualificationEnd = (qualificationStart[person] ?? 0) + (qualificationCount[person] ?? 0);
    for (let row = qualificationStart[person] ?? 0; row < qualificationEnd; row++) {
      if ((possibleDay[row] ?? 0) > asOf) continue;
      const standard = standardOfKind[kind[row] ?? 0] ?? -1;
      if (standard < 0) continue;
      const held = rank[row] ?? 0;
      if (held > (possibleRank[standard] ?? 0)) possibleRank[standard] = held;
      if ((sureDay[row] ?? 0) <= asOf && held > (sureRank[standard] ?? 0)) sureRank[standard] = held;
    }

    const namedUnit = unitOf[best] ?? 0;
    const unitIndex = countsIn[namedUnit] ?? namedUnit;
    const postIndex = postOf[best] ?? 0;
    unit[person] = unitIndex;
    post[person] = postIndex;
    const group = postIndex < 0 ? -1 : (postGroup[postIndex] ?? -1);
    const isKnown = group >= 0 && group < postGroups.length;
    const slot = group * slotsPerGroup + (unitFlags[unitIndex] ?? 0);
    let together: StatusCode = statusCodes.met;
    for (let standard = 0; standard < count; standard++) {
      const sure = sureRank[standard] ?? 0;
      const possible = possibleRank[standard] ?? 0;
      const code = isKnown
        ? decide(
            facts,
            context,
            person,
            requirements[table[standard * slotsPerStandard + slot] ?? -1],
            sure,
            possible,
          )
        : statusCodes.unknown;
      setCode(statusOf[standard], person, code);
      if (countsInAll[standard] === true) together = combineCodes(together, code);
    }
    all[person] = together;
  }
}

function setCode(column: Uint8Array | undefined, person: number, code: StatusCode): void {
  if (column !== undefined) column[person] = code;
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
