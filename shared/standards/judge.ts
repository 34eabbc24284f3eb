/**
 * Judges one person on one day and says why: the rule and clause in force, what counted as evidence, what is
 * missing. Screen, reports, checker and plan all show these findings; the decisions themselves are in decide.ts,
 * serving.ts and held.ts, shared with the columnar statistics, and a property test holds the two paths equal.
 */
import { levelAtRank, levelRank } from "../domain/levels";
import { ageOnPacked, type PackedDay, packPartialDate } from "../domain/partial-date";
import {
  officialCategories,
  postCategories,
  type PostCategory,
  type PostGroup,
  type Standard,
} from "../domain/values";
import {
  answers,
  both,
  combineCodes,
  decideWithRequirement,
  eitherWay,
  needsGrace,
  restsOnAssumption,
} from "./decide";
import { doubtsOf, type Person } from "./conditions";
import { graceEnd, servedForGrace, withinGrace } from "./grace";
import { heldDays, isAssumed } from "./held";
import { missingFor } from "./missing";
import { personView } from "./person-view";
import { asks, chainFor, type Requirement, type RuleBook } from "./rules";
import { isCounted, mainDoubt, mainRow } from "./serving";
import {
  type Catalog,
  type Doubt,
  type Evidence,
  type Finding,
  type Judgement,
  type Missing,
  type PersonFacts,
  type StatusCode,
  type Status,
  statusCodes,
  statusOfCode,
} from "./types";

/** A person on a day, with the main assignment found. */
interface Case {
  readonly person: PersonFacts;
  readonly book: RuleBook;
  readonly service: Person;
}

/**
 * Every standard for one person on the rule book's day.
 * @param unitOn the unit that people of a unit count in, by whose area flags they are judged
 * @param kinds the kinds of post that count: somebody who holds one of them is judged by it, whatever else they hold
 * @returns no findings when the person does not serve on that day
 * @throws RangeError when a date is not canonical
 */
export function judge(
  person: PersonFacts,
  book: RuleBook,
  unitOn: Catalog["unitOn"],
  kinds: readonly PostCategory[] = officialCategories,
): Judgement {
  const view = personView(person.assignments, kinds);
  const { length } = person.assignments;
  const row = mainRow(view.view, 0, length, view.order, book.asOf);
  const main = person.assignments[row];
  if (main === undefined) {
    return { main: null, unitId: null, counted: false, mainDoubt: null, findings: [], combined: null };
  }
  // Where the unit is not known, nothing is known of its area either.
  const unit = unitOn(main.unitId, book.asOf) ?? { id: main.unitId, areaFlags: 0, start: 0 };
  const { asOf } = book;
  const birth = packPartialDate(person.birth);
  const service: Person = {
    view: view.view,
    first: 0,
    end: length,
    main: row,
    groupOf: view.groupOf,
    unitStart: unit.start,
    asOf,
    birth,
    age: birth === 0 ? null : ageOnPacked(birth, asOf),
    sex: person.sex,
    postId: main.postId,
    category: main.postCategory === null ? -1 : postCategories.indexOf(main.postCategory),
  };
  const of: Case = { person, book, service };
  const findings = book.counted.map((standard) =>
    main.postGroup === null
      ? finding(standard, "unknown", { missing: [{ reason: "postUnknown" }] })
      : judgeStandard(of, standard, main.postGroup, unit.areaFlags),
  );
  const codes = findings.map(({ status }): StatusCode => statusCodes[status]);
  return {
    main,
    unitId: unit.id,
    counted: isCounted(view.view, row, view.order),
    mainDoubt: mainDoubt(view.view, 0, length, view.order, book.asOf),
    findings,
    combined: statusOfCode(codes.reduce(combineCodes, statusCodes.notApplicable)),
  };
}

/** The assignment by which somebody is counted on a day, as `judge` finds it; null where they do not serve. */
export function mainAssignment(
  assignments: PersonFacts["assignments"],
  asOf: PackedDay,
  kinds: readonly PostCategory[] = officialCategories,
): PersonFacts["assignments"][number] | null {
  const { view, order } = personView(assignments, kinds);
  return assignments[mainRow(view, 0, assignments.length, order, asOf)] ?? null;
}

