/** The shipped list of units as the first-run screen searches it. */
import type { ShippedUnitData } from "../../shared/contract/schemas/roster";
import { unitLabel } from "../../shared/catalog/unit-types";
import { ancestorsOf, searchUnits } from "../../shared/catalog/units";
import { isoToPacked } from "../../shared/domain/partial-date";

/** @param on ISO day that the units must exist on */
export function searchShippedUnits(query: string, on: string, limit: number): ShippedUnitData[] {
  return searchUnits(query, isoToPacked(on), limit).map(({ unit }) => ({
    id: unit.id,
    code: unit.code,
    fullName: capitalised(unitLabel(unit)),
    path: ancestorsOf(unit.id).map(unitLabel).join(", "),
    level: unit.level,
    validFrom: unit.validFrom,
    validTo: unit.validTo,
  }));
}

/** "Xã Quảng Yên": a list entry begins with a capital, unlike the same name within a sentence. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
