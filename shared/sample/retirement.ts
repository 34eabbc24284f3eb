/** When somebody retires, so that careers of the sample end as the law has it. */
import { isoToPacked } from "../domain/partial-date";
import { retirementMonth } from "../domain/retirement";
import type { Sex } from "../domain/values";
import { type DayNumber, dayNumber, isoDay } from "./calendar";

/**
 * The last day of the month in which the retirement age of that time is reached.
 * @param birth also for a birth of which the sample writes only the year
 */
export function retirementDay(sex: Sex, birth: DayNumber): DayNumber {
  const next = retirementMonth(sex, isoToPacked(isoDay(birth))) + 1;
  return dayNumber(Math.trunc(next / 12), (next % 12) + 1, 1) - 1;
}
