/**
 * What a bar is made of: the statuses that occur, each with its count. A bar is of those to whom the standard applies, as
 * the rate is by which bars are ordered: with the others in it, a longer piece could stand for a lower rate.
 */
import type { StandardOrAll } from "../../../shared/domain/values";
import type { UnitCounts } from "../../../shared/contract/schemas/statistics";
import { countsOf } from "../../../shared/statistics/by-unit";
import { type Status, statuses } from "../../../shared/standards/types";

/** Statuses in the order of the bar; their counts sum to the N of the rate n/N. */
export function partsOf(total: UnitCounts, standard: StandardOrAll): readonly Status[] {
  return statuses.filter(
    (status) =>
      status !== "notApplicable" &&
      (status === "met" || status === "notMet" || countsOf(total, standard)[status] > 0),
  );
}
