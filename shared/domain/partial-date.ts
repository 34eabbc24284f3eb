// Dates that may lack their day or month, in the two forms the program keeps: canonical text (stored, sent over the
// contract) and packed integers (typed-array facts); what a clerk types is read by typed-date.ts. Birth and study dates in personnel
// files are often a year only; without this file some layer would invent a first of January and print it.
//
// Invariants: a canonical text names a day, month or year that exists between 1900 and 2200; packing and unpacking
// are inverse; packed full days order as their ISO texts do; 0 is the packed form of "no date" and of nothing else.

/** Canonical text: `1980`, `1980-05` or `1980-05-12`. Only values that {@link parsePartialDate} accepts. */
export type PartialDate = string;

/** yyyymmdd as an Int32, all parts present (19800512). 0 where a function says it may mean "none". */
export type PackedDay = number;

/** yyyymmdd as an Int32, 00 for a missing day or month (19800500, 19800000); 0 is "none". */
export type PackedPartialDate = number;

export type DatePrecision = "year" | "month" | "day";

/** Years that dates may be of, both included. */
export const firstYear = 1900;
export const lastYear = 2200;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Length of a month of the Gregorian calendar in days; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

/** Packs the parts (0 for a missing month or day), or gives 0 if they name nothing in the calendar. */
function packParts(year: number, month: number, day: number): PackedPartialDate {
  if (year < firstYear || year > lastYear) return 0;
  if (month === 0 ? day !== 0 : month > 12 || day > daysInMonth(year, month)) return 0;
  return year * 10_000 + month * 100 + day;
}

