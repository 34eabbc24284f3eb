/**
 * Reads the dates of a column. What one cell leaves open, the others of its column often tell: that 05/12 is the fifth of
 * December where a 25/12 stands below it. What nothing tells is asked once for the column.
 */
import { parsePartialDate } from "../domain/partial-date";
import { readTypedDate } from "../domain/typed-date";
import { shownParts } from "./number-format";
import { nothing, type Reading, saysNothing, unread, value } from "./reading";
import { serialDay } from "./serial-day";
import type { SeenCell } from "./sheet-grid";

/** What is settled of a column; null: nothing tells. */
export interface DateSettings {
  readonly order: "dmy" | "mdy" | null;
  readonly century: "1900" | "2000" | null;
  readonly yearAsDate: "year" | "date" | null;
  readonly serial: "date" | "text" | null;
  readonly swapped: "swap" | "asIs" | null;
  /** Whether days that programs made of the texts may be turned round: texts among them say so. */
  readonly maySwap: boolean;
}

export interface DateContext {
  readonly settings: DateSettings;
  readonly date1904: boolean;
  /** Last year that a year of two digits can mean. */
  readonly latestYear: number;
}

/** What the cells of a column, or of a sheet, tell of how its dates are written. */
export interface DateEvidence {
  dayFirst: number;
  monthFirst: number;
  /** Days that are numbers, and those of them whose day is above 12. */
  serials: number;
  lateSerials: number;
}

const twoNumbers = /^(\d{1,2})\s*[/.\-\\,]\s*(\d{1,2})\s*[/.\-\\,]\s*(?:\d{2}|\d{4})$/;
const bareYears = { first: 1900, last: 2100 } as const;
/** Days from 1927 to 2119, as numbers. */
const likelySerials = { first: 10_000, last: 80_000 } as const;

export function noEvidence(): DateEvidence {
  return { dayFirst: 0, monthFirst: 0, serials: 0, lateSerials: 0 };
}

export function takeEvidence(
  evidence: DateEvidence,
  { text, cell: { content } }: SeenCell,
  date1904: boolean,
): void {
  if (content.kind === "number") {
    const day = content.isDate && !isBareYear(content.value) ? serialDay(content.value, date1904) : null;
    if (day === null || !shownParts(content.format).day) return;
    evidence.serials++;
    if (day.day > 12) evidence.lateSerials++;
    return;
  }
  const [, one, other] = twoNumbers.exec(plainDate(text)) ?? [];
  if (one === undefined || other === undefined) return;
  // What is a day in neither order ("2/30/1990") tells nothing of the order of the others.
  if (Number(one) > 12 && isDayOfMonth(Number(one), Number(other))) evidence.dayFirst++;
  if (Number(other) > 12 && isDayOfMonth(Number(other), Number(one))) evidence.monthFirst++;
}

/** Whether some year has the day. */
function isDayOfMonth(day: number, month: number): boolean {
  const leapYear = "2000";
  const two = (part: number) => String(part).padStart(2, "0");
  return parsePartialDate(`${leapYear}-${two(month)}-${two(day)}`) !== null;
}

/** The order that some cells surely have and none contradicts. */
export function orderOf({ dayFirst, monthFirst }: DateEvidence): "dmy" | "mdy" | null {
  if (dayFirst > 0 && monthFirst === 0) return "dmy";
  return monthFirst > 0 && dayFirst === 0 ? "mdy" : null;
}

/**
 * A program of another country makes days of those texts alone that it can read in its own order: then no day above the
 * twelfth is a number, and the texts that are left all have one.
 */
export function looksSwapped({ dayFirst, serials, lateSerials }: DateEvidence): boolean {
  return dayFirst > 0 && serials > 0 && lateSerials === 0;
}

export function readDateCell({ text, cell: { content } }: SeenCell, context: DateContext): Reading {
  switch (content.kind) {
    case "error":
      return unread("errorCell");
    case "boolean":
      return unread("noDate");
    case "number":
      return content.isDate
        ? daySerial(content.value, content.format, context)
        : plainNumber(content.value, text, context);
    case "text":
      return readDateText(text, context);
  }
}

function isBareYear(number: number): boolean {
  return Number.isInteger(number) && number >= bareYears.first && number <= bareYears.last;
}

