/**
 * The value of a date field as one text: canonical once it can be read, what was typed until then.
 *
 * Keeping the typed text in the form means that nothing a clerk typed is lost or silently changed while it is wrong.
 */
import { formatPartialDate, parsePartialDate, precisionOf } from "../../shared/domain/partial-date";
import { readTypedDate, type TypedDate, type TypedDateOptions } from "../../shared/domain/typed-date";
import { cleanText } from "../../shared/text/clean";

export type DateProblem = "format" | "impossible" | "unclear" | "dayMissing";

/** What stands in a field, read. */
export function readField(value: string, options?: TypedDateOptions): TypedDate {
  return parsePartialDate(value) === null ? readTypedDate(cleanText(value), options) : { ok: true, value };
}

/**
 * What keeps a field's value from being a date, or null for a good one and for nothing at all.
 * @param fullDay a year or month alone is not enough
 */
export function dateProblem(value: string, fullDay = false, options?: TypedDateOptions): DateProblem | null {
  const read = readField(value, options);
  if (!read.ok) return read.reason === "empty" ? null : read.reason;
  return fullDay && precisionOf(read.value) !== "day" ? "dayMissing" : null;
}

/** What a field's value becomes for a typed text: canonical if it can be read, else the text itself. */
export function valueOfTyped(typed: string, options?: TypedDateOptions): string {
  const read = readTypedDate(cleanText(typed), options);
  if (read.ok) return read.value;
  return read.reason === "empty" ? "" : typed;
}

/** What stands in the field for a value: 05/1980 for `1980-05`, anything else as it is. */
export function typedOfValue(value: string): string {
  return parsePartialDate(value) === null ? value : formatPartialDate(value);
}

/** Years ahead that somebody plans for: a year of two digits is read within them. */
const yearsAhead = 30;

/**
 * How years of two digits are read today.
 * @param today `YYYY-MM-DD`
 * @param past nothing of the field lies after today
 */
export function shortYears(today: string, past: boolean): TypedDateOptions {
  return { latestYear: Number(today.slice(0, 4)) + (past ? 0 : yearsAhead) };
}
