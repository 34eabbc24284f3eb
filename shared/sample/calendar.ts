/**
 * Dates of the sample as day numbers, so that a career is plain arithmetic: no Date objects and no parsing, which
 * would be most of the time of a sample of a quarter of a million people.
 */
import type { PartialDate } from "../domain/partial-date";
import type { Random } from "./random";

/** Days since 1 January 1900 of the Gregorian calendar (that day is 0). */
export type DayNumber = number;

/** Days before 1 January of a year that has already come, since 1900. */
function daysBeforeYear(year: number): number {
  const last = year - 1;
  const leapDays = Math.trunc(last / 4) - Math.trunc(last / 100) + Math.trunc(last / 400);
  return (year - 1900) * 365 + leapDays - 460;
}

const daysBeforeMonth = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysBefore(year: number, month: number): number {
  return (daysBeforeMonth[month] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0);
}

/** Day number of a date that exists, from 1900 on. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  return daysBeforeYear(year) + daysBefore(year, month) + day - 1;
}

/** Year of a day number. */
export function yearOf(day: DayNumber): number {
  let year = 1900 + Math.trunc(day / 365.2425);
  while (daysBeforeYear(year + 1) <= day) year++;
  while (daysBeforeYear(year) > day) year--;
  return year;
}

/** The date as `1980-05-12`. */
export function isoDay(day: DayNumber): PartialDate {
  const year = yearOf(day);
  const ofYear = day - daysBeforeYear(year);
  let month = Math.min(12, Math.trunc(ofYear / 29) + 1);
  while (daysBefore(year, month) > ofYear) month--;
  const ofMonth = ofYear - daysBefore(year, month) + 1;
  return `${year}-${month < 10 ? "0" : ""}${month}-${ofMonth < 10 ? "0" : ""}${ofMonth}`;
}

/** The day as `1980-05`. */
export function isoMonth(day: DayNumber): PartialDate {
  return isoDay(day).slice(0, 7);
}

/** The day as `1980`. */
export function isoYear(day: DayNumber): PartialDate {
  return String(yearOf(day));
}

/** Days in so many years, leap days shared out. */
export function years(count: number): number {
  return Math.trunc(count * 365.25);
}

/** Day number of an ISO day that exists. */
export function dayOfIso(iso: string): DayNumber {
  return dayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/**
 * A working day's date (never a Sunday) between two days; the last day when there is none.
 * Decisions are signed and people take office on working days, and a sample of Sundays reads as made by a machine.
 */
export function workingDay(random: Random, from: DayNumber, to: DayNumber): DayNumber {
  const day = random.between(from, to);
  // 1 January 1900 was a Monday.
  if (day % 7 !== 6) return day;
  return day < to ? day + 1 : Math.max(from, day - 1);
}
