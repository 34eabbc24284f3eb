/**
 * The units of the benchmark's offices: a district and its communes, as a shipped list names them. What an office may
 * write follows from its unit, so without them the district would only keep what communes send and show none of it.
 */
import { bytesToUuid } from "../../../../shared/sync/bytes";
import type { Op } from "../../../../shared/sync/op";
import type { ShippedRow } from "../../../../electron/roster/edit/shipped-rows";

/** Number of a unit: 0 for the district, one more than its own for a commune. */
function unitOf(place: number): string {
  return `01010101-0101-7101-8101-${place.toString(16).padStart(12, "0")}`;
}

export const districtUnit = unitOf(0);

export function communeUnit(commune: number): string {
  return unitOf(commune + 1);
}

/** The row of a unit of the benchmark; null for any other id. */
export function shippedUnit(id: string): ShippedRow | null {
  const place = id.startsWith(unitOf(0).slice(0, 24)) ? Number.parseInt(id.slice(24), 16) : null;
  if (place === null) return null;
  const code = String(place).padStart(5, "0");
  const fields =
    place === 0
      ? { type: "huyen", level: "district", code, name: "Huyện" }
      : { type: "xa", level: "commune", code, name: `Xã ${place - 1}`, parent: districtUnit };
  return { entity: "unit", id, fields };
}

/** Whether an op is the one of a shipped row, which files leave out. */
export function isShippedUnit(op: Op): boolean {
  return shippedUnit(bytesToUuid(op.row)) !== null;
}
