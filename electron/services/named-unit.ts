/**
 * The unit that somebody names by its code or id on a day, and the name by which a printed row can be opened again.
 * Codes are used again and rows may be of units that ended, so the two must be each other's inverse.
 */
import { appError } from "../../shared/contract/errors";
import { isoToPacked, type PackedDay } from "../../shared/domain/partial-date";
import { isValidOn } from "../../shared/standards/serving";
import { isUuid } from "../../shared/sync/bytes";
import type { CatalogFacts, Unit } from "../roster/read/index/catalog-facts";

/**
 * @param name id of the unit; or its code: of the one that bears it on the day, else of the last one that did before,
 *   else of the first one that will
 * @param on ISO day
 * @throws AppError unit-unknown; unit-ambiguous where several bear the code on the day
 */
export function unitNamed(catalog: CatalogFacts, name: string, on: string): Unit {
  const id = name.toLowerCase();
  const unit = isUuid(id) ? catalog.unitOfId(id) : unitOfCodeOn(catalog.unitsInView, name, isoToPacked(on));
  if (unit === null) throw appError("unit-unknown", { code: name, on });
  if (unit === "several") throw appError("unit-ambiguous", { code: name });
  return unit;
}

/** The code of a unit where `unitNamed` reads it as this very unit on the day, else its id. */
export function unitNameOn(catalog: CatalogFacts, unit: Unit, day: PackedDay): string {
  const named = unit.code === "" ? null : unitOfCodeOn(catalog.unitsInView, unit.code, day);
  return named === unit ? unit.code : unit.id;
}

function unitOfCodeOn(units: readonly Unit[], code: string, day: PackedDay): Unit | "several" | null {
  const bearers = units.filter((unit) => unit.code === code);
  const [valid, ...more] = bearers.filter(({ firstDay, lastDay }) => isValidOn(firstDay, lastDay, day));
  if (valid !== undefined) return more.length === 0 ? valid : "several";
  const [last] = bearers
    .filter(({ lastDay }) => lastDay < day)
    .sort((a, b) => b.lastDay - a.lastDay || a.index - b.index);
  const [next] = [...bearers].sort((a, b) => a.firstDay - b.firstDay || a.index - b.index);
  return last ?? next ?? null;
}
