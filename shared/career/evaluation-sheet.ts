/**
 * What a sheet of evaluations asks of each line: the day by whose rules it is graded, the grade that its points give, what
 * becomes of the grade when points are entered, and what somebody means who writes a grade in a cell of a spreadsheet.
 */
import type { FieldValue } from "../domain/entities";
import { lastDayOfMonth } from "../domain/months";
import { packedToIso } from "../domain/partial-date";
import {
  type EvaluationGrade,
  evaluationGrades,
  evaluationPeriods,
  type PostCategory,
} from "../domain/values";
import { cleanText } from "../text/clean";
import { foldSearch } from "../text/fold";
import { gradeOfPoints, shippedGradeNames } from "./evaluation";
import type { StaffKind } from "./types";

export type EvaluationPeriod = (typeof evaluationPeriods)[number];

/** What of an evaluation is entered line by line; points in tenths. */
export interface EvaluationValues {
  readonly generalPoints: number | null;
  readonly resultPoints: number | null;
  readonly grade: EvaluationGrade | null;
}

export const evaluationFields = ["generalPoints", "resultPoints", "grade"] as const;
export type EvaluationField = (typeof evaluationFields)[number];

/** Those of an evaluation's fields that are entered; what a newer program wrote there counts as nothing. */
export function evaluationValues(fields: Readonly<Record<string, FieldValue>>): EvaluationValues {
  const points = (field: string) => {
    const value = fields[field];
    return typeof value === "number" ? value : null;
  };
  return {
    generalPoints: points("generalPoints"),
    resultPoints: points("resultPoints"),
    grade: evaluationGrades.find((grade) => grade === fields["grade"]) ?? null,
  };
}

/** Last day of what is graded, by whose rules it is: ISO. */
export function lastDayOf(year: number, period: EvaluationPeriod): string {
  const part = Number(period.slice(1));
  const month = period === "year" ? 12 : period.startsWith("q") ? part * 3 : part;
  return packedToIso(lastDayOfMonth(year * 12 + month - 1));
}

/**
 * Day on which whoever serves is graded: the last of the period, or the day that is looked at while that is still to come.
 * @param on ISO
 */
export function servedOn(year: number, period: EvaluationPeriod, on: string): string {
  const last = lastDayOf(year, period);
  return last < on ? last : on;
}

/** Null: a kind of post for which the texts know no grades by points, no names and no share. */
export function staffKindOf(category: PostCategory | null): StaffKind | null {
  return category === "canBo" || category === "congChuc" || category === "vienChuc" ? category : null;
}

/** The grade that points give by the rule of a day; null where no rule says one, or points are missing or too many. */
export function suggestedGrade(
  category: PostCategory | null,
  lastDay: string,
  { generalPoints, resultPoints }: EvaluationValues,
): EvaluationGrade | null {
  const kind = staffKindOf(category);
  if (kind === null) return null;
  const found = gradeOfPoints(kind, lastDay, { general: generalPoints, result: resultPoints });
  return found.kind === "grade" ? found.grade : null;
}

/**
 * A line after one of its values was entered. A grade that nobody chose otherwise follows the points: one that is missing, or
 * is what the points gave before.
 */
export function withEntered(
  values: EvaluationValues,
  entered: Partial<EvaluationValues>,
  category: PostCategory | null,
  lastDay: string,
): EvaluationValues {
  const after = { ...values, ...entered };
  if (entered.grade !== undefined) return after;
  const followed = values.grade === null || values.grade === suggestedGrade(category, lastDay, values);
  const suggested = suggestedGrade(category, lastDay, after);
  return followed && suggested !== null ? { ...after, grade: suggested } : after;
}

/** Grades by the number that is typed for them. */
const byNumber = new Map(evaluationGrades.map((grade, place) => [String(place + 1), grade]));

/** As grades are written for short beside their names on decisions. */
const shortNames: Readonly<Record<string, EvaluationGrade>> = {
  "xuat sac": "excellent",
  htxsnv: "excellent",
  htxs: "excellent",
  tot: "good",
  httnv: "good",
  htt: "good",
  "hoan thanh": "completed",
  htnv: "completed",
  ht: "completed",
  "khong hoan thanh": "notCompleted",
  khtnv: "notCompleted",
  kht: "notCompleted",
};

/** The grade that somebody wrote: its name of any time, for short, or its number from 1 to 4; null where it is none of them. */
export function readGrade(text: string): EvaluationGrade | null {
  const clean = cleanText(text);
  const folded = foldSearch(clean);
  const named = shippedGradeNames.find(({ name }) => foldSearch(name) === folded);
  return byNumber.get(clean) ?? named?.grade ?? shortNames[folded] ?? null;
}
