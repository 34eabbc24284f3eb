/** What a bar is made of: the statuses that occur, each with its count. */
import type { StandardOrAll } from "../../../shared/domain/values";
import type { UnitCounts } from "../../../shared/contract/schemas/statistics";
import { countsOf } from "../../../shared/statistics/by-unit";
import { type Status, statuses } from "../../../shared/standards/types";

/** Statuses in the order of the bar; their counts sum to the total. */
export function partsOf(total: UnitCounts, standard: StandardOrAll): readonly Status[] {
  return statuses.filter(
    (status) => status === "met" || status === "notMet" || countsOf(total, standard)[status] > 0,
  );
}
