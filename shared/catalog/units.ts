/**
 * The shipped list of units, looked up by code and day, by place in the hierarchy and by what somebody types.
 *
 * For the main process only: it carries the lists (600 kB of text), which the window must not load; the window
 * gets the few units that it shows over the contract.
 */
import { isoToPacked, type PackedDay } from "../domain/partial-date";
import { foldExact, foldSearch } from "../text/fold";
import { unitQuery } from "../text/unit-query";
import thanhBaList from "./data/thanh-ba-units.tsv?raw";
import list2025 from "./data/units-2025-07.tsv?raw";
import { readUnitLists, type ShippedUnit } from "./unit-data";
import { unitLabel } from "./unit-types";

export type { ShippedUnit } from "./unit-data";

export interface FoundUnit {
  readonly unit: ShippedUnit;
  /** "xã Quảng Yên, tỉnh Phú Thọ" */
  readonly path: string;
}

interface SearchEntry extends FoundUnit {
  readonly exactName: string;
  readonly foldedName: string;
  /** Words of the path without marks, between blanks. */
  readonly foldedPath: string;
}

interface UnitIndex {
  readonly units: readonly ShippedUnit[];
  readonly byId: ReadonlyMap<string, ShippedUnit>;
  readonly byCode: ReadonlyMap<string, readonly ShippedUnit[]>;
  readonly byParent: ReadonlyMap<string, readonly ShippedUnit[]>;
  readonly successors: ReadonlyMap<string, readonly ShippedUnit[]>;
  readonly entries: () => readonly SearchEntry[];
}

// Read on first use: a start that opens an existing roster needs none of it.
const index = once(buildIndex);

/** Every shipped unit, parents before children. */
export function shippedUnits(): readonly ShippedUnit[] {
  return index().units;
}

/** The unit with this id, or null when it is not a shipped one. */
export function shippedUnit(id: string): ShippedUnit | null {
  return index().byId.get(id) ?? null;
}

/** The unit that bore a code on a day, or null. @param day full packed day */
export function unitOnDate(code: string, day: PackedDay): ShippedUnit | null {
  return (
    index()
      .byCode.get(code)
      ?.find((unit) => existsOn(unit, day)) ?? null
  );
}

/** The units right below one; of a day, or of all days for null. */
export function childrenOf(unitId: string, day: PackedDay | null): readonly ShippedUnit[] {
  const children = index().byParent.get(unitId) ?? [];
  return day === null ? children : children.filter((unit) => existsOn(unit, day));
}

/** The units above one, nearest first; none for a province or an unknown id. */
export function ancestorsOf(unitId: string): readonly ShippedUnit[] {
  const { byId } = index();
  const ancestors: ShippedUnit[] = [];
  let parentId = byId.get(unitId)?.parentId ?? null;
  while (parentId !== null) {
    const parent = byId.get(parentId);
    if (parent === undefined) break;
    ancestors.push(parent);
    parentId = parent.parentId;
  }
  return ancestors;
}

/** The units that one was formed from, and those that they were formed from, nearest generation first. */
export function predecessorsOf(unitId: string): readonly ShippedUnit[] {
  const { byId } = index();
  return walk(unitId, (id) =>
    (byId.get(id)?.predecessors ?? []).flatMap((predecessor) => byId.get(predecessor) ?? []),
  );
}

/** The units that one went into, and those that they went into, nearest generation first. */
export function successorsOf(unitId: string): readonly ShippedUnit[] {
  const { successors } = index();
  return walk(unitId, (id) => successors.get(id) ?? []);
}

/** "xã Quảng Yên, huyện Thanh Ba, tỉnh Phú Thọ" */
export function unitPath(unit: ShippedUnit): string {
  return [unit, ...ancestorsOf(unit.id)].map(unitLabel).join(", ");
}

/**
 * Units whose name, path or code begins with what was typed, marks or none; the nearest match first, then the order
 * of the lists.
 * @param day only units of that day; null: of any day
 * @param limit most results wanted
 */
export function searchUnits(query: string, day: PackedDay | null, limit: number): FoundUnit[] {
  const exact = unitQuery(query);
  const folded = foldSearch(exact).replace(/,/g, " ").replace(/\s+/g, " ").trim();
  if (folded === "") return [];
  const words = folded.split(" ");
  const found: { entry: SearchEntry; rank: number; place: number }[] = [];
  for (const [place, entry] of index().entries().entries()) {
    if (day !== null && !existsOn(entry.unit, day)) continue;
    const rank = matchRank(entry, exact, folded, words);
    if (rank !== null) found.push({ entry, rank, place });
  }
  found.sort((a, b) => a.rank - b.rank || a.place - b.place);
  return found.slice(0, limit).map(({ entry: { unit, path } }) => ({ unit, path }));
}

/** How near an entry is to what was typed: 0 is nearest, null is no match. */
function matchRank(
  entry: SearchEntry,
  exact: string,
  folded: string,
  words: readonly string[],
): number | null {
  if (entry.unit.code === folded) return 0;
  if (entry.exactName === exact) return 1;
  if (entry.foldedName === folded) return 2;
  if (entry.exactName.startsWith(exact)) return 3;
  if (entry.foldedName.startsWith(folded)) return 4;
  if (/^\d+$/.test(folded)) return entry.unit.code.startsWith(folded) ? 5 : null;
  if (entry.foldedPath.includes(` ${folded}`)) return 6;
  return words.every((word) => entry.foldedPath.includes(` ${word}`)) ? 7 : null;
}

function existsOn(unit: ShippedUnit, day: PackedDay): boolean {
  return (
    (unit.validFrom === null || isoToPacked(unit.validFrom) <= day) &&
    (unit.validTo === null || day <= isoToPacked(unit.validTo))
  );
}

function buildIndex(): UnitIndex {
  const units = readUnitLists([list2025, thanhBaList]);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byCode = new Map<string, ShippedUnit[]>();
  const byParent = new Map<string, ShippedUnit[]>();
  const successors = new Map<string, ShippedUnit[]>();
  for (const unit of units) {
    append(byCode, unit.code, unit);
    if (unit.parentId !== null) append(byParent, unit.parentId, unit);
    for (const predecessor of unit.predecessors) append(successors, predecessor, unit);
  }
  const entries = once(() =>
    units.map((unit): SearchEntry => {
      const path = unitPath(unit);
      return {
        unit,
        path,
        exactName: foldExact(unit.name),
        foldedName: foldSearch(unit.name),
        foldedPath: ` ${foldSearch(path).replace(/,/g, "")}`,
      };
    }),
  );
  return { units, byId, byCode, byParent, successors, entries };
}

function walk(from: string, next: (id: string) => readonly ShippedUnit[]): ShippedUnit[] {
  const reached = new Map<string, ShippedUnit>();
  let generation = next(from);
  while (generation.length > 0) {
    const fresh = generation.filter((unit) => !reached.has(unit.id));
    for (const unit of fresh) reached.set(unit.id, unit);
    generation = fresh.flatMap((unit) => next(unit.id));
  }
  return [...reached.values()];
}

function append(map: Map<string, ShippedUnit[]>, key: string, unit: ShippedUnit): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [unit]);
  else list.push(unit);
}

function once<T>(make: () => T): () => T {
  const made: T[] = [];
  return () => {
    const value = made[0] ?? make();
    made[0] = value;
    return value;
  };
}
