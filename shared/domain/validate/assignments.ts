/**
 * Checks of a person's assignments: each row by itself, against the unit and post it names, and against each other.
 * A period that is surely impossible is refused; what is merely odd is warned of, because old files hold odd truths.
 */
import type { FieldIssue } from "../../contract/errors";
import { earliestDay, formatPartialDate, isoToPacked, latestDay, type PackedDay } from "../partial-date";
import {
  type DraftRow,
  isAfterToday,
  type OfficialDraft,
  type Validity,
  type ValidationContext,
  yearsAfter,
} from "./context";
import { dateOf, textOf, validateFields } from "./fields";
import { errorAt, type IssueTarget, warningAt } from "./issue";

/** Luật Cán bộ, công chức: from the age of 18. */
const serviceAge = 18;
const openEnd: PackedDay = 99_991_231;

/** The days that an assignment surely and at most covers. */
interface Period {
  readonly earliestStart: PackedDay;
  readonly latestStart: PackedDay;
  readonly earliestEnd: PackedDay;
  readonly latestEnd: PackedDay;
}

/** Issues of all assignments, row by row in the draft's order. */
export function validateAssignments(draft: OfficialDraft, context: ValidationContext): FieldIssue[] {
  return draft.rows.assignment.flatMap((row, index) => [
    ...validateFields("assignment", row.id, { ...row.fields, official: draft.id }, { complete: true }),
    ...rowIssues(row, draft, context),
    ...placeIssues(row, "unit", context),
    ...placeIssues(row, "post", context),
    ...clashIssues(row, draft.rows.assignment.slice(0, index)),
    ...mainIssues(row, draft.rows.assignment),
  ]);
}

function targetOf(row: DraftRow): IssueTarget {
  return { entity: "assignment", rowId: row.id };
}

function rowIssues(row: DraftRow, draft: OfficialDraft, context: ValidationContext): FieldIssue[] {
  const target = targetOf(row);
  const from = dateOf(row.fields, "from");
  const to = dateOf(row.fields, "to");
  const decision = dateOf(row.fields, "decisionDate");
  const birth = dateOf(draft.fields, "birth");
  const issues: FieldIssue[] = [];
  if (from !== null && birth !== null) {
    if (latestDay(from) < earliestDay(birth)) issues.push(errorAt(target, "from", "beforeBirth"));
    else if (latestDay(from) < yearsAfter(earliestDay(birth), serviceAge)) {
      issues.push(warningAt(target, "from", "assignmentTooYoung", { age: serviceAge }));
    }
  }
  if (from !== null && isAfterToday(earliestDay(from), yearsAfter(context.today, 1))) {
    issues.push(warningAt(target, "from", "farFuture"));
  }
  if (from !== null && to !== null && latestDay(to) < earliestDay(from)) {
    issues.push(errorAt(target, "to", "toBeforeFrom"));
  }
  if (decision !== null) {
    if (isAfterToday(earliestDay(decision), context.today))
      issues.push(errorAt(target, "decisionDate", "inFuture"));
    else if (birth !== null && latestDay(decision) < earliestDay(birth)) {
      issues.push(errorAt(target, "decisionDate", "beforeBirth"));
    }
  }
  const endReason = textOf(row.fields, "endReason");
  if (to !== null && endReason === null) issues.push(warningAt(target, "endReason", "endReasonMissing"));
  if (to === null && endReason !== null && textOf(row.fields, "to") === null) {
    issues.push(warningAt(target, "to", "endDateMissing"));
  }
  return issues;
}

/** Whether the unit or post exists, and existed during the assignment. */
function placeIssues(row: DraftRow, field: "unit" | "post", context: ValidationContext): FieldIssue[] {
  const id = textOf(row.fields, field);
  if (id === null) return [];
  const place = field === "unit" ? context.unitOf(id) : context.postOf(id);
  if (place === undefined) return [];
  const target = targetOf(row);
  if (place === null) return [errorAt(target, field, "referenceMissing")];
  const period = periodOf(row);
  return period === null ? [] : validityIssues(target, field, place, period, context.asOf);
}

function validityIssues(
  target: IssueTarget,
  field: "unit" | "post",
  place: Validity,
  period: Period,
  asOf: PackedDay,
): FieldIssue[] {
  const { validFrom, validTo } = place;
  if (validFrom !== null && period.latestStart !== 0 && period.latestStart < isoToPacked(validFrom)) {
    const reason = field === "unit" ? "unitNotYet" : "postNotYet";
    return [warningAt(target, field, reason, { day: formatPartialDate(validFrom) })];
  }
  // An open assignment reaches the day the reader looks at, no further.
  const surelyUntil =
    period.earliestEnd === openEnd ? Math.max(asOf, period.earliestStart) : period.earliestEnd;
  if (validTo !== null && surelyUntil > isoToPacked(validTo)) {
    const reason = field === "unit" ? "unitEnded" : "postEnded";
    return [warningAt(target, field, reason, { day: formatPartialDate(validTo) })];
  }
  return [];
}

function periodOf(row: DraftRow): Period | null {
  const from = dateOf(row.fields, "from");
  const to = dateOf(row.fields, "to");
  // Something was typed there that is no date yet: nothing can be said about the period.
  if (
    (from === null && textOf(row.fields, "from") !== null) ||
    (to === null && textOf(row.fields, "to") !== null)
  ) {
    return null;
  }
  return {
    earliestStart: earliestDay(from),
    latestStart: latestDay(from),
    earliestEnd: to === null ? openEnd : earliestDay(to),
    latestEnd: to === null ? openEnd : latestDay(to),
  };
}

/** Both surely run on at least one common day. The day one ends and the next begins may be the same. */
function surelyOverlap(a: Period, b: Period): boolean {
  return a.latestStart < b.earliestEnd && b.latestStart < a.earliestEnd;
}

/** What a row does to those above it, so that each pair is told once. */
function clashIssues(row: DraftRow, above: readonly DraftRow[]): FieldIssue[] {
  const period = periodOf(row);
  if (period === null) return [];
  const issues: FieldIssue[] = [];
  const overlapping = above.filter((other) => {
    const otherPeriod = periodOf(other);
    return otherPeriod !== null && surelyOverlap(period, otherPeriod);
  });
  if (row.fields["main"] === true && overlapping.some((other) => other.fields["main"] === true)) {
    issues.push(warningAt(targetOf(row), "main", "mainOverlaps"));
  }
  const unit = textOf(row.fields, "unit");
  const post = textOf(row.fields, "post");
  const same = overlapping.some(
    (other) => textOf(other.fields, "unit") === unit && textOf(other.fields, "post") === post,
  );
  if (unit !== null && post !== null && same) issues.push(warningAt(targetOf(row), "post", "sameAssignment"));
  return issues;
}

/** People are counted by their main assignment: of several open ones, one must be it. Told at the first of them. */
function mainIssues(row: DraftRow, rows: readonly DraftRow[]): FieldIssue[] {
  const open = rows.filter((one) => textOf(one.fields, "to") === null);
  const undecided = open.length > 1 && open.every((one) => one.fields["main"] !== true);
  return undecided && open[0]?.id === row.id ? [warningAt(targetOf(row), "main", "mainMissing")] : [];
}
