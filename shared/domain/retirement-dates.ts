/**
 * The days around a retirement that an office must not miss, with what is not known to say them.
 *
 * Offices confuse two days, so both are always given: the last day of work ("hết ngày 30/04/2026") and the first of the
 * pension ("từ ngày 01/05/2026"). Decisions about viên chức print the second as the time of retirement.
 */
import { addMonths, firstDayOfMonth, isMonthOfCalendar, lastDayOfMonth, monthNumber } from "./months";
import {
  type DatePrecision,
  earliestDay,
  type PackedDay,
  type PartialDate,
  precisionOf,
} from "./partial-date";
import { retirementMonth } from "./retirement";
import type { Sex } from "./values";

/** Months before the last day of work: NĐ 170/2025/NĐ-CP, Điều 62, 63; of viên chức NĐ 115/2020/NĐ-CP, Điều 59. */
const noticeMonths = 6;
const decisionMonths = 3;

export type Retirement =
  | {
      readonly kind: "known";
      /** Age at which this person retires, in whole years and the months beyond them. */
      readonly age: { readonly years: number; readonly months: number };
      /** Last day of the month in which the age is reached: Điều 3 of NĐ 135/2020/NĐ-CP. */
      readonly lastDay: PackedDay;
      /** First of the next month, from which the pension is paid. */
      readonly pensionFrom: PackedDay;
      /** Last day on which the notice in writing is in time. */
      readonly noticeDay: PackedDay;
      /** Last day on which the decision is in time. */
      readonly decisionDay: PackedDay;
      /** How much of the birth was known: of a year alone, 01/01 was taken as Điều 3 has it. */
      readonly birthPrecision: DatePrecision;
    }
  | { readonly kind: "unknown"; readonly missing: readonly ("sex" | "birth")[] };

/**
 * The days around somebody's retirement.
 *
 * Notice and decision are counted back from the last day of work by its number (30/04 → 30/10), not to the end of the
 * month: the earlier of both readings, so that a notice by it is in time in each.
 * @param birth canonical, any precision
 */
export function retirementOf(person: {
  readonly sex: Sex | null;
  readonly birth: PartialDate | null;
}): Retirement {
  const { sex, birth } = person;
  if (sex === null || birth === null) {
    return {
      kind: "unknown",
      missing: [...(sex === null ? (["sex"] as const) : []), ...(birth === null ? (["birth"] as const) : [])],
    };
  }
  const born = earliestDay(birth);
  const month = retirementMonth(sex, born);
  // Such a birth is a slip of the keyboard: the check of the field says so, and no day follows from it.
  if (!isMonthOfCalendar(month + 1)) return { kind: "unknown", missing: ["birth"] };
  const lastDay = lastDayOfMonth(month);
  const age = month - monthNumber(born);
  return {
    kind: "known",
    age: { years: Math.trunc(age / 12), months: age % 12 },
    lastDay,
    pensionFrom: firstDayOfMonth(month + 1),
    noticeDay: addMonths(lastDay, -noticeMonths),
    decisionDay: addMonths(lastDay, -decisionMonths),
    birthPrecision: precisionOf(birth),
  };
}
