/**
 * How somebody who holds no post on a day stands to it: with a post that begins later, with posts that ended before, or
 * with none at all. "Không còn giữ chức danh" would be untrue of whoever was entered today with a post from next month.
 */
import type { PackedDay } from "../domain/partial-date";
import { isValidOn } from "./serving";

/** The days of an assignment, as the facts hold them. */
export interface HeldDays {
  readonly fromEarliest: PackedDay;
  readonly toLatest: PackedDay;
  readonly main: boolean;
}

export interface OutsideDay {
  readonly kind: "later" | "earlier" | "none";
  /** The nearest day on which a post is held: its first, or its last; null where there is none. */
  readonly day: PackedDay | null;
}

/** @returns null for whoever holds a post on the day */
export function outsideDay(held: readonly HeldDays[], asOf: PackedDay): OutsideDay | null {
  if (held.some(({ fromEarliest, toLatest }) => isValidOn(fromEarliest, toLatest, asOf))) return null;
  const coming = held.filter(({ fromEarliest }) => fromEarliest > asOf);
  const main = coming.filter((one) => one.main);
  const next = (main.length > 0 ? main : coming).map(({ fromEarliest }) => fromEarliest);
  if (next.length > 0) return { kind: "later", day: Math.min(...next) };
  if (held.length === 0) return { kind: "none", day: null };
  return { kind: "earlier", day: Math.max(...held.map(({ toLatest }) => toLatest)) };
}
