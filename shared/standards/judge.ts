/**
 * Judges one person on one day and says why: the rule and clause in force, what counted as evidence, what is
 * missing. Screen, reports, checker and plan all show these findings; the decisions themselves are in decide.ts,
 * shared with the columnar statistics, and a property test holds the two paths equal.
 */
import { levelAtRank, levelRank } from "../domain/levels";
import { earliestPackedDay, latestPackedDay, type PackedDay, packPartialDate } from "../domain/partial-date";
import { standardDefinitions } from "../domain/standards";
import { type PostGroup, postGroups, type Standard, standards } from "../domain/values";
import {
  assignmentDays,
  combineCodes,
  comparePlaces,
  decideWithRequirement,
  isPreferred,
  isValidOn,
  needsServingStart,
  openEnd,
} from "./decide";
import { type Requirement, type RuleBook, requirementFor } from "./rules";
import {
  type AssignmentFact,
  type Catalog,
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

/**
 * Every standard for one person on the rule book's day.
 * @param unitOn the unit that people of a unit count in, by whose area flags they are judged
 * @returns no findings when the person does not serve on that day
 * @throws RangeError when a date is not canonical
 */
export function judge(person: PersonFacts, book: RuleBook, unitOn: Catalog["unitOn"]): Judgement {
  const main = mainAssignment(person.assignments, book.asOf);
  if (main === null) return { main: null, unitId: null, findings: [], combined: null };
  // Where the unit is not known, nothing is known of its area either.
  const unit = unitOn(main.unitId, book.asOf) ?? { id: main.unitId, areaFlags: 0 };
  const findings = standards.map((standard) =>
    main.postGroup === null
      ? unknownPost(standard)
      : judgeStandard(person, book, standard, main.postGroup, unit.areaFlags),
  );
  const codes = findings.flatMap(({ status }, index): StatusCode[] =>
    standardDefinitions[index]?.countsInAll === true ? [statusCodes[status]] : [],
  );
  return { main, unitId: unit.id, findings, combined: statusOfCode(codes.reduce(combineCodes)) };
}

/** The assignment by which a person is counted on a day, or null when none is valid then. */
export function mainAssignment(
  assignments: readonly AssignmentFact[],
  asOf: PackedDay,
): AssignmentFact | null {
  let best: AssignmentFact | null = null;
  let bestFrom = 0;
  for (const assignment of assignments) {
    const { fromEarliest, toLatest } = daysOf(assignment);
    if (!isValidOn(fromEarliest, toLatest, asOf)) continue;
    if (
      best === null ||
      isPreferred(assignment.main, fromEarliest, best.main, bestFrom, comparePlaces(assignment, best))
    ) {
      best = assignment;
      bestFrom = fromEarliest;
    }
  }
  return best;
}

function judgeStandard(
  person: PersonFacts,
  book: RuleBook,
  standard: Standard,
  postGroup: PostGroup,
  flagsMask: number,
): Finding {
  const requirement = requirementFor(book, standard, postGroup, flagsMask);
  const evidence = evidenceFor(person, standard, book.asOf);
  const sureRank = highestRank(
    standard,
    evidence.filter((item) => item.sure),
  );
  const possibleRank = highestRank(standard, evidence);
  const actual = levelAtRank(standard, sureRank);
  if (requirement === null) return finding(standard, "notApplicable", null, actual, evidence, []);

  const serving = servingStart(person.assignments, requirement, book.asOf);
  const status = requiredStatus(
    decideWithRequirement(requirement, sureRank, possibleRank, serving.sure, serving.possible, book.asOf),
  );
  const missing = missingFor(standard, requirement, status, evidence, sureRank, possibleRank, book.asOf);
  return finding(standard, status, requirement, actual, evidence, missing);
}

/** Qualifications of the standard's kind that were or may have been held on the day, best level first. */
function evidenceFor(person: PersonFacts, standard: Standard, asOf: PackedDay): Evidence[] {
  const evidence: Evidence[] = [];
  for (const { id, kind, level, granted, equivalent } of person.qualifications) {
    if (kind !== standard || levelRank(standard, level) === 0) continue;
    const packed = packPartialDate(granted);
    if (earliestPackedDay(packed) > asOf) continue;
    evidence.push({ qualificationId: id, level, granted, equivalent, sure: latestPackedDay(packed) <= asOf });
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

/** When the person began to serve in a post that the rule covers, as far as that is known by the day. */
function servingStart(assignments: readonly AssignmentFact[], requirement: Requirement, asOf: PackedDay) {
  let sure = openEnd;
  let possible = openEnd;
  for (const assignment of assignments) {
    if (assignment.postGroup === null) continue;
    if ((requirement.postGroupMask & (1 << postGroups.indexOf(assignment.postGroup))) === 0) continue;
    const { fromEarliest, fromLatest } = daysOf(assignment);
    if (fromEarliest > asOf) continue;
    sure = Math.min(sure, fromLatest);
    possible = Math.min(possible, fromEarliest);
  }
  return { sure, possible };
}

function missingFor(
  standard: Standard,
  requirement: Requirement,
  status: Status,
  evidence: readonly Evidence[],
  sureRank: number,
  possibleRank: number,
  asOf: PackedDay,
): Missing[] {
  if (status === "met" || status === "notApplicable") return [];
  const required = requirement.rule.minimumLevel ?? "";
  if (requirement.requiredRank < 0) return [{ reason: "requiredLevelUnknown", required }];
  if (possibleRank >= requirement.requiredRank) {
    return evidence
      .filter((item) => !item.sure && levelRank(standard, item.level) >= requirement.requiredRank)
      .map(({ qualificationId, level }) => ({ reason: "grantedDateUncertain", qualificationId, level }));
  }
  const actual = levelAtRank(standard, sureRank);
  if (actual === null) {
    // A record that may be too late and would not suffice anyway leaves the question as open as no record at all.
    return [{ reason: "noRecord" }];
  }
  const tooLow: Missing = { reason: "levelTooLow", required, actual };
  const startMatters = status === "unknown" && needsServingStart(requirement, sureRank, possibleRank, asOf);
  if (!startMatters) return [tooLow];
  return [tooLow, { reason: "assignmentStartUnknown", servingBefore: requirement.graceServingBefore }];
}

function finding(
  standard: Standard,
  status: Status,
  requirement: Requirement | null,
  actual: string | null,
  evidence: readonly Evidence[],
  missing: readonly Missing[],
): Finding {
  return {
    standard,
    status,
    required: requirement?.rule.minimumLevel ?? null,
    actual,
    setId: requirement?.set.id ?? null,
    setName: requirement?.set.name ?? null,
    setVerified: requirement?.set.verified ?? null,
    clause: requirement?.rule.clause ?? null,
    clauseVerified: requirement?.rule.verified ?? null,
    evidence,
    missing,
    graceUntil: status === "grace" ? (requirement?.graceUntil ?? null) : null,
  };
}

function unknownPost(standard: Standard): Finding {
  return finding(standard, "unknown", null, null, [], [{ reason: "postUnknown" }]);
}

function daysOf(assignment: AssignmentFact) {
  return assignmentDays(packPartialDate(assignment.from), packPartialDate(assignment.to));
}

/** The status of a code that is known to be one of a serving person. */
function requiredStatus(code: StatusCode): Status {
  const status = statusOfCode(code);
  if (status === null) throw new Error("A serving person came out as not serving");
  return status;
}
