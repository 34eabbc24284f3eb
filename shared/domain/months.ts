/**
 * Arithmetic by months, in which the law counts: ages of retirement, waits for a step of pay, how long a discipline lasts.
 * Days of a month that has fewer of them fall on its last one, so that 31/08 and six months is 28/02 and never 03/03.
 */
import {
  daysInMonth,
  firstYear,
  lastYear,
  type PackedDay,
  type PartialDate,
  packedToIso,
  packPartialDate,
  precisionOf,
  unpackPartialDate,
} from "./partial-date";

/** Months since the year 0: year × 12 + month − 1. */
export type MonthNumber = number;

/** The month of a full packed day. */
export function monthNumber(day: PackedDay): MonthNumber {
  return Math.trunc(day / 10_000) * 12 + (Math.trunc(day / 100) % 100) - 1;
}

/** Whether a month lies in the years that dates may be of. */
export function isMonthOfCalendar(month: MonthNumber): boolean {
  return month >= firstYear * 12 && month < (lastYear + 1) * 12;
}

/** @throws RangeError if the month is of no year between 1900 and 2200. */
export function firstDayOfMonth(month: MonthNumber): PackedDay {
  return dayOfMonth(month, 1);
}

/** @throws RangeError if the month is of no year between 1900 and 2200. */
export function lastDayOfMonth(month: MonthNumber): PackedDay {
  return dayOfMonth(month, 31);
}

/**
 * The day of the same number in another month, or the last one of a month that is too short.
 * @param day full packed day
 * @param count whole months, backwards if negative
 * @throws RangeError unless given a full day, or if the result would leave 1900–2200.
 */
export function addMonths(day: PackedDay, count: number): PackedDay {
  packedToIso(day);
  return dayOfMonth(monthNumber(day) + count, day % 100);
}

/**
 * A date and some months, as precise as the date was: 2024-03 and 36 months is 2027-03, 2024 and 36 months is 2027.
 * @returns null where a year alone does not say it (2024 and 6 months), or where it would leave 1900–2200
 * @throws RangeError if the date is not canonical
 */
export function addMonthsToDate(date: PartialDate, count: number): PartialDate | null {
  const packed = packPartialDate(date);
  const precision = precisionOf(date);
  if (precision === "year" && count % 12 !== 0) return null;
  const month = (precision === "year" ? Math.trunc(packed / 10_000) * 12 : monthNumber(packed)) + count;
  if (!isMonthOfCalendar(month)) return null;
  if (precision === "year") return String(month / 12);
  const start = firstDayOfMonth(month);
  return unpackPartialDate(precision === "month" ? start - 1 : dayOfMonth(month, packed % 100));
}

/** A day of a month, or its last one where it has no such day. */
function dayOfMonth(month: MonthNumber, wanted: number): PackedDay {
  if (!isMonthOfCalendar(month))
    throw new RangeError(`No month between ${firstYear} and ${lastYear}: ${month}`);
  const year = Math.trunc(month / 12);
  const ofYear = (month % 12) + 1;
  return year * 10_000 + ofYear * 100 + Math.min(wanted, daysInMonth(year, ofYear));
}