/** Reads `length` ASCII digits at `start`; -1 if one of them is no digit. */
function digitsAt(text: string, start: number, length: number): number {
  let value = 0;
  for (let i = start; i < start + length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * The packed form of a canonical text, 0 for any other text. By character code because facts for a quarter of a
 * million people read over a million dates at once.
 */
function packCanonical(text: string): PackedPartialDate {
  const { length } = text;
  if (length !== 4 && length !== 7 && length !== 10) return 0;
  const year = digitsAt(text, 0, 4);
  if (length === 4) return packParts(year, 0, 0);
  const month = text[4] === "-" ? digitsAt(text, 5, 2) : -1;
  if (month < 1) return 0;
  if (length === 7) return packParts(year, month, 0);
  const day = text[7] === "-" ? digitsAt(text, 8, 2) : -1;
  return day < 1 ? 0 : packParts(year, month, day);
}

function unpackText(packed: PackedPartialDate): PartialDate {
  const year = String(Math.trunc(packed / 10_000));
  const month = Math.trunc(packed / 100) % 100;
  const day = packed % 100;
  if (month === 0) return year;
  const yearMonth = `${year}-${String(month).padStart(2, "0")}`;
  return day === 0 ? yearMonth : `${yearMonth}-${String(day).padStart(2, "0")}`;
}

/**
 * Accepts exactly the canonical form.
 * @returns the text itself, or null for any other form, a year outside 1900–2200 or a date no calendar has.
 */
export function parsePartialDate(text: string): PartialDate | null {
  return packCanonical(text) === 0 ? null : text;
}

/**
 * The packed form of a canonical text, or 0 for null.
 * @throws RangeError if the text is not canonical (a caller that skipped {@link parsePartialDate}).
 */
export function packPartialDate(date: PartialDate | null): PackedPartialDate {
  if (date === null) return 0;
  const packed = packCanonical(date);
  if (packed === 0) throw new RangeError(`Not a canonical partial date: ${date}`);
  return packed;
}

/**
 * The canonical text of a packed date, null for 0.
 * @throws RangeError if the number names no date.
 */
export function unpackPartialDate(packed: PackedPartialDate): PartialDate | null {
  if (packed === 0) return null;
  checkPacked(packed, "year");
  return unpackText(packed);
}

/** How much of the date is known. @throws RangeError if the text is not canonical. */
export function precisionOf(date: PartialDate): DatePrecision {
  packPartialDate(date);
  if (date.length === 4) return "year";
  return date.length === 7 ? "month" : "day";
}

/** 12/05/1980, 05/1980 or 1980: only what is known. @throws RangeError if the text is not canonical. */
export function formatPartialDate(date: PartialDate): string {
  packPartialDate(date);
  return date.split("-").reverse().join("/");
}

/** The first day the date can mean, 0 for null. @throws RangeError if the text is not canonical. */
export function earliestDay(date: PartialDate | null): PackedDay {
  return earliestPackedDay(packPartialDate(date));
}

/** The last day the date can mean, 0 for null. @throws RangeError if the text is not canonical. */
export function latestDay(date: PartialDate | null): PackedDay {
  return latestPackedDay(packPartialDate(date));
}

/** The first day a packed date can mean; 0 stays 0. The number is trusted: facts call this in their inner loop. */
export function earliestPackedDay(packed: PackedPartialDate): PackedDay {
  if (packed === 0) return 0;
  if (packed % 10_000 === 0) return packed + 101;
  return packed % 100 === 0 ? packed + 1 : packed;
}

/** The last day a packed date can mean; 0 stays 0. The number is trusted, as in {@link earliestPackedDay}. */
export function latestPackedDay(packed: PackedPartialDate): PackedDay {
  if (packed === 0) return 0;
  if (packed % 10_000 === 0) return packed + 1231;
  if (packed % 100 !== 0) return packed;
  return packed + daysInMonth(Math.trunc(packed / 10_000), Math.trunc(packed / 100) % 100);
}

/** @throws RangeError unless the number names a date with at least the precision asked for. */
function checkPacked(packed: number, least: "year" | "day"): void {
  const month = Math.trunc(packed / 100) % 100;
  const day = packed % 100;
  const known = Number.isInteger(packed) && packParts(Math.trunc(packed / 10_000), month, day) === packed;
  if (!known || packed === 0 || (least === "day" && day === 0)) {
    throw new RangeError(`Not a packed ${least === "day" ? "day" : "date"}: ${packed}`);
  }
}

/** `1980-05-12` → 19800512. @throws RangeError unless the text is a full canonical date. */
export function isoToPacked(iso: string): PackedDay {
  const packed = packCanonical(iso);
  if (packed % 100 === 0) throw new RangeError(`Not a full date: ${iso}`);
  return packed;
}

/** 19800512 → `1980-05-12`. @throws RangeError unless the number is a full day (0 is not). */
export function packedToIso(day: PackedDay): string {
  checkPacked(day, "day");
  return unpackText(day);
}

/** Negative, zero or positive as `a` is before, on or after `b`. "None" (0) comes first. */
export function compareDays(a: PackedDay, b: PackedDay): number {
  return a - b;
}

/** The day after. @throws RangeError unless given a full day, or if it would leave 1900–2200. */
export function nextDay(day: PackedDay): PackedDay {
  return addDays(day, 1);
}

/**
 * The day `count` days later (earlier if negative; whole days).
 * @throws RangeError unless given a full day and a whole count, or if the result would leave 1900–2200.
 */
export function addDays(day: PackedDay, count: number): PackedDay {
  checkPacked(day, "day");
  if (!Number.isInteger(count)) throw new RangeError(`Not a whole number of days: ${count}`);
  let year = Math.trunc(day / 10_000);
  let month = Math.trunc(day / 100) % 100;
  let dayOfMonth = (day % 100) + count;
  while (dayOfMonth < 1 && year >= firstYear) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    dayOfMonth += daysInMonth(year, month);
  }
  while (dayOfMonth > daysInMonth(year, month) && year <= lastYear) {
    dayOfMonth -= daysInMonth(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  const moved = packParts(year, month, dayOfMonth);
  if (moved === 0) throw new RangeError(`No day between ${firstYear} and ${lastYear}: ${day} + ${count}`);
  return moved;
}

/**
 * Age in whole years on a day, as a range because the birth date may lack its day or month.
 * @param birth canonical, any precision. @param asOf a full packed day.
 * @returns `min` ≤ `max`, equal when the birth day is known; never below 0, so a person not yet born is 0. Someone
 * born on 29/02 turns a year older on 01/03 of a common year.
 * @throws RangeError if the birth is not canonical or `asOf` is no full day.
 */
export function ageOn(birth: PartialDate, asOf: PackedDay): { readonly min: number; readonly max: number } {
  return ageOnPacked(packPartialDate(birth), asOf);
}

/** {@link ageOn} for a packed birth date. @throws RangeError if the birth is none or `asOf` is no full day. */
export function ageOnPacked(
  birth: PackedPartialDate,
  asOf: PackedDay,
): { readonly min: number; readonly max: number } {
  checkPacked(birth, "year");
  checkPacked(asOf, "day");
  const years = (day: PackedDay) => Math.max(0, Math.floor((asOf - day) / 10_000));
  return { min: years(latestPackedDay(birth)), max: years(earliestPackedDay(birth)) };
}
