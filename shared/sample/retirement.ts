/**
 * When somebody retires, so that careers of the sample end as the law has it.
 * Source: NĐ 135/2020/NĐ-CP, Điều 3 and 4 (2023's figures are checked, the other years follow from them).
 */
import type { Sex } from "../domain/values";
import { type DayNumber, dayNumber, isoDay } from "./calendar";

const firstYear = 2021;
const rise = {
  male: { start: 60 * 12 + 3, step: 3, end: 62 * 12 },
  female: { start: 55 * 12 + 4, step: 4, end: 60 * 12 },
} as const satisfies Record<Sex, { start: number; step: number; end: number }>;

/**
 * The last day of the month in which the retirement age of that time is reached.
 * @param birth also for a birth of which the sample writes only the year
 */
export function retirementDay(sex: Sex, birth: DayNumber): DayNumber {
  const iso = isoDay(birth);
  const birthMonth = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
  const { start, step, end } = rise[sex];
  for (let year = firstYear; ; year++) {
    const age = Math.min(end, start + step * (year - firstYear));
    const month = birthMonth + age;
    if (Math.trunc(month / 12) > year && age < end) continue;
    return dayNumber(Math.trunc((month + 1) / 12), ((month + 1) % 12) + 1, 1) - 1;
  }
}
