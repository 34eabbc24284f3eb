/**
 * Checks of the dates of a row beside the life of its person: what has happened is not in the future, nothing happened
 * before the birth, and a period does not end before it begins.
 */
import { earliestDay, latestDay } from "../partial-date";
import { error, type Found } from "./found";
import { type DraftRow, dateOf, isAfterToday, isClockBelievable, type RecordAround } from "./reading";

/** Fields of a row with dates, by what is asked of them. */
export interface DatedFields {
  /** Of what has happened. */
  readonly past?: readonly string[];
  /** Of what may still come, and surely did not come before the birth. */
  readonly any?: readonly string[];
  /** Beginning and end. */
  readonly period?: readonly [from: string, to: string];
}

/** What surely cannot be of a row's dates: a year alone is never refused for a day that nobody wrote. */
export function dateIssues(row: DraftRow, around: RecordAround, fields: DatedFields): Found[] {
  const { person, context } = around;
  const birth = dateOf(person, "birth");
  const { past = [], any = [], period } = fields;
  const issues = [...past, ...any].flatMap((field) => {
    const date = dateOf(row.fields, field);
    if (date === null) return [];
    if (past.includes(field) && isAfterToday(earliestDay(date), context.today)) {
      return [error(field, "inFuture")];
    }
    return birth !== null && latestDay(date) < earliestDay(birth) ? [error(field, "beforeBirth")] : [];
  });
  if (period === undefined) return issues;
  const from = dateOf(row.fields, period[0]);
  const to = dateOf(row.fields, period[1]);
  return from !== null && to !== null && latestDay(to) < earliestDay(from)
    ? [...issues, error(period[1], "toBeforeFrom")]
    : issues;
}

/** As `dateIssues`, of a field that holds a year. */
export function yearIssues(row: DraftRow, { person, context }: RecordAround, field: string): Found[] {
  const year = row.fields[field];
  if (typeof year !== "number") return [];
  const yearOf = (day: number) => Math.trunc(day / 10_000);
  if (isClockBelievable(context.today) && year > yearOf(context.today)) return [error(field, "yearFuture")];
  const birth = dateOf(person, "birth");
  return birth !== null && year < yearOf(earliestDay(birth)) ? [error(field, "beforeBirth")] : [];
}
