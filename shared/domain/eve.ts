/** When a row of the record ends that another one follows. */
import type { FieldValue } from "./entities";
import { addDays, earliestDay, firstYear, packedToIso, parsePartialDate } from "./partial-date";

/** Whether a row ends before another begins, by the earliest days that their dates can mean. */
export function endsBefore(to: FieldValue | undefined, from: FieldValue | undefined): boolean {
  if (typeof to !== "string" || typeof from !== "string") return false;
  return earliestDay(parsePartialDate(to)) < earliestDay(parsePartialDate(from));
}

/** The day, month or year before, as precise as the date itself; null for no date, and before the first that is counted. */
export function dayBefore(date: string): string | null {
  const first = earliestDay(parsePartialDate(date));
  // A spreadsheet writes its day 1 so, which is a slip that is asked about, and no failure.
  const isFirst = first === earliestDay(String(firstYear));
  return first === 0 || isFirst ? null : packedToIso(addDays(first, -1)).slice(0, date.length);
}
