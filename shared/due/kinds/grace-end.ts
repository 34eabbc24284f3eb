/** The last day of grace (thời hạn hoàn thiện tiêu chuẩn) of a standard, as the rule by which somebody is judged gives it. */
import { packedToIso } from "../../domain/partial-date";
import { type DueReader, itemOn } from "../types";

export const graceEnd: DueReader = ({ grace }) => ({
  items: grace.map(({ standard, until, unverified }) =>
    itemOn(
      packedToIso(until),
      { key: "graceEnds", params: { standard: { list: "standard", key: standard } } },
      unverified,
    ),
  ),
  missing: [],
});
