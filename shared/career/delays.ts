/**
 * By how much a step of pay comes later: for each discipline by the government, and for each year "không hoàn thành nhiệm
 * vụ", since the step that somebody stands on. Left out, an office would decide a step too early and take it back.
 *
 * Sources: Luật 22/2008/QH12, Điều 82 khoản 1 (quoted by thuvienphapluat.vn 20065); Thông tư 03/2021/TT-BNV, Điều 1 khoản
 * 5 (quoted by thuvienphapluat.vn 190967); Luật 58/2010/QH12, Điều 56.
 *
 * What is worked out is a proposal: what no rule speaks of, and what its date does not place before or after the step, is
 * given back as doubtful and never counted in silence.
 */
import {
  compareDays,
  earliestDay,
  latestDay,
  type PackedDay,
  type PartialDate,
  packedToIso,
} from "../domain/partial-date";
import type { DisciplineForm } from "../domain/values";
import type { Delay } from "./salary-steps";
import { type DatedRule, holdsOn, type StaffKind } from "./types";

export type DelayCause = DisciplineForm | "notCompleted";

/** Months by which one cause puts off a step, for some kinds of staff. */
export interface DelayRule extends DatedRule {
  readonly cause: DelayCause;
  readonly kinds: readonly StaffKind[];
  readonly months: number;
}

/** What happened in a career that may put off a step. */
export type DelayEvent =
  /** `on`: the day on which the decision took effect. */
  | { readonly cause: DisciplineForm; readonly on: PartialDate | null }
  | {
      readonly cause: "notCompleted";
      readonly year: number;
      /** The year was graded so for a conduct that one of the disciplines is for. */
      readonly byDiscipline?: boolean;
    };

export interface FoundDelay extends Delay {
  readonly event: DelayEvent;
  readonly rule: DelayRule;
}

export interface DelayFindings {
  /** What `nextStep` takes. */
  readonly delays: readonly FoundDelay[];
  /** For somebody to decide: `date` does not say whether it was since the step, or under which rule; `noRule` knows it. */
  readonly doubtful: readonly { readonly event: DelayEvent; readonly why: "date" | "noRule" }[];
  /** Years of the same conduct as a discipline, which counts instead of them. */
  readonly sameConduct: readonly DelayEvent[];
}

const civil = ["canBo", "congChuc"] as const;

const oldLaw = { validFrom: "2010-01-01", validTo: "2025-06-30" } as const;
const oldLawClause = "Luật Cán bộ, công chức 22/2008/QH12, Điều 82 khoản 1";
/** No text of Luật 80/2025/QH15 on it was found: the months of the law before are offered, unverified. */
const newLaw = { validFrom: "2025-07-01", validTo: null } as const;
const newLawClause =
  "Chưa tìm thấy quy định theo Luật 80/2025/QH15; tạm theo Luật 22/2008/QH12, Điều 82 khoản 1";
const oldStaffLaw = { validFrom: "2012-01-01", validTo: "2026-06-30" } as const;
const oldStaffClause = "Luật Viên chức 58/2010/QH12, Điều 56";
const newStaffLaw = { validFrom: "2026-07-01", validTo: null } as const;
const newStaffClause =
  "Chưa tìm thấy quy định theo Luật Viên chức 129/2025/QH15; tạm theo Luật 58/2010/QH12, Điều 56";