function daySerial(serial: number, format: string | null, { settings, date1904 }: DateContext): Reading {
  if (isBareYear(serial)) {
    if (settings.yearAsDate === null)
      return unread("yearAsDate", { kind: "yearAsDate", example: String(serial) });
    if (settings.yearAsDate === "year") return value(String(serial));
  }
  const at = serialDay(serial, date1904);
  if (at === null) return unread("noDate");
  const shown = shownParts(format);
  if (shown.day && shown.month && !shown.year) return unread("noYear");
  const isSwappable = shown.day && settings.maySwap && at.day <= 12 && at.day !== at.month;
  if (isSwappable && settings.swapped === null) return unread("swapped", { kind: "swapped" });
  const [day, month] = isSwappable && settings.swapped === "swap" ? [at.month, at.day] : [at.day, at.month];
  return dateOfParts(at.year, shown.day || shown.month ? month : null, shown.day ? day : null);
}

function plainNumber(number: number, text: string, context: DateContext): Reading {
  if (isBareYear(number)) return value(String(number));
  const isWhole = Number.isInteger(number);
  if (isWhole && (text.length === 8 || text.length === 6)) return readDateText(text, context);
  if (isWhole && number >= likelySerials.first && number <= likelySerials.last) {
    if (context.settings.serial === null) return unread("serial", { kind: "serial" });
    return context.settings.serial === "date" ? daySerial(number, "dd/mm/yyyy", context) : unread("noDate");
  }
  // 5.1980 is May; 5.198 has lost a digit, and nobody knows which one.
  return /^\d{1,2}[.,]\d{4}$/.test(text) ? readDateText(text, context) : unread("noDate");
}

function dateOfParts(year: number, month: number | null, day: number | null): Reading {
  const two = (part: number) => String(part).padStart(2, "0");
  const parts = [String(year), ...(month === null ? [] : [two(month)]), ...(day === null ? [] : [two(day)])];
  const date = parsePartialDate(parts.join("-"));
  return date === null ? unread("impossibleDate") : value(date);
}

/** "Ngày 12 tháng 5 năm 1980", "T5/1980", "SN 1980" as 12/5/1980, 5/1980, 1980. */
function plainDate(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019'"]/gu, "")
    .replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, "")
    .replace(/^(?:ngày|sinh ngày|sinh năm|năm sinh|sn|năm|tháng|t)\s*(?=\d)/u, "")
    .replace(/\s*(?:tháng|năm)\s*/gu, "/")
    .replace(/[\\,]/g, "/")
    .replace(/[–—]/g, "-")
    .trim();
}

const untilNow = /^(?:đến )?(?:nay|hiện nay|hiện tại|bây giờ)$/iu;

/** Reads what somebody typed. */
export function readDateText(text: string, { settings, latestYear }: DateContext): Reading {
  if (saysNothing(text) || untilNow.test(text)) return nothing;
  const plain = plainDate(text);
  const [whole, one, other] = twoNumbers.exec(plain) ?? [];
  let written = plain;
  if (whole !== undefined && one !== undefined && other !== undefined && one !== other) {
    const isOpen = Number(one) <= 12 && Number(other) <= 12;
    if (isOpen && settings.order === null) return unread("dateOrder", { kind: "dateOrder" });
    const isMonthFirst = isOpen ? settings.order === "mdy" : Number(other) > 12 && Number(one) <= 12;
    if (isMonthFirst) written = plain.replace(/^(\d{1,2})(\D+)(\d{1,2})/, "$3$2$1");
  }
  const read = readTypedDate(written, { latestYear });
  if (read.ok) return value(read.value);
  switch (read.reason) {
    case "impossible":
      return unread("impossibleDate");
    case "unclear":
      return inCentury(read.choices, settings);
    case "empty":
    case "format":
      return unread("noDate");
  }
}

function inCentury(choices: readonly string[], { century }: DateSettings): Reading {
  const years = new Set(choices.map((choice) => Number(choice.slice(0, 4)) % 100));
  // Eight digits that are two dates of different years leave more open than a century.
  if (years.size > 1) return unread("noDate");
  if (century === null) return unread("century", { kind: "century" });
  const [found] = choices.filter((choice) => choice.startsWith(century.slice(0, 2)));
  return found === undefined ? unread("noDate") : value(found);
}

/** Joins the parts of a date that a sheet keeps in columns of their own. */
export function readDateParts(
  parts: { readonly day: string | null; readonly month: string | null; readonly year: string | null },
  context: DateContext,
): Reading {
  const given = [parts.day, parts.month, parts.year].filter((part) => part !== null && !saysNothing(part));
  if (given.length === 0) return nothing;
  if (parts.year === null || (parts.day !== null && parts.month === null)) return unread("noDate");
  return readDateText(given.join("/"), { ...context, settings: { ...context.settings, order: "dmy" } });
}
