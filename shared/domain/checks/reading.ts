/**
 * What a check of an entity reads: the row, the record around it, this PC's day, the units and posts.
 *
 * The form and the service build it from their own sources, so that one set of rules speaks on either side. Nothing here
 * knows the list of entities, so that each entity can bring its checks along.
 */
import type { FieldValue } from "../field-value";
import { type PackedDay, parsePartialDate } from "../partial-date";
import type { Found } from "./found";

/** Field name to value of one row; a field that is absent was not given, null clears it. */
export type RowFields = Readonly<Record<string, FieldValue>>;

/** The text of a field, null when it is absent, empty or no text. */
export function textOf(fields: RowFields, field: string): string | null {
  const value = fields[field];
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** The date of a field in canonical form, null when it is absent or no date (which validateFields reports). */
export function dateOf(fields: RowFields, field: string): string | null {
  const text = textOf(fields, field);
  return text === null ? null : parsePartialDate(text);
}

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

/** A class of training as a learner's row needs it. */
export interface ClassPlaces {
  /** First day, as precise as it is known; null: not said. */
  readonly from: string | null;
  readonly to: string | null;
  /** Null: as many as come. */
  readonly seats: number | null;
  /** Learners with a seat on this roster, the person who is looked at left out. */
  readonly taken: number;
  /** Turns of learners who are not on this roster. */
  readonly elsewhere: number;
}

/** A post as checks read it. Null: not said. */
export interface PostPlace extends Validity {
  /** Keys of `postCategories` and `postGroups`. */
  readonly category: string | null;
  readonly group: string | null;
  /** Its place in lists, which grows downwards. */
  readonly order: number | null;
}

/** As `Lookup`, of posts. */
export type PostLookup = (id: string) => PostPlace | null | undefined;

/** Somebody else on record with an identity number. */
export interface NumberHolder {
  readonly id: string;
  /** Name, birth and unit, as far as they are known. */
  readonly who: string;
  /** The record was removed. */
  readonly removed: boolean;
}

export interface ValidationContext {
  /** This PC's day, full and packed. "Not in the future" is measured by it. */
  readonly today: PackedDay;
  /** Day the reader looks at: what is open reaches up to it. `today` where the caller has no other. */
  readonly asOf: PackedDay;
  readonly unitOf: Lookup;
  readonly postOf: PostLookup;
  /** What the law of careers says of a row, which stands above these checks (shared/career/record-checks.ts). */
  readonly career: CareerCheck;
  /**
   * Rows of this save. What is wrong in other rows was stored earlier and is only warned of, so that an old mistake
   * does not stop today's work. Absent: every row counts.
   */
  readonly editedRows?: ReadonlySet<string>;
  /**
   * Fields of this save, as `fieldPlace` names them: only about these is anything asked, since what was answered once
   * need not be asked at every later save. Absent: every field counts.
   */
  readonly editedFields?: ReadonlySet<string>;
  /** Whose records bear an identity number, in an order that all offices share. Absent: nothing can be said here. */
  readonly holdersOf?: (identityNumber: string) => readonly NumberHolder[];
  /** A class that a row names: null when there is none, undefined (or absent) when nothing can be said here. */
  readonly classOf?: (id: string) => ClassPlaces | null | undefined;
}

/** The name of one field of one row. */
export function fieldPlace(rowId: string, field: string): string {
  return `${rowId} ${field}`;
}

export interface DraftRow {
  readonly id: string;
  /** The whole row as it would be after the save, without its reference to the official. */
  readonly fields: RowFields;
}

/** The record that a row stands in. */
export interface RecordAround {
  /** The person's own fields. */
  readonly person: RowFields;
  /** Rows of an entity that belong to the person, in the draft's order. */
  readonly rowsOf: (entity: string) => readonly DraftRow[];
  readonly context: ValidationContext;
}

/** Checks a row of an entity against the record that it stands in. */
export type CareerCheck = (entity: string, row: DraftRow, around: RecordAround) => readonly Found[];

/** Checks a row by itself. */
export type RowCheck = (fields: RowFields) => readonly Found[];
/** Checks a row against the record that it stands in. */
export type RecordCheck = (row: DraftRow, around: RecordAround) => readonly Found[];

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
