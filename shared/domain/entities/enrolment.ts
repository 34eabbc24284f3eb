/**
 * An official in a class of training, with what came of it: a row of the person's file, which travels with the person.
 *
 * A pass makes the paper that the class proves, in the same change (electron/roster/edit/class-effects.ts).
 */
import { error, type Found, warning } from "../checks/found";
import {
  type DraftRow,
  dateOf,
  isAfterToday,
  type RecordAround,
  textOf,
  yearsAfter,
} from "../checks/reading";
import { dateIssues } from "../checks/dates";
import { earliestDay, latestDay } from "../partial-date";
import { type EnrolmentResult, enrolmentResults } from "../values";
import { entity } from "./definition";

export const enrolment = entity({
  id: 81,
  owner: { entity: "official", field: "official" },
  authority: "person",
  scope: "person",
  entered: true,
  counted: "person",
  title: "official",
  label: (words) =>
    [words.of("trainingClass"), words.of("result")].filter((part) => part !== null).join(", "),
  paper: { number: "certificate", date: "certificateDate" },
  section: "training",
  fields: {
    official: { id: 1, type: "reference", entity: "official", required: true },
    trainingClass: { id: 2, type: "reference", entity: "trainingClass", required: true, rare: true },
    /** Per cent of the sessions that were attended. */
    attendance: { id: 3, type: "integer", rare: true },
    result: {
      id: 4,
      type: "choice",
      choices: enrolmentResults,
      words: "enrolmentResult",
      rare: true,
    },
    grade: { id: 5, type: "text", format: "line", maxLength: 40, rare: true },
    certificate: { id: 6, type: "text", maxLength: 100, rare: true },
    certificateDate: { id: 7, type: "partialDate", past: true, rare: true },
    note: { id: 8, type: "text", maxLength: 2000, rare: true },
  },
  checkInRecord: (row, around) => {
    const rows = around.rowsOf("enrolment");
    return [
      ...dateIssues(row, around, { past: ["certificateDate"] }),
      ...twiceIssues(row, rows),
      ...resultIssues(row),
      ...classIssues(row, around),
    ];
  },
});

const mostAttendance = 100;
/** Nobody is sent to a class for officials as a child; a date so early is a slip of the keyboard in the class or the birth. */
const leastAge = 14;
const passed: EnrolmentResult = "passed";
const withoutSeat: readonly string[] = ["withdrawn", "absent"] satisfies readonly EnrolmentResult[];

/** Whether a learner takes one of the seats of a class: whoever withdrew or never came left it to somebody else. */
export function takesSeat(result: unknown): boolean {
  return typeof result !== "string" || !withoutSeat.includes(result);
}

/** Told at both rows: the one that is edited may stand above the other. */
function twiceIssues(row: DraftRow, rows: readonly DraftRow[]): Found[] {
  const course = textOf(row.fields, "trainingClass");
  const isTwice =
    course !== null &&
    rows.some((other) => other.id !== row.id && textOf(other.fields, "trainingClass") === course);
  return isTwice ? [error("trainingClass", "enrolledTwice")] : [];
}

function resultIssues({ fields }: DraftRow): Found[] {
  const { attendance } = fields;
  const result = textOf(fields, "result");
  const issues: Found[] = [];
  if (typeof attendance === "number" && (attendance < 0 || attendance > mostAttendance))
    issues.push(error("attendance", "outOfBounds", { least: 0, most: mostAttendance }));
  const isGraded = textOf(fields, "grade") !== null;
  const isCertified = textOf(fields, "certificate") !== null || textOf(fields, "certificateDate") !== null;
  if (result === null && (isGraded || isCertified)) issues.push(warning("result", "resultMissing"));
  else if (result !== passed && isCertified) issues.push(warning("certificate", "certificateWithoutPass"));
  return issues;
}

/** What only the class can tell: whether it has begun, had a seat left, and how old the learner was. */
function classIssues(row: DraftRow, { person, context }: RecordAround): Found[] {
  const id = textOf(row.fields, "trainingClass");
  const course = id === null ? undefined : context.classOf?.(id);
  if (course === undefined) return [];
  if (course === null) return [error("trainingClass", "referenceMissing")];
  const issues: Found[] = [];
  const { seats, taken, elsewhere, from, to } = course;
  if (seats !== null && takesSeat(row.fields["result"]) && taken + elsewhere + 1 > seats)
    issues.push(error("trainingClass", "classFull", { seats, here: taken, elsewhere }));
  const end = to ?? from;
  if (row.fields["result"] === passed && end !== null && isAfterToday(earliestDay(end), context.today))
    issues.push(error("result", "resultBeforeEnd"));
  if (from === null) return issues;
  const certified = dateOf(row.fields, "certificateDate");
  if (certified !== null && latestDay(certified) < earliestDay(from))
    issues.push(error("certificateDate", "certificateBeforeClass"));
  const birth = dateOf(person, "birth");
  if (birth !== null && latestDay(from) < earliestDay(birth))
    issues.push(error("trainingClass", "classBeforeBirth"));
  else if (birth !== null && latestDay(from) < yearsAfter(earliestDay(birth), leastAge))
    issues.push(warning("trainingClass", "enrolledYoung", { age: leastAge }));
  return issues;
}
