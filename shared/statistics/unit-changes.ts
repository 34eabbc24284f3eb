/**
 * The table "per commune" before and after a change: the units of which any figure or anybody in them differs. Both
 * sides are counted by by-unit.ts, so that what a preview promises is what the table shows afterwards.
 */
import { isMassFigure } from "../domain/mass-change";
import { type StandardOrAll, standardsAndAll } from "../domain/values";
import { cellOf, type UnitTable } from "./by-unit";

export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

export interface UnitChange {
  /** Index of the unit. */
  readonly unit: number;
  readonly total: BeforeAfter;
  /** People who meet each standard, and all that apply to them. */
  readonly met: Readonly<Record<StandardOrAll, BeforeAfter>>;
  /** People who served in it before and do not afterwards, and the other way round. */
  readonly gone: number;
  readonly come: number;
  /** Standards whose figure changes so much that it is asked about. */
  readonly asked: readonly StandardOrAll[];
}

/** People by the unit that they leave, and by the one that they come to. */
export interface Movements {
  readonly gone: ReadonlyMap<number, number>;
  readonly come: ReadonlyMap<number, number>;
}

/** @param before @param after of the same units by index; `after` may have more */
export function unitChanges(before: UnitTable, after: UnitTable, { gone, come }: Movements): UnitChange[] {
  const changes: UnitChange[] = [];
  for (let unit = 0; unit < after.unitCount; unit++) {
    const change = changeOf(before, after, unit, gone.get(unit) ?? 0, come.get(unit) ?? 0);
    if (change !== null) changes.push(change);
  }
  return changes;
}

function changeOf(
  before: UnitTable,
  after: UnitTable,
  unit: number,
  gone: number,
  come: number,
): UnitChange | null {
  const pair = (standard?: StandardOrAll): BeforeAfter => ({
    before: unit < before.unitCount ? metOf(before, unit, standard) : 0,
    after: metOf(after, unit, standard),
  });
  const total = pair();
  const met = Object.fromEntries(
    standardsAndAll.map((standard) => [standard, pair(standard)]),
  ) as UnitChange["met"];
  const isSame = [total, ...Object.values(met)].every((one) => one.before === one.after);
  if (isSame && gone === 0 && come === 0) return null;
  const asked = standardsAndAll.filter((standard) =>
    isMassFigure(total.before, met[standard].before, met[standard].after),
  );
  return { unit, total, met, gone, come, asked };
}

function metOf(table: UnitTable, unit: number, standard: StandardOrAll | undefined): number {
  return standard === undefined ? cellOf(table, unit) : cellOf(table, unit, standard, "met");
}

/** Two countings of different people, added unit by unit. */
export function addedTables(one: UnitTable, other: UnitTable): UnitTable {
  const [large, small] = one.unitCount >= other.unitCount ? [one, other] : [other, one];
  const counts = large.counts.slice();
  small.counts.forEach((count, slot) => {
    counts[slot] = (counts[slot] ?? 0) + count;
  });
  return { unitCount: large.unitCount, counted: large.counted, counts };
}