function judgeStandard(of: Case, standard: Standard, postGroup: PostGroup, flagsMask: number): Finding {
  const evidence = evidenceFor(of.person, standard, of.book.asOf);
  const chain = chainFor(of.book, standard, postGroup, flagsMask);
  const doubts = new Set<Doubt>();
  const possible: Finding[] = [];
  let isSettled = false;
  for (const requirement of chain) {
    const answer = asks(requirement, of.service);
    if (answer === answers.no) continue;
    possible.push(findingBy(of, standard, requirement, evidence));
    isSettled = answer === answers.yes;
    if (isSettled) break;
    for (const doubt of doubtsOf(requirement.tests, requirement, of.service)) doubts.add(doubt);
  }
  const unruled = () => findingBy(of, standard, null, evidence);
  const [asked = unruled(), ...others] = isSettled ? possible : [...possible, unruled()];
  const code = others.reduce<StatusCode>(
    (status, other) => eitherWay(status, statusCodes[other.status]),
    statusCodes[asked.status],
  );
  const status = requiredStatus(code);
  if (status === asked.status && others.every((other) => other.status === status)) return asked;
  return {
    ...asked,
    status,
    missing: [...doubts].map((reason) => ({ reason })),
    graceUntil: null,
    assumed: false,
  };
}

/** The finding by one requirement; by none where no text speaks. */
function findingBy(
  of: Case,
  standard: Standard,
  requirement: Requirement | null,
  evidence: readonly Evidence[],
): Finding {
  const held = evidence.filter(({ sure }) => sure);
  const recordedRank = highestRank(standard, held);
  const actual = levelAtRank(standard, recordedRank);
  if (requirement === null) {
    return finding(standard, "notApplicable", { actual, evidence, missing: [{ reason: "noRule" }] });
  }
  const { requiredRank, majors } = requirement;
  const fits = ({ major }: Evidence) => majors?.answer(major) ?? answers.yes;
  const fitting = held.filter((item) => fits(item) === answers.yes);
  const sureRank = highestRank(standard, fitting);
  const possibleRank = highestRank(
    standard,
    evidence.filter((item) => fits(item) !== answers.no),
  );
  const asksGrace = needsGrace(requiredRank, recordedRank, possibleRank);
  const within = asksGrace ? withinGrace(requirement, of.service) : answers.no;
  const served = within === answers.no ? answers.no : servedForGrace(requirement, of.service);
  const status = requiredStatus(
    decideWithRequirement(requiredRank, sureRank, possibleRank, recordedRank, both(within, served)),
  );
  const datedRank = (of: readonly Evidence[]) =>
    highestRank(
      standard,
      of.filter(({ assumed }) => !assumed),
    );
  return finding(standard, status, {
    requirement,
    actual,
    evidence,
    missing: missingFor({
      standard,
      requirement,
      status,
      evidence,
      recordedRank,
      possibleRank,
      within,
      served,
    }),
    graceUntil: status === "grace" ? graceEnd(requirement, of.service) : null,
    assumed: restsOnAssumption(statusCodes[status], requiredRank, datedRank(fitting), datedRank(held)),
  });
}

/** Qualifications of the standard's kind that were or may have been held on the day, best level first. */
function evidenceFor(person: PersonFacts, standard: Standard, asOf: PackedDay): Evidence[] {
  const birth = packPartialDate(person.birth);
  const evidence: Evidence[] = [];
  for (const { id, kind, level, major, granted, recorded, equivalent } of person.qualifications) {
    if (kind !== standard || levelRank(standard, level) === 0) continue;
    const packed = packPartialDate(granted);
    const { possible, sure } = heldDays(packed, recorded, birth, standard, level);
    if (possible > asOf) continue;
    const assumed = isAssumed(packed, level);
    evidence.push({ qualificationId: id, level, major, granted, equivalent, sure: sure <= asOf, assumed });
  }
  return evidence.sort(
    (a, b) =>
      levelRank(standard, b.level) - levelRank(standard, a.level) ||
      (a.qualificationId < b.qualificationId ? -1 : 1),
  );
}

function highestRank(standard: Standard, evidence: readonly Evidence[]): number {
  return evidence.reduce((rank, item) => Math.max(rank, levelRank(standard, item.level)), 0);
}

interface Grounds {
  readonly requirement?: Requirement;
  readonly actual?: string | null;
  readonly evidence?: readonly Evidence[];
  readonly missing?: readonly Missing[];
  readonly graceUntil?: PackedDay | null;
  readonly assumed?: boolean;
}

function finding(
  standard: Standard,
  status: Status,
  { requirement, actual = null, evidence = [], missing = [], graceUntil = null, assumed = false }: Grounds,
): Finding {
  return {
    standard,
    status,
    required: requirement?.rule.minimumLevel ?? null,
    majors: requirement?.majors?.names ?? [],
    actual,
    setId: requirement?.set.id ?? null,
    setName: requirement?.set.name ?? null,
    clause: requirement?.rule.clause ?? null,
    verified: requirement?.verified ?? null,
    evidence,
    missing,
    graceUntil,
    assumed,
  };
}

/** The status of a code that is known to be one of a serving person. */
function requiredStatus(code: StatusCode): Status {
  const status = statusOfCode(code);
  if (status === null) throw new Error("A serving person came out as not serving");
  return status;
}
