/**
 * The periods that a stored date lies in, as filters name them: its year, and within it the month, or that the month is not
 * known. Counting and filtering ask here, so that a count is what a tick shows.
 */

/** The year that a period lies in, or is; empty for no date. */
export function yearOf(period: string): string {
  return period.slice(0, 4);
}

/** The smallest period of a stored date: `1980-05`, `1980-`, or empty for none. */
export function leastPeriod(date: string): string {
  if (date === "") return "";
  return date.length < 7 ? `${yearOf(date)}-` : date.slice(0, 7);
}

/** The year of a date and its smallest period; of no date the one for none. */
export function periodsOf(date: string): readonly string[] {
  return date === "" ? [""] : [yearOf(date), leastPeriod(date)];
}
