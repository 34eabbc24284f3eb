/**
 * When somebody retires: the last day of the month in which the age of that time is reached.
 * Source: NĐ 135/2020/NĐ-CP, Điều 3 and 4: men 60 years and 3 months in 2021, 3 months more each year up to 62 in 2028;
 * women 55 years and 4 months in 2021, 4 months more each year up to 60 in 2035. Before 2021 men of 60 and women of 55
 * (Bộ luật Lao động 2012, Điều 187). Of a birth of which only the year is known, the first of January counts; of one
 * without a day, the first of its month.
 */
import { type MonthNumber, monthNumber } from "./months";
import type { PackedDay } from "./partial-date";
import type { Sex } from "./values";

const firstYear = 2021;
const rise = {
  male: { before: 60 * 12, start: 60 * 12 + 3, step: 3, end: 62 * 12 },
  female: { before: 55 * 12, start: 55 * 12 + 4, step: 4, end: 60 * 12 },
} as const satisfies Record<Sex, { before: number; start: number; step: number; end: number }>;

/**
 * The month in whose last day somebody retires.
 * @param birth full packed day
 */
export function retirementMonth(sex: Sex, birth: PackedDay): MonthNumber {
  const birthMonth = monthNumber(birth);
  const { before, start, step, end } = rise[sex];
  if (birthMonth + before < firstYear * 12) return birthMonth + before;
  for (let year = firstYear; ; year++) {
    const age = Math.min(end, start + step * (year - firstYear));
    const month = birthMonth + age;
    if (Math.trunc(month / 12) <= year || age >= end) return month;
  }
}

/**
 * Whole months of work left from a day up to retirement at the end of its month; none once it is past.
 * @param on @param birth full packed days
 */
export function monthsLeft(sex: Sex, birth: PackedDay, on: PackedDay): number {
  // From the first of a month to the end of it is a whole month.
  const first = on % 100 === 1 ? 1 : 0;
  return Math.max(0, retirementMonth(sex, birth) - monthNumber(on) + first);
}
