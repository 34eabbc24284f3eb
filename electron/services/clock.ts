/**
 * Whether this PC's clock can be believed. Days, the names of reports and what counts as today hang on it, and a PC whose
 * battery is empty begins in 1970 without a word: it is said when a roster is opened, before anything is entered.
 */
import { shippedSets } from "../../shared/catalog/standard-sets";
import type { ClockCheck } from "../../shared/contract/schemas/roster";
import { hanoiDay, isoInstant } from "../../shared/domain/hanoi-time";
import { lastOwnInstant } from "../roster/read/changes";
import type { ReadHandle } from "../roster/file/handle";
import type { Environment } from "./environment";

/** Two PCs of one office need not agree to the minute. */
const tolerance = 10 * 60_000;
/** A program is not used for so long without being renewed. */
const plausibleYears = 10;

/** The newest day that the shipped lists know of: the program was made after it. */
const madeAfter = shippedSets.map(({ set }) => set.fields.validFrom).reduce((a, b) => (a > b ? a : b));
const plausibleUntil = `${Number(madeAfter.slice(0, 4)) + plausibleYears}${madeAfter.slice(4)}`;

/** @param db the open roster; null: only what the program itself can tell */
export function checkClock({ now }: Pick<Environment, "now">, db: ReadHandle | null): ClockCheck {
  const instant = now();
  const today = hanoiDay(instant);
  if (today < madeAfter) return { state: "tooEarly", today, last: null };
  if (today > plausibleUntil) return { state: "tooLate", today, last: null };
  const last = db === null ? null : lastOwnInstant(db);
  if (last !== null && instant < last - tolerance)
    return { state: "behindLog", today, last: isoInstant(last) };
  return { state: "right", today, last: null };
}
