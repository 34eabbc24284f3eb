/**
 * The shapes of the facts: rows as a repository hands them over and columns as they are kept. Apart from the class
 * that fills them, so that whoever only reads columns (counting, a worker, a screen) need not know how they grow.
 */
import { qualificationKinds } from "../domain/levels";
import type { PackedDay, PackedPartialDate } from "../domain/partial-date";
import type { Columns } from "./columns";

/** Codes of the sex column. */
export const sexCodes = { unknown: 0, male: 1, female: 2 } as const;

const kindIndexes = new Map<string, number>(qualificationKinds.map((kind, index) => [kind, index]));

/** Place of a kind in `qualificationKinds`, as the `kind` column holds it; −1 for one of a newer program. */
export function qualificationKindIndex(kind: string): number {
  return kindIndexes.get(kind) ?? -1;
}

/** One row each; dates packed with their precision (`packPartialDate`), 0 for none. */
export interface AssignmentRow {
  /** The roster's row number of the assignment. */
  readonly pk: number;
  readonly unit: number;
  /** Index of the post, −1 when it is not known here. */
  readonly post: number;
  readonly from: PackedPartialDate;
  readonly to: PackedPartialDate;
  /** Bits of `assignmentMarks`. */
  readonly mark: number;
}
export interface QualificationRow {
  /** `qualificationKindIndex`. */
  readonly kind: number;
  /** `levelRank`. */
  readonly rank: number;
  /** Field of study as written; null: not on record. */
  readonly major: string | null;
  readonly granted: PackedPartialDate;
  /** Day on which the roster was told of it, full and packed; 0: not known. */
  readonly recorded: PackedDay;
}
export interface PersonRow {
  readonly pk: number;
  readonly birth: PackedPartialDate;
  /** One of `sexCodes`. */
  readonly sex: number;
  /** Day of joining the Party, packed with its precision; 0: none. */
  readonly party: PackedPartialDate;
  /** As written; null: no answer. */
  readonly ethnicity: string | null;
  readonly religion: string | null;
}

export interface PeopleColumns extends Columns {
  pk: Int32Array;
  birth: Int32Array;
  sex: Uint8Array;
  party: Int32Array;
  /** Codes of `Facts.ethnicities` and `Facts.religions`. */
  ethnicity: Int32Array;
  religion: Int32Array;
  /** 1 while the person is on the roster, 0 once removed. */
  present: Uint8Array;
  assignmentStart: Int32Array;
  assignmentCount: Int32Array;
  qualificationStart: Int32Array;
  qualificationCount: Int32Array;
}
export interface AssignmentColumns extends Columns {
  pk: Int32Array;
  unit: Int32Array;
  post: Int16Array;
  fromEarliest: Int32Array;
  fromLatest: Int32Array;
  toEarliest: Int32Array;
  toLatest: Int32Array;
  mark: Uint8Array;
}
export interface QualificationColumns extends Columns {
  kind: Uint8Array;
  rank: Uint8Array;
  /** Codes of `Facts.majors`. */
  major: Int32Array;
  /** Held surely from this day on (`heldDays`). */
  sureDay: Int32Array;
  /** Held possibly from this day on. */
  possibleDay: Int32Array;
  /** 1 where it counts by assumption, without a date (`isAssumed`). */
  assumed: Uint8Array;
}

/** Facts as plain data for sending elsewhere (structured clone); `fromTransferable` makes them facts again. */
export interface TransferableFacts {
  readonly people: PeopleColumns;
  readonly assignments: AssignmentColumns;
  readonly qualifications: QualificationColumns;
  readonly ethnicities: readonly string[];
  readonly religions: readonly string[];
  readonly majors: readonly string[];
}
