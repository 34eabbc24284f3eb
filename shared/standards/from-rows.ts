/**
 * Turns rows of the entities `standardSet` and `standardRule`, from a roster or from the shipped presets, into what
 * judging reads. One place only: a roster reader of its own could drop a grace day and judge otherwise.
 */
import { isoToPacked } from "../domain/partial-date";
import { areaFlags, postGroups, standards } from "../domain/values";
import type { StandardRule, StandardSet } from "./types";

/** Fields as a roster gives them; a boolean may be 0 or 1 as SQLite stores it, absent ones are null. */
export interface StandardSetRow {
  readonly key: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly verified: boolean | number | null;
}
export interface StandardRuleRow {
  readonly set: string;
  readonly standard: string;
  readonly postGroups: string;
  readonly minimumLevel: string | null;
  readonly anyFlag: string | null;
  readonly allFlags: string | null;
  readonly clause: string;
  readonly verified: boolean | number | null;
  readonly graceUntil: string | null;
  readonly graceServingBefore: string | null;
  readonly order: number;
}

/** @throws RangeError when a day is not canonical */
export function standardSetFromRow(id: string, row: StandardSetRow): StandardSet {
  return {
    id,
    key: row.key,
    name: row.name,
    validFrom: isoToPacked(row.validFrom),
    validTo: packedOrNull(row.validTo),
    verified: isTrue(row.verified),
  };
}

/**
 * @returns null for a standard that this program does not know (a row from a newer one); unknown post groups and
 *   flags are passed over, save that a rule bound to an unknown flag applies nowhere and is null too
 * @throws RangeError when a day is not canonical
 */
export function standardRuleFromRow(id: string, row: StandardRuleRow): StandardRule | null {
  const standard = standards.find((key) => key === row.standard);
  const anyFlag = splitKeys(row.anyFlag);
  const allFlags = splitKeys(row.allFlags);
  const knownAny = areaFlags.filter((key) => anyFlag.includes(key));
  const knownAll = areaFlags.filter((key) => allFlags.includes(key));
  if (standard === undefined || knownAll.length < allFlags.length) return null;
  if (anyFlag.length > 0 && knownAny.length === 0) return null;
  const groups = splitKeys(row.postGroups);
  return {
    id,
    setId: row.set,
    standard,
    postGroups: postGroups.filter((key) => groups.includes(key)),
    minimumLevel: row.minimumLevel,
    anyFlag: knownAny,
    allFlags: knownAll,
    clause: row.clause,
    verified: isTrue(row.verified),
    graceUntil: packedOrNull(row.graceUntil),
    graceServingBefore: packedOrNull(row.graceServingBefore),
    order: row.order,
  };
}

function splitKeys(keys: string | null): string[] {
  return keys === null || keys === "" ? [] : keys.split(" ");
}

function packedOrNull(day: string | null): number | null {
  return day === null ? null : isoToPacked(day);
}

function isTrue(value: boolean | number | null): boolean {
  return value === true || value === 1;
}
