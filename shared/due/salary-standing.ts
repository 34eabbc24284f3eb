/**
 * How somebody stands in pay: what they are paid by, which step comes next and when, with what puts it off one by one; or
 * what is not known or does not fit together. Lists of what is due and sessions for steps of pay read it alike.
 */
import { type DelayEvent, type DelayFindings, type FoundDelay, salaryDelays } from "../career/delays";
import { type NextStep, nextStep, type PayProblem } from "../career/salary-steps";
import { dateOf, type RowFields, textOf } from "../domain/checks/reading";
import type { DueGap } from "../domain/due";
import { earliestDay, latestDay, type PackedDay, type PartialDate } from "../domain/partial-date";
import { disciplineForms } from "../domain/values";
import { type DueContext, type DuePerson, failedGrade, staffKind } from "./types";

/** What the newest row says; null is not on record. */
export interface PayNow {
  readonly grade: string | null;
  readonly step: number | null;
  /** In hundredths. */
  readonly coefficient: number | null;
  readonly from: PartialDate | null;
  /** Phụ cấp thâm niên vượt khung in whole per cent, and from when. */
  readonly percent: number | null;
  readonly percentFrom: PartialDate | null;
}

type Coming = Extract<NextStep, { kind: "regular" | "overTop" }>;

export type SalaryStanding =
  | {
      readonly kind: "next";
      readonly now: PayNow & { readonly grade: string };
      readonly next: Coming;
      /** Steps of the scale. */
      readonly steps: number;
      readonly delays: readonly FoundDelay[];
    }
  /** `expected`: the coefficient of the step, where the scale has it. */
  | {
      readonly kind: "mismatch";
      readonly now: PayNow;
      readonly problem: PayProblem;
      readonly expected: number | null;
    }
  | { readonly kind: "unknown"; readonly now: PayNow | null; readonly missing: readonly DueGap[] };

/** @returns null for whom the texts on steps of pay are not about */
export function salaryStanding(person: DuePerson, context: DueContext): SalaryStanding | null {
  const staff = staffKind(person);
  if (staff === null) return null;
  const [row, ...others] = newest(person.rows.salary);
  if (row === undefined) return { kind: "unknown", now: null, missing: ["salary"] };
  const now = payOf(row);
  if (others.length > 0) return { kind: "unknown", now, missing: ["salarySameDay"] };
  const { grade, percent, percentFrom } = now;
  if (grade === null) return { kind: "unknown", now, missing: ["grade"] };
  const found = salaryDelays(staff, (percent ?? 0) > 0 ? percentFrom : now.from, delayEvents(person));
  const pay = { ...now, overPercent: percent, overFrom: percentFrom };
  const scale = context.scaleOf(grade);
  const next = nextStep(scale, pay, found.delays);
  if (scale === null) return { kind: "unknown", now, missing: ["scale"] };
  if (next.kind === "unknown") return { kind: "unknown", now, missing: next.missing };
  if (next.kind === "mismatch") return { ...next, now };
  const doubts = doubtsOf(found);
  if (doubts.length > 0) return { kind: "unknown", now, missing: doubts };
  return { kind: "next", now: { ...now, grade }, next, steps: scale.steps, delays: found.delays };
}

/** Where somebody belongs in a session for the steps of some days, both included: in one list of it or in none. */
export type SessionPlace = "due" | "overdue" | "later" | "unknown" | "mismatch";

export function sessionPlace(standing: SalaryStanding, from: PackedDay, to: PackedDay): SessionPlace {
  if (standing.kind !== "next") return standing.kind;
  const { earliest } = standing.next;
  if (earliest < from) return "overdue";
  return earliest <= to ? "due" : "later";
}

function payOf(row: RowFields): PayNow {
  return {
    grade: textOf(row, "grade"),
    step: wholeOf(row, "step"),
    coefficient: wholeOf(row, "coefficient"),
    from: dateOf(row, "from"),
    percent: wholeOf(row, "overPercent"),
    percentFrom: dateOf(row, "overFrom"),
  };
}

/** The row from which somebody is paid last; several where they are of one day and do not say the same. */
function newest(rows: readonly RowFields[]): readonly RowFields[] {
  let found: RowFields[] = [];
  let best: readonly [number, number] = [-1, -1];
  for (const row of rows) {
    const from = dateOf(row, "from");
    const when = [earliestDay(from), latestDay(from)] as const;
    const order = when[0] - best[0] || when[1] - best[1];
    if (order < 0) continue;
    if (order > 0) found = [];
    best = when;
    found.push(row);
  }
  if (found.length < 2) return found;
  const saying = (row: RowFields) => JSON.stringify(payFields.map((field) => row[field] ?? null));
  return [...new Map(found.map((row) => [saying(row), row])).values()];
}

const payFields = ["grade", "step", "coefficient", "overPercent", "overFrom"] as const;

/** Disciplines by the government, and the years that were not completed; each year once. */
function delayEvents({ rows }: DuePerson): readonly DelayEvent[] {
  const events: DelayEvent[] = [];
  for (const row of rows.discipline) {
    const cause = disciplineForms.find((one) => one === row["form"]);
    if (row["side"] !== "government" || cause === undefined) continue;
    events.push({ cause, on: dateOf(row, "from") });
  }
  const failed = rows.evaluation
    .filter((row) => row["period"] === "year" && row["grade"] === failedGrade)
    .map((row) => row["year"])
    .filter((year) => typeof year === "number");
  for (const year of new Set(failed)) events.push({ cause: "notCompleted", year });
  return events;
}

/**
 * Why the delays need somebody to look at them. A failed year in which somebody was disciplined may be for the same
 * conduct, which counts once, and no row says whether it is.
 */
function doubtsOf({ delays, doubtful }: DelayFindings): readonly DueGap[] {
  const years = new Set(
    delays.flatMap(({ event }) =>
      event.cause === "notCompleted" || event.on === null ? [] : [event.on.slice(0, 4)],
    ),
  );
  const isTwice = delays.some(({ event }) => event.cause === "notCompleted" && years.has(String(event.year)));
  return [
    ...doubtful.map(({ why }) => (why === "date" ? ("delayDate" as const) : ("delayNoRule" as const))),
    ...(isTwice ? (["delaySameConduct"] as const) : []),
  ];
}

function wholeOf(row: RowFields, field: string): number | null {
  const value = row[field];
  return typeof value === "number" ? value : null;
}
