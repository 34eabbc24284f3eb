/**
 * What validation needs to know besides the typed values, and the shape of the record it reads.
 * The form and the service build both from their own sources, so that one set of rules speaks on either side.
 */
import type { OwnedEntity } from "../entities";
import type { PackedDay } from "../partial-date";
import type { RowFields } from "./fields";

/** Days on which a unit or post exists, both included, ISO; null: open. */
export interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/**
 * Finds a referenced row: null when there is no such row (an error), undefined when it is not loaded here and nothing
 * can be said.
 */
export type Lookup = (id: string) => Validity | null | undefined;

export interface ValidationContext {
  /** This PC's day, full and packed. "Not in the future" is measured by it. */
  readonly today: PackedDay;
  /** Day the reader looks at: what is open reaches up to it. `today` where the caller has no other. */
  readonly asOf: PackedDay;
  readonly unitOf: Lookup;
  readonly postOf: Lookup;
  /**
   * Rows of this save. What is wrong in other rows was stored earlier and is only warned of, so that an old mistake
   * does not stop today's work. Absent: every row counts.
   */
  readonly editedRows?: ReadonlySet<string>;
}

export interface DraftRow {
  readonly id: string;
  /** The whole row as it would be after the save, without its reference to the official. */
  readonly fields: RowFields;
}

/** One person as the record would be after the save; removed rows left out. */
export interface OfficialDraft {
  readonly id: string;
  readonly fields: RowFields;
  readonly rows: Readonly<Record<OwnedEntity, readonly DraftRow[]>>;
}

/**
 * Clocks of old PCs fall back to their first day when the battery dies. Before this day the clock is surely wrong,
 * and refusing true dates as "in the future" would stop all work.
 */
const firstPlausibleToday = 20_200_101;

/** Whether today's date, as this PC tells it, can be measured against at all. */
export function isClockBelievable(today: PackedDay): boolean {
  return today >= firstPlausibleToday;
}

/** Whether a day surely lies after today; never, where the clock itself cannot be believed. */
export function isAfterToday(day: PackedDay, today: PackedDay): boolean {
  return isClockBelievable(today) && day > today;
}

/** The number that stands `years` after a packed day; only for comparing, 29/02 is not moved. */
export function yearsAfter(day: PackedDay, years: number): number {
  return day + years * 10_000;
}
