/** The check of a pair of days between which a row of the catalog holds. */
import { isoToPacked } from "../partial-date";
import { error, type Found } from "./found";
import { type RowFields, textOf } from "./reading";

/** A row that ends before it begins would hold on no day at all. */
export function validityIssues(fields: RowFields): Found[] {
  const from = textOf(fields, "validFrom");
  const to = textOf(fields, "validTo");
  const reversed = from !== null && to !== null && isoToPacked(to) < isoToPacked(from);
  return reversed ? [error("validTo", "validityReversed")] : [];
}
