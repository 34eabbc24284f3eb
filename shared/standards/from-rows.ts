/**
 * Turns rows of the entities `standardSet` and `standardRule`, from a roster or from the shipped presets, into what
 * judging reads. One place only: a roster reader of its own could drop a grace day and judge otherwise.
 */
import { isoToPacked, type PackedDay } from "../domain/partial-date";
import { type RowFields, textOf } from "../domain/validate/fields";
import { areaFlags, graceEvents, type PostGroup, postGroups, standards } from "../domain/values";
import { readConditions } from "./read-conditions";
import { compileRules, type RuleBook } from "./rules";
import type { StandardRule, StandardSet } from "./types";

/** A set with its rules as rows. */
export interface StandardSetRows {
  readonly id: string;
  readonly fields: RowFields;
  readonly rules: readonly { readonly id: string; readonly fields: RowFields }[];
}

/**
 * The rules in force on a day, compiled from rows; a rule that this program cannot read judges nobody.
 * @param chosen the standards to count; null: those that rules in use speak of
 * @throws RangeError when a day is not canonical
 */
export function ruleBookOf(
  rows: readonly StandardSetRows[],
  asOf: PackedDay,
  chosen: readonly string[] | null = null,
): RuleBook {
  const { sets, rules } = readStandardSets(rows);
  return compileRules(sets, rules, asOf, chosen);
}

/** @throws RangeError when a day is not canonical; Error when a set lacks what the registry requires */
export function readStandardSets(rows: readonly StandardSetRows[]): {
  readonly sets: StandardSet[];
  readonly rules: StandardRule[];
} {
  return {
    sets: rows.map(({ id, fields }) => standardSetFromRow(id, fields)),
    rules: rows.flatMap((set) =>
      set.rules.flatMap(({ id, fields }) => standardRuleFromRow(id, { ...fields, set: set.id }) ?? []),
    ),
  };
}

/** @throws RangeError when a day is not canonical */
export function standardSetFromRow(id: string, row: RowFields): StandardSet {
  return {
    id,
    key: requiredText(row, "key"),
    basedOn: textOf(row, "basedOn"),
    name: requiredText(row, "name"),
    validFrom: isoToPacked(requiredText(row, "validFrom")),
    validTo: packedOrNull(row, "validTo"),
    verified: row["verified"] === true,
    // Whoever wrote a set without a word about it wrote it to be used.
    inUse: row["inUse"] !== false,
  };
}

/**
 * @returns null for a standard that this program does not know (a row from a newer one); unknown post groups and
 *   flags are passed over, save that a rule bound to an unknown flag, condition or event applies nowhere and is null too
 * @throws RangeError when a day is not canonical
 */
export function standardRuleFromRow(id: string, row: RowFields): StandardRule | null {
  const standard = standards.find((key) => key === row["standard"]);
  const anyFlag = splitKeys(row, "anyFlag");
  const allFlags = splitKeys(row, "allFlags");
  const knownAny = areaFlags.filter((key) => anyFlag.includes(key));
  const knownAll = areaFlags.filter((key) => allFlags.includes(key));
  if (standard === undefined || knownAll.length < allFlags.length) return null;
  if (anyFlag.length > 0 && knownAny.length === 0) return null;
  if (readConditions(row) === null) return null;
  // Grace counted from an event that is not known here would be grace for nobody.
  const event = graceEvents.find((key) => key === row["graceEvent"]) ?? null;
  if (event === null && textOf(row, "graceEvent") !== null) return null;
  return {
    id,
    setId: requiredText(row, "set"),
    standard,
    postGroups: groupsOf(row, "postGroups"),
    minimumLevel: textOf(row, "minimumLevel"),
    anyFlag: knownAny,
    allFlags: knownAll,
    clause: requiredText(row, "clause"),
    verified: row["verified"] === true,
    graceUntil: packedOrNull(row, "graceUntil"),
    graceServingOn: packedOrNull(row, "graceServingOn"),
    graceYears: event === null ? null : numberOrNull(row, "graceYears"),
    graceEvent: event,
    graceGroups: groupsOf(row, "graceGroups"),
    posts: splitKeys(row, "posts"),
    row,
    validFrom: packedOrNull(row, "validFrom"),
    validTo: packedOrNull(row, "validTo"),
    order: typeof row["order"] === "number" ? row["order"] : 0,
  };
}

function splitKeys(row: RowFields, field: string): string[] {
  return textOf(row, field)?.split(" ") ?? [];
}

function groupsOf(row: RowFields, field: string): PostGroup[] {
  const groups = splitKeys(row, field);
  return postGroups.filter((key) => groups.includes(key));
}

function packedOrNull(row: RowFields, field: string): PackedDay | null {
  const day = textOf(row, field);
  return day === null ? null : isoToPacked(day);
}

function numberOrNull(row: RowFields, field: string): number | null {
  const value = row[field];
  return typeof value === "number" ? value : null;
}

/** A field that the registry requires; a roster cannot hold a row without it. */
function requiredText(row: RowFields, field: string): string {
  const text = textOf(row, field);
  if (text === null) throw new Error(`A stored row lacks its ${field}`);
  return text;
}
