/** What a bar is made of: the statuses that occur, each with its count. */
import type { StandardOrBoth } from "../../../shared/contract/schemas/common";
import type { UnitCounts } from "../../../shared/contract/schemas/statistics";
import { type Status, statuses } from "../../../shared/standards/types";

/** Statuses in the order of the bar; their counts sum to the total. */
export function partsOf(total: UnitCounts, standard: StandardOrBoth): readonly Status[] {
  return statuses.filter((status) => status === "met" || status === "notMet" || total[standard][status] > 0);
}
