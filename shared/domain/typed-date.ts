/**
 * Reads dates as people type them: 12/5/1980, 12-5-1980, 12.5.1980, 5/1980, 1980, 12051980, 051980, 12/5/80, and year first.
 *
 * What can be read in one way only is read; where two days are meant as likely (15/8/20 is of 1920 or of 2020) both are
 * handed back for somebody to choose. A guess would be an invented birth, and nobody would see that it is one.
 */
import { daysInMonth, firstYear, lastYear, parsePartialDate, type PartialDate } from "./partial-date";

/** Why no calendar has the date: the day (with how many the month has), the month or the year. */
export type ImpossibleDate =
  | { readonly part: "day"; readonly month: number; readonly year: number; readonly days: number }
  | { readonly part: "month"; readonly month: number }
  | { readonly part: "year" }
  | { readonly part: "zero" };

export type TypedDate =
  | { readonly ok: true; readonly value: PartialDate }
  | { readonly ok: false; readonly reason: "empty" | "format" }
  | { readonly ok: false; readonly reason: "impossible"; readonly why: ImpossibleDate }
  /** At least two dates, earliest first. */
  | { readonly ok: false; readonly reason: "unclear"; readonly choices: readonly PartialDate[] };

export interface TypedDateOptions {
  /** Last year that a year of two digits can mean; the end of the calendar where nothing is known. */
  readonly latestYear?: number;
}

interface Parts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  /** Only the last two digits of the year were written. */
  readonly short?: true;
}

const DAY_FIRST = /^(?:(?:(\d{1,2})\s*([/.-])\s*)?(\d{1,2})\s*([/.-])\s*)?(\d{4})$/;
const SHORT_YEAR = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{2})$/;
const YEAR_FIRST = /^(\d{4})\s*([/.-])\s*(\d{1,2})(?:\s*\2\s*(\d{1,2}))?$/;

/**
 * Day before month always.
 * @param text without invisible signs
 * @returns the canonical text with the precision typed
 */
export function readTypedDate(text: string, { latestYear = lastYear }: TypedDateOptions = {}): TypedDate {
  const typed = text.trim();
  if (typed === "") return { ok: false, reason: "empty" };
  const readings = partsOf(typed);
  const [first] = readings;
  if (first === undefined) return { ok: false, reason: "format" };
  const found = [...new Set(readings.flatMap((parts) => datesOf(parts, latestYear)))].sort();
  const [value, ...others] = found;
  if (value === undefined) return { ok: false, reason: "impossible", why: whyImpossible(first, latestYear) };
  return others.length === 0 ? { ok: true, value } : { ok: false, reason: "unclear", choices: found };
}

/** Every way in which the text can be parted into day, month and year. */
function partsOf(typed: string): Parts[] {
  if (/^\d{6}$|^\d{8}$/.test(typed)) return partsOfDigits(typed);
  const short = SHORT_YEAR.exec(typed);
  if (short !== null) {
    return [{ year: Number(short[4]), month: Number(short[3]), day: Number(short[1]), short: true }];
  }
  const dayFirst = DAY_FIRST.exec(typed);
  if (dayFirst !== null) {
    const [, day, separator, month, nextSeparator, year] = dayFirst;
    return separator !== undefined && separator !== nextSeparator ? [] : [numbers(year, month, day)];
  }
  const yearFirst = YEAR_FIRST.exec(typed);
  return yearFirst === null ? [] : [numbers(yearFirst[1], yearFirst[3], yearFirst[4])];
}

function numbers(year: string | undefined, month: string | undefined, day: string | undefined): Parts {
  const number = (part: string | undefined) => (part === undefined ? null : Number(part));
  return { year: Number(year), month: number(month), day: number(day) };
}

/** Digits without anything between them; the most usual way first, since it says what is wrong where none fits. */
function partsOfDigits(typed: string): Parts[] {
  const at = (from: number, to: number) => Number(typed.slice(from, to));
  if (typed.length === 8) {
    return [
      { day: at(0, 2), month: at(2, 4), year: at(4, 8) },
      { year: at(0, 4), month: at(4, 6), day: at(6, 8) },
    ];
  }
  return [
    { day: null, month: at(0, 2), year: at(2, 6) },
    { day: at(0, 2), month: at(2, 4), year: at(4, 6), short: true },
    { year: at(0, 4), month: at(4, 6), day: null },
  ];
}

function datesOf(parts: Parts, latestYear: number): PartialDate[] {
  if (parts.short !== true) return canonical(parts, parts.year);
  return [1900, 2000, 2100]
    .map((century) => century + parts.year)
    .filter((year) => year <= latestYear)
    .flatMap((year) => canonical(parts, year));
}

function canonical({ month, day }: Parts, year: number): PartialDate[] {
  const two = (part: number) => String(part).padStart(2, "0");
  const text = [
    String(year).padStart(4, "0"),
    ...[month, day].flatMap((part) => (part === null ? [] : [two(part)])),
  ];
  const date = parsePartialDate(text.join("-"));
  return date === null ? [] : [date];
}

function whyImpossible({ year, month, day, short }: Parts, latestYear: number): ImpossibleDate {
  // A typed 00 is no way to say "unknown": the part must be left out.
  if (month === 0 || day === 0) return { part: "zero" };
  if (month !== null && month > 12) return { part: "month", month };
  if (short !== true && (year < firstYear || year > lastYear)) return { part: "year" };
  const full = short !== true ? year : 2000 + year <= latestYear ? 2000 + year : 1900 + year;
  return { part: "day", month: month ?? 0, year: full, days: daysInMonth(full, month ?? 0) };
}
