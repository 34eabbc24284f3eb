/**
 * An official in a post of a unit, from a day to a day.
 *
 * Its rows are checked by themselves, against the unit and post they name, and against each other. A period that is
 * surely impossible is refused; what is merely odd is warned of, because old files hold odd truths.
 */
import { type AssignmentKind, assignmentKinds, endReasons, moveLevels } from "../values";
import { error, type Found, warning } from "../checks/found";
import {
  type DraftRow,
  dateOf,
  isAfterToday,
  type RecordAround,
  textOf,
  type ValidationContext,
  type Validity,
  yearsAfter,
} from "../checks/reading";
import { earliestDay, formatPartialDate, isoToPacked, latestDay, type PackedDay } from "../partial-date";
import { entity } from "./definition";

export const assignment = entity({
  id: 5,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "service",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) =>
    [words.of("post"), words.of("unit"), words.since("from")].filter((part) => part !== null).join(", "),
  since: "from",
  inTable: "main",
  figures: { fields: ["official", "unit", "post", "kind", "from", "to", "main"], since: "from" },
  paper: { number: "decisionNumber", date: "decisionDate" },
  section: "service",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    unit: { id: 2, type: "reference", entity: "unit", required: true },
    post: { id: 3, type: "reference", entity: "post", required: true },
    kind: { id: 4, type: "choice", choices: assignmentKinds, words: "assignmentKind", rare: true },
    from: { id: 5, type: "partialDate" },
    to: { id: 6, type: "partialDate", blankSays: true },
    main: { id: 7, type: "boolean", rare: true },
    decisionNumber: { id: 8, type: "text", maxLength: 60, rare: true },
    decisionDate: { id: 9, type: "partialDate", past: true, rare: true },
    endReason: { id: 10, type: "choice", choices: endReasons, words: "endReason", rare: true },
    note: { id: 11, type: "text", maxLength: 2000, rare: true },
    /** Day on which the appointment was renewed, or confirmed for the next term (TT 06/2023/TT-BNV, item 23). */
    renewedOn: { id: 12, type: "partialDate", past: true, milestone: true, rare: true },
    /** Day until which the appointment, term or secondment runs. */
    termUntil: { id: 13, type: "partialDate", rare: true },
    signer: { id: 14, type: "text", format: "line", rare: true },
    decisionText: { id: 15, type: "text", maxLength: 500, rare: true },
    scan: { id: 16, type: "document", rare: true },
    /** Where somebody came from who moved, and of which level that unit was (11-BTCTW). */
    cameFrom: { id: 17, type: "text", format: "line", rare: true },
    cameFromLevel: { id: 18, type: "choice", choices: moveLevels, words: "moveLevel", rare: true },
    /** The decision by which the assignment ended. */
    endDecisionNumber: { id: 19, type: "text", maxLength: 60, rare: true },
    endDecisionDate: { id: 20, type: "partialDate", past: true, rare: true },
    endSigner: { id: 21, type: "text", format: "line", rare: true },
    endScan: { id: 22, type: "document", rare: true },
    endDecisionText: { id: 23, type: "text", maxLength: 500, rare: true },
  },
  checkInRecord: (row, around) => {
    const rows = around.rowsOf("assignment");
    return [
      ...rowIssues(row, around),
      ...placeIssues(row, "unit", around.context),
      ...placeIssues(row, "post", around.context),
      ...clashIssues(row, rows.slice(0, rows.indexOf(row))),
      ...mainIssues(row, rows),
      ...deathIssues(row, rows),
    ];
  },
});

const concurrent: AssignmentKind = "concurrent";
/** Luật Cán bộ, công chức: from the age of 18. */
const serviceAge = 18;
/** Below, the date is a slip of the keyboard. */
const leastServiceAge = 10;
const openEnd: PackedDay = 99_991_231;

/** The days that an assignment surely and at most covers. */
interface Period {
  readonly earliestStart: PackedDay;
  readonly latestStart: PackedDay;
  readonly earliestEnd: PackedDay;
  readonly latestEnd: PackedDay;
}

