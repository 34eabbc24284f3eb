/**
 * What rows that show something else do to the people whose rows they are: the arithmetic of a reception's counts, of one
 * file or of all together.
 */
import { entityDefinition, type EntityName } from "../../../shared/domain/entities";
import type { ReadHandle } from "../file/handle";
import { fieldColumns } from "../projection/columns";
import { sameRow } from "../projection/compare";
import { officialShown, type ShownRow, type ShownValues } from "./shown-rows";

/** What becomes of somebody's record, as far as it is shown. */
export type RecordEffect = "added" | "changed" | "ended" | "removed";

/** People by what becomes of their records, and rows of units, posts, standards that show something else. */
export interface RecordCounts {
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly removed: number;
  readonly catalog: number;
}

type Effects = Map<string, RecordEffect>;

const leaving = ["to", "endReason"].map((field) =>
  fieldColumns("assignment").findIndex((column) => column.field === field),
);

function hasLeft(entity: EntityName, before: ShownValues, after: ShownValues): boolean {
  return entity === "assignment" && leaving.some((place) => before[place] === null && after[place] !== null);
}

/** What becomes of the people whose row it is or was; nothing where it shows the same. */
function effectsOf(db: ReadHandle, shown: ShownRow, after: ShownValues | null): Effects {
  const { before, entity } = shown;
  const effects: Effects = new Map();
  if (before === null ? after === null : after !== null && sameRow(before, after)) return effects;
  const was = before === null ? null : officialShown(db, shown, before);
  const is = after === null ? null : officialShown(db, shown, after);
  const isOfficial = entity === "official";
  if (was !== null) effects.set(was, isOfficial && after === null ? "removed" : "changed");
  if (is !== null) effects.set(is, isOfficial && before === null ? "added" : "changed");
  if (is !== null && is === was && before !== null && after !== null && hasLeft(entity, before, after))
    effects.set(is, "ended");
  return effects;
}

const order: readonly RecordEffect[] = ["changed", "ended", "added", "removed"];

/** What rows came to, by person; each row once, however many files touched it. */
export class Gathered {
  readonly people = new Map<string, Map<string, RecordEffect>>();
  /** Keys of rows of the catalog that show something else. */
  readonly catalog = new Set<string>();
  readonly #peopleOfRow = new Map<string, readonly string[]>();

  note(key: string, db: ReadHandle, shown: ShownRow, after: ShownValues | null): void {
    if (entityDefinition(shown.entity).counted === "catalog") {
      const same = shown.before === null ? after === null : after !== null && sameRow(shown.before, after);
      if (same) this.catalog.delete(key);
      else this.catalog.add(key);
      return;
    }
    const effects = effectsOf(db, shown, after);
    for (const person of this.#peopleOfRow.get(key) ?? []) {
      if (effects.has(person)) continue;
      const rows = this.people.get(person);
      rows?.delete(key);
      if (rows?.size === 0) this.people.delete(person);
    }
    if (effects.size === 0) this.#peopleOfRow.delete(key);
    else this.#peopleOfRow.set(key, [...effects.keys()]);
    for (const [person, effect] of effects) {
      const rows = this.people.get(person);
      if (rows === undefined) this.people.set(person, new Map([[key, effect]]));
      else rows.set(key, effect);
    }
  }

  effectOn(person: string): RecordEffect | null {
    const found = [...(this.people.get(person)?.values() ?? [])].map((effect) => order.indexOf(effect));
    return found.length === 0 ? null : (order[Math.max(...found)] ?? null);
  }

  counts(): RecordCounts {
    const sum = { added: 0, changed: 0, ended: 0, removed: 0 };
    for (const person of this.people.keys()) {
      const effect = this.effectOn(person);
      if (effect !== null) sum[effect]++;
    }
    return { ...sum, catalog: this.catalog.size };
  }
}
