/**
 * Everybody judged on one day, as columns: where each person serves, in which post, and the status of each
 * standard. All counts, lists and the grid's marks are read from here, so a figure and the people behind it cannot
 * come from two judgements.
 *
 * The inner loops allocate nothing but for whom grace or conditions are looked at: a quarter of a million people are judged anew whenever the date changes.
 */
import { ageOnPacked } from "../domain/partial-date";
import {
  byStandard,
  postGroups,
  type Standard,
  type StandardOrAll,
  standards,
  standardsAndAll,
} from "../domain/values";
import {
  type Answer,
  answers,
  both,
  combineCodes,
  decideWithRequirement,
  eitherWay,
  needsGrace,
  restsOnAssumption,
} from "../standards/decide";
import type { Person } from "../standards/conditions";
import { graceEnd, grantsGrace, servedForGrace, withinGrace } from "../standards/grace";
import type { MajorsAsked } from "../standards/majors";
import { PostChains } from "../standards/post-chains";
import { asks, asksEverybody, type Requirement, type RuleBook, ruleSlot } from "../standards/rules";
import { isCounted, mainDoubt, mainRow, type PlaceOrder } from "../standards/serving";
import { notServingCode, type StatusCode, statusCodes } from "../standards/types";
import { reserveRows } from "./columns";
import { qualificationKindIndex, sexCodes } from "./fact-columns";
import type { Facts } from "./facts";

/** What judging needs beside the people, by the indices that the facts use. */
export interface SnapshotContext extends PlaceOrder {
  readonly book: RuleBook;
  /** Area flag bits (`areaFlagsMask`) of each unit. */
  readonly unitFlags: Uint8Array;
  /** First day of each unit, full and packed; 0 where it is not on record. */
  readonly unitStart: Int32Array;
  /** The unit in which each unit's people count on the day: itself, or the one that it went up in. */
  readonly countsIn: Int32Array;
  /** Place of each post's group in `postGroups`; −1 when it is not known. */
  readonly postGroup: Int8Array;
  /** Place of each post's category in `postCategories`; −1 when it is not known. */
  readonly postCategory: Int8Array;
  /** Ids of the posts. */
  readonly postIds: readonly string[];
}

/** One row a person, by index of the facts. */
export interface Snapshot {
  readonly asOf: number;
  readonly book: RuleBook;
  /** Rows in use; the arrays may be longer. */
  count: number;
  readonly columns: {
    /** Index of the unit served in, −1 when not serving. */
    unit: Int32Array;
    /** Index of the post, −1 when not serving or not known. */
    post: Int16Array;
    /** Row of the main assignment in the facts' columns, −1 when not serving. */
    assignment: Int32Array;
    /** 1 when the main assignment is of a kind that was asked for: only these are in figures. */
    counted: Uint8Array;
    /** 1 when it is not clear that the main assignment is the right one. */
    doubt: Uint8Array;
    /** 1 for a person on record of whom no post is, or one in a unit that is not known: neither serves nor left. */
    unposted: Uint8Array;
  };
  /** Status codes of each standard, and of all together; 0 when not serving. Of standards that are not counted (`book`): no rows. */
  readonly status: Record<StandardOrAll, Uint8Array>;
  /** Place of the requirement that each standard was judged by in the rule book, −1 for none. */
  readonly rule: Record<Standard, Int16Array>;
  /** 1 where a status hangs on levels without a date. */
  readonly assumed: Record<Standard, Uint8Array>;
  /** Last day of grace of whoever is in it, 0 of everybody else. */
  readonly graceUntil: Record<Standard, Int32Array>;
}

