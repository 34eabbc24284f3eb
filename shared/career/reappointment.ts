/**
 * Bổ nhiệm lại: somebody holds the same post for another term. It is a row of its own, with its own decision, that begins
 * when the one before ends: the decision of the first term stays on record, and what is due is read from the new one.
 */
import type { FieldValue } from "../domain/entities";
import { dayBefore, endsBefore } from "../domain/eve";
import { addMonthsToDate } from "../domain/months";
import { addDays, earliestDay, packedToIso, type PackedDay, type PartialDate } from "../domain/partial-date";
import type { AssignmentKind, PostCategory } from "../domain/values";
import { shippedBeginnings } from "./act-rules";
import { type ActPost, barOf, limitOn } from "./acts";

type Fields = Readonly<Record<string, FieldValue>>;

/**
 * Whoever came so holds on by an act of its own (elected again, lent for longer, under another contract) or without any: who
 * is recruited has no term.
 */
const heldOnOtherwise: ReadonlySet<FieldValue | undefined> = new Set<AssignmentKind>([
  "elected",
  "approved",
  "seconded",
  "contracted",
  "recruited",
  "admitted",
]);

/** @param fields of an assignment @param post as it names; null: not known here */
export function isReappointable(fields: Fields, post: ActPost | null, today: PackedDay): boolean {
  if (fields["to"] !== null && fields["to"] !== undefined) return false;
  if (heldOnOtherwise.has(fields["kind"])) return false;
  return post === null || barOf(shippedBeginnings.reappointed, post, packedToIso(today), today) === null;
}

/** The day on which the next term begins by the end of this one; null where that is not known to the day. */
export function nextTermFrom(termUntil: PartialDate | null): PartialDate | null {
  return termUntil?.length === 10 ? packedToIso(addDays(earliestDay(termUntil), 1)) : null;
}

/** The last day that the text allows; null where no text was found. */
export function longestTerm(category: PostCategory, from: PartialDate): PartialDate | null {
  const limit = limitOn(shippedBeginnings.reappointed, category, from);
  return limit === null ? null : addMonthsToDate(from, limit.months);
}

export interface Reappointment {
  readonly row: Fields;
  /** What is written of the row on record. */
  readonly ends: Fields;
}

/**
 * @param known the row on record @param from when the next term begins @param given what else the new row says
 * @returns null where it would not begin after the one on record
 */
export function reappointment(known: Fields, from: PartialDate, given: Fields): Reappointment | null {
  const eve = dayBefore(from);
  if (eve === null || endsBefore(eve, known["from"])) return null;
  const { unit = null, post = null, main = null } = known;
  return {
    row: { ...given, unit, post, main, kind: "reappointed", from },
    ends: { to: eve, endReason: "reappointed" },
  };
}
