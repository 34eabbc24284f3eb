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

/** The ids of two rules, in the order in which they came. */
export interface Contradiction {
  readonly first: string;
  readonly second: string;
}

/** Every two rules in use that contradict each other. */
export function contradictions(sets: readonly StandardSetRows[]): Contradiction[] {
  const found: Contradiction[] = [];
  const alike = new Map<string, Placed[]>();
  const families = lineages(sets.map(basedSet));
  for (const set of sets) {
    const family = families.get(set.id);
    if (family === undefined || !family.line.every((one) => isInUse(one.fields))) continue;
    for (const { id, fields } of set.rules) {
      const rule: Placed = { id, family, set: set.fields, fields };
      const key = JSON.stringify([
        textOf(family.root.fields, "validFrom"),
        // One that names single posts goes before one of groups.
        textOf(fields, "posts") === null,
        whomItAsks(fields),
      ]);
      const others = alike.get(key) ?? [];
      for (const other of others) if (contradict(other, rule)) found.push({ first: other.id, second: id });
      alike.set(key, [...others, rule]);
    }
  }
  return found;
}

interface Placed {
  readonly id: string;
  readonly family: Lineage<BasedRow>;
  readonly set: RowFields;
  readonly fields: RowFields;
}

/** Two rules that ask the same people, of texts that start on one day. */
function contradict(a: Placed, b: Placed): boolean {
  if (demandOf(a.fields) === demandOf(b.fields)) return false;
  if (isDecided(a, b) || !overlaps(a.set, b.set) || !overlaps(a.fields, b.fields)) return false;
  return ["postGroups", "posts"].some((field) => {
    const others = keysOf(b.fields, field);
    return keysOf(a.fields, field).some((key) => others.includes(key));
  });
}

/** What a rule asks for, as a text that is equal for rules that ask for the same. */
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
