/**
 * Days as spreadsheets count them. One place knows of the two beginnings, and of the day that never was: Lotus 1-2-3 took
 * 1900 for a leap year, every program since then gives 29/02/1900 the number 60, and numbers before it are one day off.
 */
import { daysInMonth } from "../domain/partial-date";

export interface SerialDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayLength = 86_400_000;
/** Days from 1970-01-01 back to day 0 of each count; that of 1900 holds from 01/03/1900 on. */
const zeroOf1900 = Date.UTC(1899, 11, 30) / dayLength;
const zeroOf1904 = Date.UTC(1904, 0, 1) / dayLength;
/** 29/02/1900, which was no day. */
const noDay = 60;
/** 31/12/9999, the last day that programs show. */
const lastSerial = 2_958_465;

/**
 * The day of a number; its fraction, the time of day, is left out.
 * @returns null for what names no day: below 0, the 29/02/1900 that never was, beyond the year 9999
 */
export function serialDay(value: number, date1904: boolean): SerialDay | null {
  const count = Math.floor(value + 1e-9);
  if (!Number.isFinite(value) || count < 0) return null;
  if (!date1904 && (count === noDay || count === 0)) return null;
  const early = !date1904 && count < noDay ? 1 : 0;
  const days = date1904 ? zeroOf1904 + count : zeroOf1900 + count + early;
  if (days - zeroOf1900 > lastSerial) return null;
  const at = new Date(days * dayLength);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/**
 * The number of a day in the count from 1900, which formats with days of their own are read into.
 * @returns null for a day that no calendar has, or before 01/01/1900
 */
export function serialOfDay({ year, month, day }: SerialDay): number | null {
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const count = Date.UTC(year, month - 1, day) / dayLength - zeroOf1900;
  const serial = count <= noDay ? count - 1 : count;
  return serial < 1 || serial > lastSerial ? null : serial;
}
