/**
 * Rules that say two different things of the same people on the same day with nothing to choose between them: judging
 * would go by the order of their keys, which no text means. Texts that start on different days never contradict, since
 * the later one decides, and a set never contradicts one that it details, since it is asked first (rules.ts).
 */
import { type RowFields, textOf } from "../domain/validate/fields";
import { isDetailedBy, type Lineage, lineages } from "./families";
import type { StandardSetRows } from "./from-rows";
import { majorsKey } from "./majors";
import { whomItAsks } from "./same-people";
import { basedSet, type BasedRow, isInUse } from "./set-rows";

/** What two rules of the same people ask for differently. */
export type Difference = "level" | "majors" | "both";

/** In which of it two rules differ that contradict each other. @param first, second rows of rules */
export function differenceOf(first: RowFields, second: RowFields): Difference {
  const isOfLevel = textOf(first, "minimumLevel") !== textOf(second, "minimumLevel");
  if (majorsKey(first) === majorsKey(second)) return "level";
  return isOfLevel ? "both" : "majors";
}

/** The ids of two rules, in the order in which they came. */
export interface Contradiction {
  readonly first: string;
  readonly second: string;
}

/**
 * Every two rules in use that contradict each other, one after the other: of thousands that all do, whoever needs the first
 * waits for no more.
 */
export function* contradictions(sets: readonly StandardSetRows[]): Generator<Contradiction> {
  const alike = new Map<string, Map<string | null, Placed[]>>();
  for (const rule of rulesInUse(sets)) {
    const told = new Set<string>();
    for (const group of groupsOf(rule)) {
      const byDemand = alike.get(group) ?? new Map<string | null, Placed[]>();
      for (const [demand, others] of byDemand) {
        if (demand === rule.demand) continue;
        for (const other of others) {
          if (told.has(other.id) || !atOnce(other, rule)) continue;
          told.add(other.id);
          yield { first: other.id, second: rule.id };
        }
      }
      const same = byDemand.get(rule.demand);
      if (same === undefined) alike.set(group, byDemand.set(rule.demand, [rule]));
      else same.push(rule);
    }
  }
}

/** Whether two rules, by their ids, contradict each other. */
export function contradicting(sets: readonly StandardSetRows[]): (first: string, second: string) => boolean {
  const placed = new Map([...rulesInUse(sets)].map((rule) => [rule.id, rule]));
  const groups = new Map<string, ReadonlySet<string>>();
  const groupsKnown = (rule: Placed) => {
    const known = groups.get(rule.id) ?? new Set(groupsOf(rule));
    groups.set(rule.id, known);
    return known;
  };
  return (first, second) => {
    const [one, other] = [placed.get(first), placed.get(second)];
    if (one === undefined || other === undefined || one.demand === other.demand) return false;
    const shared = groupsKnown(other);
    return [...groupsKnown(one)].some((group) => shared.has(group)) && atOnce(one, other);
  };
}

interface Placed {
  readonly id: string;
  readonly family: Lineage<BasedRow>;
  readonly set: RowFields;
  readonly fields: RowFields;
  /** What it asks for, as a text that is equal for rules that ask for the same. */
  readonly demand: string | null;
}

function* rulesInUse(sets: readonly StandardSetRows[]): Generator<Placed> {
  const families = lineages(sets.map(basedSet));
  for (const set of sets) {
    const family = families.get(set.id);
    if (family === undefined || !family.line.every((one) => isInUse(one.fields))) continue;
    for (const { id, fields } of set.rules)
      yield { id, family, set: set.fields, fields, demand: demandOf(fields) };
  }
}

/** Keys of which two rules share one where they ask the same people of a post or group, of texts that start on one day. */
function groupsOf({ family, fields }: Placed): string[] {
  const whom = JSON.stringify([
    textOf(family.root.fields, "validFrom"),
    // One that names single posts goes before one of groups.
    textOf(fields, "posts") === null,
    whomItAsks(fields),
  ]);
  return ["postGroups", "posts"].flatMap((field) =>
    [...new Set(keysOf(fields, field))].map((key) => `${field} ${key} ${whom}`),
  );
}

/** Whether two rules of the same people hold on one day with nothing to choose between them. */
function atOnce(a: Placed, b: Placed): boolean {
  return overlaps(a.fields, b.fields) && overlaps(a.set, b.set) && !isDecided(a, b);
}

function demandOf(fields: RowFields): string | null {
  const level = textOf(fields, "minimumLevel");
  return level === null ? null : `${level} ${majorsKey(fields)}`;
}

/** Whether their sets decide which one is asked: one details the other, stands further from the root, or starts later. */
function isDecided(a: Placed, b: Placed): boolean {
  if (a.set === b.set || a.family.root.id !== b.family.root.id) return false;
  return (
    isDetailedBy(a.family, b.family) ||
    a.family.line.length !== b.family.line.length ||
    textOf(a.set, "validFrom") !== textOf(b.set, "validFrom")
  );
}

/** ISO days compare as text. */
function overlaps(a: RowFields, b: RowFields): boolean {
  const starts = (row: RowFields) => textOf(row, "validFrom") ?? "";
  const ends = (row: RowFields) => textOf(row, "validTo") ?? "9999";
  return starts(a) <= ends(b) && starts(b) <= ends(a);
}

function keysOf(fields: RowFields, field: string): string[] {
  return textOf(fields, field)?.split(" ") ?? [];
}
