/**
 * The value of a date field as one text: canonical once it can be read, what was typed until then.
 *
 * Keeping the typed text in the form means that nothing a clerk typed is lost or silently changed while it is wrong.
 */
import {
  formatPartialDate,
  parsePartialDate,
  precisionOf,
  readVietnameseDate,
} from "../../shared/domain/partial-date";

export type DateProblem = "format" | "impossible" | "dayMissing";

/**
 * What keeps a field's value from being a date, or null for a good one and for nothing at all.
 * @param fullDay a year or month alone is not enough
 */
export function dateProblem(value: string, fullDay = false): DateProblem | null {
  if (value.trim() === "") return null;
  const canonical = parsePartialDate(value);
  if (canonical === null) {
    const read = readVietnameseDate(value);
    if (!read.ok) return read.reason === "empty" ? null : read.reason;
  }
  return fullDay && precisionOf(valueOfTyped(value)) !== "day" ? "dayMissing" : null;
}

/** What a field's value becomes for a typed text: canonical if it can be read, else the text itself. */
export function valueOfTyped(typed: string): string {
  const read = readVietnameseDate(typed);
  if (read.ok) return read.value;
  return typed.trim() === "" ? "" : typed;
}

/** What stands in the field for a value: 05/1980 for `1980-05`, anything else as it is. */
export function typedOfValue(value: string): string {
  return parsePartialDate(value) === null ? value : formatPartialDate(value);
}
