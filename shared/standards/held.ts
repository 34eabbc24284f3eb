/**
 * On which days a qualification counts as held: surely, possibly, or not. A diploma without a date is no diploma for
 * every day: it counts from the day on which the roster was told of it, may have been held before that from the age at
 * which the level can be had at the earliest, and not before.
 *
 * The detailed judge and the columns of the statistics read these two days, so that neither counts a paper on a day on
 * which the other does not.
 */
import {
  earliestPackedDay,
  latestPackedDay,
  type PackedDay,
  type PackedPartialDate,
} from "../domain/partial-date";
import { leastAgeOf, noTraining, type QualificationKind } from "../domain/levels";
import { openEnd } from "./serving";

/**
 * @param granted packed date of any precision, 0 for none
 * @param recorded day on which the roster was told of it; 0: not known
 * @param birth packed date of any precision, 0 for none
 * @param level key on the ladder of the kind
 * @returns first day on which it may have been held, and first day on which it surely is
 */
export function heldDays(
  granted: PackedPartialDate,
  recorded: PackedDay,
  birth: PackedPartialDate,
  kind: QualificationKind,
  level: string,
): { readonly possible: PackedDay; readonly sure: PackedDay } {
  if (granted !== 0) return { possible: earliestPackedDay(granted), sure: latestPackedDay(granted) };
  // A level is never lost, so whoever is recorded to have none had none on any earlier day.
  if (level === noTraining) return { possible: 0, sure: 0 };
  const grownUp = birth === 0 ? 0 : earliestPackedDay(birth) + leastAgeOf(kind, level) * 10_000;
  const sure = recorded === 0 ? openEnd : Math.max(recorded, grownUp);
  return { possible: grownUp, sure };
}

/** Whether a qualification counts by assumption where it counts: it has a level and no date. */
export function isAssumed(granted: PackedPartialDate, level: string): boolean {
  return granted === 0 && level !== noTraining;
}
