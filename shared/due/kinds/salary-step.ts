/**
 * The next step of pay or rise of the allowance beyond the top step, counted from the newest row of pay with what puts it
 * off. What is decided for a day to come is such a row too, so that a step is not due again once it was written.
 */
import { type DelayEvent, type DelayFindings, salaryDelays } from "../../career/delays";
import { nextStep } from "../../career/salary-steps";
import type { StaffKind } from "../../career/types";
import { dateOf, type RowFields, textOf } from "../../domain/checks/reading";
import type { DueGap, DueReason } from "../../domain/due";
import { earliestDay, latestDay } from "../../domain/partial-date";
import { disciplineForms } from "../../domain/values";
import {
  type DueContext,
  type DueFindings,
  type DuePerson,
  type DueReader,
  itemOn,
  nothingDue,
  staffKind,
} from "../types";

export const salaryStep: DueReader = (person, context) => {
  const staff = staffKind(person);
  if (staff === null) return nothingDue;
  const [row, ...others] = newest(person.rows.salary);
  if (row === undefined) return lacking(["salary"]);
  if (others.length > 0) return lacking(["salarySameDay"]);
  const grade = textOf(row, "grade");
  if (grade === null) return lacking(["grade"]);
  return stepOf(person, staff, row, grade, context);
};

function stepOf(
  person: DuePerson,
  staff: StaffKind,
  row: RowFields,
  grade: string,
  context: DueContext,
): DueFindings {
  const pay = {
    step: wholeOf(row, "step"),
    coefficient: wholeOf(row, "coefficient"),
    from: dateOf(row, "from"),
    overPercent: wholeOf(row, "overPercent"),
    overFrom: dateOf(row, "overFrom"),
  };
  const since = (pay.overPercent ?? 0) > 0 ? pay.overFrom : pay.from;
  const found = salaryDelays(staff, since, delayEvents(person));
  const next = nextStep(context.scaleOf(grade), pay, found.delays);
  if (next.kind === "unknown") return lacking(next.missing);
  if (next.kind === "mismatch") return lacking([next.problem]);
  const doubts = doubtsOf(found);
  if (doubts.length > 0) return lacking(doubts);
  const name = next.kind === "regular" ? "salaryStep" : "overTop";
  const key: DueReason = next.delayedBy > 0 ? `${name}Delayed` : name;
  const params = {
    grade,
    step: next.step,
    coefficient: { hundredths: next.coefficient },
    percent: next.percent,
    months: next.delayedBy,
  };
  const isUnverified = found.delays.some(({ rule }) => !rule.verified);
  return { items: [itemOn(next.on, { key, params }, isUnverified)], missing: [] };
}

function lacking(missing: readonly DueGap[]): DueFindings {
  return { items: [], missing };
}

/** The row from which somebody is paid last; several where they are of one day and do not say the same. */
function newest(rows: readonly RowFields[]): readonly RowFields[] {
  const found = new Map<string, RowFields>();
  let best: readonly [number, number] = [-1, -1];
  for (const row of rows) {
    const from = dateOf(row, "from");
    const when = [earliestDay(from), latestDay(from)] as const;
    const order = when[0] - best[0] || when[1] - best[1];
    if (order < 0) continue;
    if (order > 0) found.clear();
    best = when;
    found.set(JSON.stringify(payFields.map((field) => row[field] ?? null)), row);
  }
  return [...found.values()];
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
    .filter((row) => row["period"] === "year" && row["grade"] === "notCompleted")
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