/** Judges everybody on the rule book's day. */
export function takeSnapshot(facts: Facts, context: SnapshotContext): Snapshot {
  const count = facts.peopleCount;
  const { book } = context;
  const lengthOf = (standard: Standard) => (book.counted.includes(standard) ? count : 0);
  const snapshot: Snapshot = {
    asOf: book.asOf,
    book,
    count,
    columns: {
      unit: new Int32Array(count),
      post: new Int16Array(count),
      assignment: new Int32Array(count),
      counted: new Uint8Array(count),
      doubt: new Uint8Array(count),
      unposted: new Uint8Array(count),
    },
    status: Object.fromEntries(
      standardsAndAll.map((key) => [key, new Uint8Array(key === "all" ? count : lengthOf(key))]),
    ) as Snapshot["status"],
    rule: byStandard((key) => new Int16Array(lengthOf(key))),
    assumed: byStandard((key) => new Uint8Array(lengthOf(key))),
    graceUntil: byStandard((key) => new Int32Array(lengthOf(key))),
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
  const { columns: places, status, rule, assumed, graceUntil } = snapshot;
  reserveRows(places, facts.peopleCount);
  const counted = new Set<string>([...snapshot.book.counted, "all"]);
  for (const columns of [status, rule, assumed, graceUntil]) {
    reserveRows(columns, facts.peopleCount, (key) => counted.has(key));
  }
  const first = Math.min(index, snapshot.count);
  snapshot.count = Math.max(snapshot.count, index + 1);
  judgeRange(facts, context, snapshot, first, index + 1);
}

/** Whether no rule speaks of a standard for the post in which somebody serves; a post that is not known is another matter. */
export function isUncovered({ rule, status }: Snapshot, standard: Standard, person: number): boolean {
  return rule[standard][person] === -1 && status[standard][person] === statusCodes.notApplicable;
}

/** How many people no post is on record of; they are in no figure. */
export function unpostedPeople({ columns, count }: Snapshot): number {
  let people = 0;
  for (let person = 0; person < count; person++) people += columns.unposted[person] ?? 0;
  return people;
}

/** 1 at 1 + the place of each requirement that nobody compared with the text of the law; of no requirement: 0. */
export function unverifiedRules({ book }: Snapshot): Uint8Array {
  return Uint8Array.of(0, ...book.requirements.map(({ verified }) => (verified ? 0 : 1)));
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
    all[person] = slots[person - first] === notServing ? notServingCode : statusCodes.notApplicable;
  }
  context.book.counted.forEach((key) => {
    judgeStandard(facts, context, snapshot, key, standards.indexOf(key) * slotsPerStandard, slots, first);
    const status = snapshot.status[key];
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
  const { assignmentStart, assignmentCount, present } = facts.people;
  const { assignments } = facts;
  const { book, unitFlags, countsIn, postGroup } = context;
  const { asOf } = book;
  const { unit, post, assignment, counted, doubt, unposted } = snapshot.columns;
  const slots = new Int32Array(end - first);
  for (let person = first; person < end; person++) {
    const start = assignmentStart[person] ?? 0;
    const count = assignmentCount[person] ?? 0;
    const best = mainRow(assignments, start, start + count, context, asOf);
    assignment[person] = best;
    counted[person] = 0;
    doubt[person] = 0;
    unposted[person] = count === 0 && present[person] === 1 ? 1 : 0;
    if (best < 0) {
      unit[person] = -1;
      post[person] = -1;
      slots[person - first] = notServing;
      continue;
    }
    if (isCounted(assignments, best, context)) counted[person] = 1;
    if (count > 1 && mainDoubt(assignments, start, start + count, context, asOf) !== null) doubt[person] = 1;
    const namedUnit = assignments.unit[best] ?? 0;
    const unitIndex = countsIn[namedUnit] ?? namedUnit;
    const postIndex = assignments.post[best] ?? 0;
    unit[person] = unitIndex;
    if (unitIndex < 0) unposted[person] = 1;
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
  snapshot: Snapshot,
  standard: Standard,
  base: number,
  slots: Int32Array,
  first: number,
): void {
  const status = snapshot.status[standard];
  const ruleOf = snapshot.rule[standard];
  const assumedOf = snapshot.assumed[standard];
  const untilOf = snapshot.graceUntil[standard];
  const wantedKind = qualificationKindIndex(standard);
  const recorded: Ranks = { sure: 0, possible: 0, dated: 0 };
  const ofMajors: Ranks = { sure: 0, possible: 0, dated: 0 };
  /** What counts for a requirement, of what the person holds. */
  const fitting = (person: number, requirement: Requirement | undefined): Ranks => {
    const majors = requirement?.majors ?? null;
    if (majors === null) return recorded;
    readRanks(facts, person, wantedKind, asOf, majors, ofMajors);
    return ofMajors;
  };
  const { table, requirements, asOf } = context.book;
  const { post } = snapshot.columns;
  const chains = new PostChains(context.book, context.postIds);
  for (let place = 0; place < slots.length; place++) {
    const person = first + place;
    const slot = slots[place] ?? notServing;
    assumedOf[person] = 0;
    untilOf[person] = 0;
    if (slot < 0) {
      status[person] = slot === notServing ? notServingCode : statusCodes.unknown;
      ruleOf[person] = -1;
      continue;
    }
    readRanks(facts, person, wantedKind, asOf, null, recorded);
    const chain = chains.of(table[base + slot] ?? -1, post[person] ?? -1);
    let rule = chain[0] ?? -1;
    let code: StatusCode = statusCodes.notApplicable;
    if (rule >= 0 && isForAll(requirements[rule])) {
      const requirement = requirements[rule];
      const ranks = fitting(person, requirement);
      code = decide(facts, context, snapshot, person, requirement, ranks, recorded.sure);
    } else if (rule >= 0) {
      // Only rules with conditions of the person come here.
      const of = personOf(facts, context, snapshot, person);
      rule = -1;
      let isSettled = false;
      let isFirst = true;
      for (const place of chain) {
        const requirement = requirements[place];
        if (requirement === undefined) continue;
        const answer = asks(requirement, of);
        if (answer === answers.no) continue;
        const by = decide(
          facts,
          context,
          snapshot,
          person,
          requirement,
          fitting(person, requirement),
          recorded.sure,
        );
        code = isFirst ? by : eitherWay(code, by);
        if (isFirst) rule = place;
        isFirst = false;
        isSettled = answer === answers.yes;
        if (isSettled) break;
      }
      if (!isSettled && !isFirst) code = eitherWay(code, statusCodes.notApplicable);
    }
    status[person] = code;
    ruleOf[person] = rule;
    const judgedBy = requirements[rule];
    if (code === statusCodes.grace && judgedBy !== undefined) {
      untilOf[person] = graceEnd(judgedBy, personOf(facts, context, snapshot, person));
    }
    const { dated } = fitting(person, judgedBy);
    if (restsOnAssumption(code, judgedBy?.requiredRank ?? 0, dated, recorded.dated)) {
      assumedOf[person] = 1;
    }
  }
}

/** Highest levels of a person of one kind: surely held, possibly, and surely with a date. */
interface Ranks {
  sure: number;
  possible: number;
  dated: number;
}

/** @param majors fields of study of which a paper must be to count; null: of any @param ranks is written over */
function readRanks(
  { people, qualifications, majors: texts }: Facts,
  person: number,
  wantedKind: number,
  asOf: number,
  majors: MajorsAsked | null,
  ranks: Ranks,
): void {
  const { kind, rank, major, sureDay, possibleDay, assumed } = qualifications;
  let sure = 0;
  let possible = 0;
  let dated = 0;
  const start = people.qualificationStart[person] ?? 0;
  const end = start + (people.qualificationCount[person] ?? 0);
  for (let row = start; row < end; row++) {
    if (kind[row] !== wantedKind || (possibleDay[row] ?? 0) > asOf) continue;
    const fits = majors === null ? answers.yes : majors.answer(texts.texts[major[row] ?? 0] ?? null);
    if (fits === answers.no) continue;
    const held = rank[row] ?? 0;
    if (held > possible) possible = held;
    if (fits !== answers.yes || (sureDay[row] ?? 0) > asOf) continue;
    if (held > sure) sure = held;
    if (held > dated && assumed[row] === 0) dated = held;
  }
  ranks.sure = sure;
  ranks.possible = possible;
  ranks.dated = dated;
}

function isForAll(requirement: Requirement | undefined): boolean {
  return requirement !== undefined && asksEverybody(requirement);
}

function codeAt(column: Uint8Array, person: number): StatusCode {
  return (column[person] ?? notServingCode) as StatusCode;
}

function decide(
  facts: Facts,
  context: SnapshotContext,
  snapshot: Snapshot,
  person: number,
  requirement: Requirement | undefined,
  { sure, possible }: Ranks,
  recordedRank: number,
): StatusCode {
  if (requirement === undefined) return statusCodes.notApplicable;
  const { requiredRank } = requirement;
  let inGrace: Answer = answers.no;
  if (needsGrace(requiredRank, recordedRank, possible) && grantsGrace(requirement)) {
    const service = personOf(facts, context, snapshot, person);
    inGrace = withinGrace(requirement, service);
    if (inGrace !== answers.no) inGrace = both(inGrace, servedForGrace(requirement, service));
  }
  return decideWithRequirement(requiredRank, sure, possible, recordedRank, inGrace);
}

/** What is read of somebody beside levels, for the few whose grace or conditions are looked at. */
function personOf(facts: Facts, context: SnapshotContext, snapshot: Snapshot, person: number): Person {
  const first = facts.people.assignmentStart[person] ?? 0;
  const { unit, post, assignment } = snapshot.columns;
  const sex = facts.people.sex[person] ?? sexCodes.unknown;
  const birth = facts.people.birth[person] ?? 0;
  const { asOf } = context.book;
  return {
    view: facts.assignments,
    first,
    end: first + (facts.people.assignmentCount[person] ?? 0),
    main: assignment[person] ?? -1,
    groupOf: context.postGroup,
    unitStart: context.unitStart[unit[person] ?? -1] ?? 0,
    asOf,
    birth,
    age: birth === 0 ? null : ageOnPacked(birth, asOf),
    sex: sex === sexCodes.male ? "male" : sex === sexCodes.female ? "female" : null,
    postId: context.postIds[post[person] ?? -1] ?? "",
    category: context.postCategory[post[person] ?? -1] ?? -1,
  };
}
