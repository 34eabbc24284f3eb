/** The table per commune, as the screen, the report and `stats` read it. */
import { appError } from "../../shared/contract/errors";
import type { StatisticsTable } from "../../shared/contract/schemas/statistics";
import { isoToPacked, type PackedDay, packedToIso } from "../../shared/domain/partial-date";
import { officialCategories, type PostCategory, postCategories } from "../../shared/domain/values";
import { isValidOn } from "../../shared/standards/serving";
import { rulesUsed } from "../../shared/statistics/basis";
import { cellOf, countByUnit, countsOfUnit, totalOfUnits } from "../../shared/statistics/by-unit";
import { unpostedPeople } from "../../shared/statistics/snapshot";
import type { CatalogFacts, Unit } from "../roster/read/index/catalog-facts";
import { isOfficeWide } from "../roster/read/index/office-wide";
import type { RosterIndex } from "../roster/read/index/roster-index";

/**
 * Counts everybody who serves on a day, by unit.
 *
 * Rows are the communes of the office that exist on the day, also those nobody serves in, and any other unit that
 * somebody serves in; in Vietnamese order of their names. The total counts each person once.
 * @param asOf ISO day
 * @param unitId only this unit and what is below it; null: the whole roster
 * @param kinds the kinds of post that are counted
 * @throws AppError row-unknown
 */
export function statisticsByUnit(
  index: RosterIndex,
  asOf: string,
  unitId: string | null,
  kinds: readonly PostCategory[] = officialCategories,
): StatisticsTable {
  const { catalog } = index;
  const day = isoToPacked(asOf);
  const scopeUnit = unitId === null ? null : catalog.unitOfId(unitId);
  if (unitId !== null && scopeUnit === null) throw appError("row-unknown", { id: unitId });
  const scope = scopeUnit === null ? null : catalog.scopeOf(scopeUnit);
  const snapshot = index.snapshot(day, kinds);
  const table = countByUnit(snapshot, catalog.units.length);
  const units = catalog.unitsByName
    .filter((unit) => scope === null || scope[unit.index] === 1)
    .filter((unit) => cellOf(table, unit.index) > 0 || isOwnCommune(catalog, unit, day))
    .map((unit) => ({ unit, counts: countsOfUnit(table, unit.index) }));
  const rules = rulesUsed(snapshot, scope).map(({ graceDays, ...rule }) => ({
    ...rule,
    graceDays: graceDays.map(({ until, people }) => ({ until: packedToIso(until), people })),
  }));
  return {
    asOf,
    kinds: postCategories.filter((category) => kinds.includes(category)),
    standardSets: catalog
      .ruleBook(day)
      .setsInForce.filter(({ id }) => rules.length === 0 || rules.some(({ setId }) => setId === id))
      .map(({ id, name, verified }) => ({
        id,
        name,
        verified: verified && rules.every(({ setId, ruleVerified }) => setId !== id || ruleVerified),
      })),
    rules,
    rows: units.map(({ unit, counts }) => ({
      unitId: unit.id,
      unitCode: unit.code,
      unitName: unit.fullName,
      ...counts,
    })),
    total: totalOfUnits(
      table,
      units.map(({ unit }) => unit.index),
    ),
    unposted: isOfficeWide(catalog, scope) ? unpostedPeople(snapshot) : 0,
    version: index.version,
  };
}

/** Whether a unit is one of the office's communes and exists on a day: it has a row though nobody serves in it. */
export function isOwnCommune(catalog: CatalogFacts, unit: Unit, day: PackedDay): boolean {
  return (
    unit.level === "commune" &&
    catalog.officeScope[unit.index] === 1 &&
    isValidOn(unit.firstDay, unit.lastDay, day)
  );
}

/** Whether a unit exists on a day. */
export function existsOn(unit: Pick<Unit, "validFrom" | "validTo">, day: PackedDay): boolean {
  const from = unit.validFrom === null ? 0 : isoToPacked(unit.validFrom);
  return from <= day && (unit.validTo === null || day <= isoToPacked(unit.validTo));
}

/** Vietnamese order of names, then code. */
export function compareUnits(a: Unit, b: Unit): number {
  // Units of one name and code, one after the other, stand alike in every office.
  const [one, other] = a.sortKey === b.sortKey ? [a.id, b.id] : [a.sortKey, b.sortKey];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
