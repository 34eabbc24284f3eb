/**
 * The rate that is printed beside a count: n/N and, where there are unknowns, the range it can lie in. Unknown is
 * never counted as met nor as not met, and whoever no standard applies to is in neither part of the fraction; a
 * second way of computing this would put two percentages of one commune on paper.
 */
import type { StandardCounts } from "./by-unit";

export interface Rate {
  /** People who meet it. */
  readonly part: number;
  /** People it applies to: everybody but "not applicable". */
  readonly whole: number;
  /** Between 0 and 1: if nobody unknown meets it. Null when it applies to nobody. */
  readonly low: number | null;
  /** Between 0 and 1: if everybody unknown meets it. Equal to `low` when nobody is unknown. */
  readonly high: number | null;
}

export function rate(counts: StandardCounts): Rate {
  const part = counts.met;
  const whole = counts.met + counts.notMet + counts.unknown + counts.grace;
  if (whole === 0) return { part, whole, low: null, high: null };
  return { part, whole, low: part / whole, high: (part + counts.unknown) / whole };
}