function rowIssues(row: DraftRow, { person, context }: RecordAround): Found[] {
  const from = dateOf(row.fields, "from");
  const to = dateOf(row.fields, "to");
  const decision = dateOf(row.fields, "decisionDate");
  const birth = dateOf(person, "birth");
  const issues: Found[] = [];
  if (from !== null && birth !== null) {
    if (latestDay(from) < earliestDay(birth)) issues.push(error("from", "beforeBirth"));
    else if (latestDay(from) < yearsAfter(earliestDay(birth), leastServiceAge)) {
      issues.push(error("from", "assignmentImpossible", { age: leastServiceAge }));
    } else if (latestDay(from) < yearsAfter(earliestDay(birth), serviceAge)) {
      issues.push(warning("from", "assignmentTooYoung", { age: serviceAge }));
    }
  }
  if (from !== null && isAfterToday(earliestDay(from), yearsAfter(context.today, 1))) {
    issues.push(warning("from", "farFuture"));
  }
  if (from !== null && to !== null && latestDay(to) < earliestDay(from)) {
    issues.push(error("to", "toBeforeFrom"));
  }
  if (decision !== null) {
    if (isAfterToday(earliestDay(decision), context.today)) issues.push(error("decisionDate", "inFuture"));
    else if (birth !== null && latestDay(decision) < earliestDay(birth)) {
      issues.push(error("decisionDate", "beforeBirth"));
    }
  }
  const endReason = textOf(row.fields, "endReason");
  if (to !== null && endReason === null) issues.push(warning("endReason", "endReasonMissing"));
  if (to === null && endReason !== null && textOf(row.fields, "to") === null) {
    issues.push(warning("to", "endDateMissing"));
  }
  return issues;
}

/** Whether the unit or post exists, and existed during the assignment. */
function placeIssues(row: DraftRow, field: "unit" | "post", context: ValidationContext): Found[] {
  const id = textOf(row.fields, field);
  if (id === null) return [];
  const place = field === "unit" ? context.unitOf(id) : context.postOf(id);
  if (place === undefined) return [];
  if (place === null) return [error(field, "referenceMissing")];
  const period = periodOf(row);
  return period === null ? [] : validityIssues(field, place, period, context.asOf);
}

function validityIssues(field: "unit" | "post", place: Validity, period: Period, asOf: PackedDay): Found[] {
  const { validFrom, validTo } = place;
  if (validFrom !== null && period.latestStart !== 0 && period.latestStart < isoToPacked(validFrom)) {
    const reason = field === "unit" ? "unitNotYet" : "postNotYet";
    return [warning(field, reason, { day: formatPartialDate(validFrom) })];
  }
  // An open assignment reaches the day the reader looks at, no further.
  const surelyUntil =
    period.earliestEnd === openEnd ? Math.max(asOf, period.earliestStart) : period.earliestEnd;
  if (validTo !== null && surelyUntil > isoToPacked(validTo)) {
    const reason = field === "unit" ? "unitEnded" : "postEnded";
    return [warning(field, reason, { day: formatPartialDate(validTo) })];
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
function clashIssues(row: DraftRow, above: readonly DraftRow[]): Found[] {
  const period = periodOf(row);
  if (period === null) return [];
  const issues: Found[] = [];
  const overlapping = above.filter((other) => {
    const otherPeriod = periodOf(other);
    return otherPeriod !== null && surelyOverlap(period, otherPeriod);
  });
  if (row.fields["main"] === true && overlapping.some((other) => other.fields["main"] === true)) {
    issues.push(warning("main", "mainOverlaps"));
  }
  const unit = textOf(row.fields, "unit");
  const post = textOf(row.fields, "post");
  const same = overlapping.some(
    (other) => textOf(other.fields, "unit") === unit && textOf(other.fields, "post") === post,
  );
  if (unit !== null && post !== null && same) issues.push(warning("post", "sameAssignment"));
  return issues;
}

/** Nobody serves on after the day on which another row says that they died. */
function deathIssues(row: DraftRow, rows: readonly DraftRow[]): Found[] {
  const period = periodOf(row);
  if (period === null) return [];
  const isAfter = rows.some((other) => {
    const day = other.fields["endReason"] === "deceased" ? dateOf(other.fields, "to") : null;
    return other.id !== row.id && day !== null && period.earliestEnd > latestDay(day);
  });
  return isAfter ? [warning("to", "afterDeath")] : [];
}

/**
 * People are counted by their main assignment, which a kiêm nhiệm never is while another post is held: of several open
 * ones that are none, one must be it. Told at the first of them; a marked kiêm nhiệm is told at itself.
 */
function mainIssues(row: DraftRow, rows: readonly DraftRow[]): Found[] {
  if (row.fields["main"] === true && row.fields["kind"] === concurrent) {
    return [warning("main", "concurrentMain")];
  }
  const open = rows.filter((one) => textOf(one.fields, "to") === null);
  const ordinary = open.filter((one) => one.fields["kind"] !== concurrent);
  const isMarked = (one: DraftRow) => one.fields["main"] === true;
  const held = ordinary.length > 0 ? ordinary : open;
  const isUndecided = held.length > 1 && !held.some(isMarked);
  return isUndecided && held[0]?.id === row.id ? [warning("main", "mainMissing")] : [];
}
