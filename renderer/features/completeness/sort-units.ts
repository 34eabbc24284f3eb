/** The order of the table of units; the units come in the order of their names. */
import type { CompletenessUnit } from "../../../shared/contract/schemas/completeness";
import type { GridSort } from "../../components/virtual-grid/virtual-grid";

const measures: Readonly<Record<string, (unit: CompletenessUnit) => number>> = {
  people: ({ people }) => people,
  complete: ({ complete }) => complete,
  lacking: ({ people, complete }) => people - complete,
  /** Whom nothing is asked of lacks nothing. */
  share: ({ present, asked }) => (asked === 0 ? 1 : present / asked),
};

/** Ties stay in the order of names. */
export function sortUnits(
  units: readonly CompletenessUnit[],
  { column, descending }: GridSort,
): readonly CompletenessUnit[] {
  const measure = measures[column];
  if (measure === undefined) return descending ? [...units].reverse() : units;
  const sign = descending ? -1 : 1;
  return [...units].sort((a, b) => sign * (measure(a) - measure(b)));
}