export const shippedDelays: readonly DelayRule[] = [
  ...rules(civil, oldLaw, oldLawClause, true, { reprimand: 6, warning: 6, demotion: 12, stripping: 12 }),
  ...rules(civil, newLaw, newLawClause, false, { reprimand: 6, warning: 6, demotion: 12, stripping: 12 }),
  ...rules(["vienChuc"], oldStaffLaw, oldStaffClause, true, { reprimand: 3, warning: 6, stripping: 12 }),
  ...rules(["vienChuc"], newStaffLaw, newStaffClause, false, { reprimand: 3, warning: 6, stripping: 12 }),
  ...rules(
    ["canBo", "congChuc", "vienChuc"],
    { validFrom: null, validTo: "2021-12-30" },
    "Thông tư 08/2013/TT-BNV (chưa kiểm chứng số tháng trước khi sửa đổi năm 2021)",
    false,
    { notCompleted: 6 },
  ),
  // The circular changed within 2021; a year is judged on its last day.
  ...rules(
    ["canBo", "congChuc", "vienChuc"],
    { validFrom: "2021-12-31", validTo: null },
    "Thông tư 08/2013/TT-BNV, sửa đổi bởi Thông tư 03/2021/TT-BNV, Điều 1 khoản 5",
    true,
    { notCompleted: 6 },
  ),
];

function rules(
  kinds: readonly StaffKind[],
  valid: Pick<DatedRule, "validFrom" | "validTo">,
  clause: string,
  verified: boolean,
  months: Readonly<Partial<Record<DelayCause, number>>>,
): DelayRule[] {
  // The keys of the literals above, of which Object.entries tells the type no more.
  return (Object.entries(months) as [DelayCause, number][]).map(([cause, count]) => ({
    cause,
    kinds,
    months: count,
    ...valid,
    clause,
    verified,
  }));
}

/**
 * The delays of somebody's next step.
 *
 * Several add up. A year counts on its last day, since its grade is given at its end (as offices do, from no text seen).
 * @param since the day of the step now stood on, or of the last rise of the allowance beyond the top step; null: not known
 * @param events in any order; those before `since` are left out
 */
export function salaryDelays(
  kind: StaffKind,
  since: PartialDate | null,
  events: readonly DelayEvent[],
  table: readonly DelayRule[] = shippedDelays,
): DelayFindings {
  const delays: FoundDelay[] = [];
  const doubtful: { event: DelayEvent; why: "date" | "noRule" }[] = [];
  const sameConduct: DelayEvent[] = [];
  for (const event of events) {
    const span = spanOf(event);
    const when = span === null || since === null ? "doubtful" : placeInTime(span, since);
    if (when === "before") continue;
    if (event.cause === "notCompleted" && event.byDiscipline === true) {
      sameConduct.push(event);
      continue;
    }
    if (span === null || when === "doubtful") {
      doubtful.push({ event, why: "date" });
      continue;
    }
    const first = ruleFor(table, event.cause, kind, span.earliest);
    const last = ruleFor(table, event.cause, kind, span.latest);
    if (first === null || last === null) doubtful.push({ event, why: first === last ? "noRule" : "date" });
    else if (first.months !== last.months) doubtful.push({ event, why: "date" });
    // Where the date spans two rules that say the same, the one that nobody confirmed speaks for both.
    else delays.push({ months: first.months, event, rule: first.verified ? last : first });
  }
  return { delays, doubtful, sameConduct };
}

interface Span {
  readonly earliest: PackedDay;
  readonly latest: PackedDay;
}

/** The days on which an event can have been; null without a date. */
function spanOf(event: DelayEvent): Span | null {
  if (event.cause === "notCompleted") {
    const lastDay = event.year * 10_000 + 1231;
    return { earliest: lastDay, latest: lastDay };
  }
  return event.on === null ? null : { earliest: earliestDay(event.on), latest: latestDay(event.on) };
}

function placeInTime({ earliest, latest }: Span, since: PartialDate): "before" | "since" | "doubtful" {
  if (compareDays(latest, earliestDay(since)) < 0) return "before";
  return compareDays(earliest, latestDay(since)) >= 0 ? "since" : "doubtful";
}

function ruleFor(
  table: readonly DelayRule[],
  cause: DelayCause,
  kind: StaffKind,
  day: PackedDay,
): DelayRule | null {
  const iso = packedToIso(day);
  return (
    table.find((rule) => rule.cause === cause && rule.kinds.includes(kind) && holdsOn(rule, iso)) ?? null
  );
}
