/**
 * The unit rows of a sample: shipped units with everything they refer to, and for the large samples area flags and
 * former communes, which no list ships.
 */
import { unitRow } from "../catalog/preset-rows";
import { type ShippedUnit, shippedUnit } from "../catalog/units";
import { unitTypeOfName } from "../catalog/unit-types";
import type { AreaFlag } from "../domain/values";
import type { NextId } from "./ids";
import type { Random } from "./random";
import type { SampleRow } from "./types";

/** Changes to a shipped unit's row. */
export interface UnitAdditions {
  readonly areaFlags?: string;
  /** Id of a unit that the commune was formed from, besides those the catalog knows. */
  readonly predecessor?: string;
}

/**
 * Rows of units and of all units that they refer to, referenced ones first.
 * @param roots shipped units; @param additions by unit id
 */
export function unitRows(
  roots: Iterable<ShippedUnit>,
  additions: ReadonlyMap<string, UnitAdditions> = new Map(),
): SampleRow<"unit">[] {
  const rows: SampleRow<"unit">[] = [];
  const reached = new Set<string>();
  const visit = (unit: ShippedUnit): void => {
    if (reached.has(unit.id)) return;
    reached.add(unit.id);
    for (const id of [...(unit.parentId === null ? [] : [unit.parentId]), ...unit.predecessors]) {
      const other = shippedUnit(id);
      if (other !== null) visit(other);
    }
    rows.push(rowOf(unit, additions.get(unit.id) ?? {}));
  };
  for (const root of roots) visit(root);
  return rows;
}

function rowOf(unit: ShippedUnit, { areaFlags, predecessor }: UnitAdditions): SampleRow<"unit"> {
  const { id, fields } = unitRow(unit);
  const predecessors =
    predecessor === undefined ? unit.predecessors : [...unit.predecessors, predecessor].sort();
  return {
    id,
    fields: {
      ...fields,
      ...(predecessors.length === 0 ? {} : { predecessors: predecessors.join(" ") }),
      ...(areaFlags === undefined || areaFlags === "" ? {} : { areaFlags }),
    },
  };
}

const firstNamedUnit = /^(Xã|Phường|Thị trấn) ([\p{L}][\p{L} '-]{1,30})$/u;

/**
 * A commune of before 01/07/2025 that a commune was formed from, so that its people can have a history.
 * The name is the first whole unit that the source says it was formed from; the code of that unit is not in the
 * lists, so the sample gives it one from 60001 on, where no unit's code is.
 * @param place number of the commune in the sample, from 1
 * @returns null where the source names no whole unit
 */
export function formerCommune(unit: ShippedUnit, place: number, nextId: NextId): SampleRow<"unit"> | null {
  for (const part of (unit.formedFrom ?? "").split(",")) {
    const match = firstNamedUnit.exec(part.trim());
    const type = match?.[1] === undefined ? null : unitTypeOfName(match[1]);
    const name = match?.[2];
    if (type === null || name === undefined || / (và|của|sau|các) /u.test(name)) continue;
    return {
      id: nextId(),
      fields: { code: String(60_000 + place), name, type, level: "commune", validTo: "2025-06-30" },
    };
  }
  return null;
}

/** Provinces (codes since 07/2025) that are mountainous all over, and those that are in part. */
const mountainous = new Set(["04", "08", "11", "12", "14", "15", "20"]);
const partlyMountainous = new Set(["19", "22", "25", "38", "40", "44", "46", "48", "51", "52", "66", "68"]);
const atTheBorder = new Set([
  "04",
  "08",
  "11",
  "12",
  "14",
  "15",
  "20",
  "22",
  "40",
  "42",
  "44",
  "51",
  "52",
  "66",
  "75",
  "80",
  "82",
  "91",
]);

/**
 * Area flags of a commune in a large sample: made up, since which communes count is for users to say; here so that
 * thresholds which depend on them are seen to work.
 * @returns sorted keys joined by a blank, empty for most communes of the plains
 */
export function drawAreaFlags(random: Random, unit: ShippedUnit, provinceCode: string): string {
  const flags: AreaFlag[] = [];
  if (unit.type === "dacKhu") flags.push("island", "provincialReduction");
  const mountain =
    mountainous.has(provinceCode) || (partlyMountainous.has(provinceCode) && random.percent(38));
  if (unit.type === "xa" && mountain) {
    flags.push("mountain");
    if (random.percent(60)) flags.push("ethnicMinority");
    if (random.percent(35)) flags.push("highland");
    if (random.percent(30)) flags.push("extremelyDifficult");
    if (random.percent(15)) flags.push("remote");
    if (random.percent(65)) flags.push("provincialReduction");
  }
  if (unit.type === "xa" && atTheBorder.has(provinceCode) && random.percent(9)) flags.push("border");
  return flags.sort().join(" ");
}
