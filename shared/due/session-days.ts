/** The days of a session for steps of pay: a month, a quarter or half a year from a month on. */
import { firstDayOfMonth, isMonthOfCalendar, lastDayOfMonth, monthNumber } from "../domain/months";
import { isoToPacked, packedToIso } from "../domain/partial-date";

/** How many months a session takes together. */
export const sessionLengths = [1, 3, 6] as const;
export type SessionLength = (typeof sessionLengths)[number];

/** @param month `YYYY-MM` @returns first and last day, ISO; null for what is no month */
export function sessionDays(
  month: string,
  length: SessionLength = 1,
): { readonly from: string; readonly to: string } | null {
  const [, year, part] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  const first = Number(year) * 12 + Number(part) - 1;
  const last = first + length - 1;
  if (year === undefined || !isMonthOfCalendar(first) || !isMonthOfCalendar(last)) return null;
  return { from: packedToIso(firstDayOfMonth(first)), to: packedToIso(lastDayOfMonth(last)) };
}

/** The first month of the session of a length that a month is in; null for what is no month. */
export function aroundMonth(month: string, length: SessionLength): string | null {
  const days = sessionDays(month);
  if (days === null) return null;
  const at = monthNumber(isoToPacked(days.from));
  return packedToIso(firstDayOfMonth(at - (at % length))).slice(0, 7);
}

/** The session before or after one; null beyond the calendar. */
export function steppedMonth(month: string, length: SessionLength, by: -1 | 1): string | null {
  const days = sessionDays(month);
  const at = days === null ? -1 : monthNumber(isoToPacked(days.from)) + by * length;
  return isMonthOfCalendar(at) ? packedToIso(firstDayOfMonth(at)).slice(0, 7) : null;
}
