/**
 * Rules that say two different things of the same people on the same day with nothing to choose between them: judging
 * would go by the order of their keys, which no text means. Sets that start on different days never contradict, since
 * the later one decides (rules.ts).
 */
import { entityDefinition } from "../domain/entities";
import { type RowFields, textOf } from "../domain/validate/fields";
import type { StandardSetRows } from "./from-rows";

/** The ids of two rules, in the order in which they came. */
export interface Contradiction {
  readonly first: string;
  readonly second: string;
}

/** What a rule says, in contrast to whom it speaks of. */
const said: ReadonlySet<string> = new Set([
  "set",
  "minimumLevel",
  "clause",
  "verified",
  "order",
  "note",
  "postGroups",
  "posts",
  "validFrom",
  "validTo",
  "graceUntil",
  "graceServingOn",
  "graceYears",
  "graceEvent",
  "graceGroups",
]);
const conditions = Object.keys(entityDefinition("standardRule").fields).filter((field) => !said.has(field));

/** Every two rules in use that contradict each other. */
export function contradictions(sets: readonly StandardSetRows[]): Contradiction[] {
  const found: Contradiction[] = [];
  const alike = new Map<string, Placed[]>();
  for (const set of sets) {
    if (set.fields["inUse"] === false) continue;
    for (const { id, fields } of set.rules) {
      const rule: Placed = { id, set: set.fields, fields };
      const key = JSON.stringify([
        textOf(set.fields, "validFrom"),
        // One that names single posts goes before one of groups.
        textOf(fields, "posts") === null,
        ...conditions.map((field) => fields[field] ?? null),
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
  readonly set: RowFields;
  readonly fields: RowFields;
}

/** Two rules of the same conditions, of sets that start on one day. */
function contradict(a: Placed, b: Placed): boolean {
  if ((a.fields["minimumLevel"] ?? null) === (b.fields["minimumLevel"] ?? null)) return false;
  if (!overlaps(a.set, b.set) || !overlaps(a.fields, b.fields)) return false;
  return ["postGroups", "posts"].some((field) => {
    const others = keysOf(b.fields, field);
    return keysOf(a.fields, field).some((key) => others.includes(key));
  });
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
