/** Rows of sets as the screen and the command line list them: which hold on a day, and what each stands on. */
import { type RowFields, textOf } from "../domain/validate/fields";
import { inCircles, lineages, tooDeep } from "./families";

interface SetRow {
  readonly id: string;
  readonly fields: RowFields;
}

export interface BasedRow extends SetRow {
  readonly basedOn: string | null;
}

/** A row of a set with the set that it details. */
export function basedSet({ id, fields }: SetRow): BasedRow {
  return { id, basedOn: textOf(fields, "basedOn"), fields };
}

/** Whether a set judges by what it says itself; one that says nothing does. */
export function isInUse(fields: RowFields): boolean {
  return fields["inUse"] !== false;
}

/** Ids of the sets that judge on a day, each with all that it details. @param on ISO day */
export function setsHolding(sets: readonly SetRow[], on: string): ReadonlySet<string> {
  const holds = ({ fields }: SetRow) => {
    const [from, to] = [textOf(fields, "validFrom") ?? "", textOf(fields, "validTo")];
    return isInUse(fields) && from <= on && (to === null || on <= to);
  };
  const families = lineages(sets.map(basedSet));
  return new Set([...families].filter(([, { line }]) => line.every(holds)).map(([id]) => id));
}

/**
 * What a set that details another stands on.
 * - `of`: the text of that name; `idle`: one that does not hold on the day, so that the set does not either
 * - `missing`, `circle`, `deep`: none, or none that it may stand on, and it stands by itself
 */
export interface BaseNote {
  readonly kind: "of" | "idle" | "missing" | "circle" | "deep";
  readonly name: string;
}

/** @returns by id, of those sets alone that name another @param on ISO day */
export function baseNotes(sets: readonly SetRow[], on: string): ReadonlyMap<string, BaseNote> {
  const based = sets.map(basedSet);
  const [holding, circular, deep] = [setsHolding(sets, on), inCircles(based), tooDeep(based)];
  const byId = new Map(based.map((set) => [set.id, set]));
  return new Map(
    based.flatMap(({ id, basedOn }): [string, BaseNote][] => {
      if (basedOn === null) return [];
      const base = byId.get(basedOn);
      const name = textOf(base?.fields ?? {}, "name") ?? "";
      if (circular.has(id)) return [[id, { kind: "circle", name }]];
      if (base === undefined) return [[id, { kind: "missing", name }]];
      if (deep.has(id)) return [[id, { kind: "deep", name }]];
      return [[id, { kind: holding.has(base.id) ? "of" : "idle", name }]];
    }),
  );
}

/** The place of a rule that is added after all others of its set. @param rules fields of those that it has */
export function orderOfAdded(rules: readonly RowFields[]): number {
  return rules.reduce((order, fields) => Math.max(order, Number(fields["order"] ?? 0)), 0) + 10;
}
