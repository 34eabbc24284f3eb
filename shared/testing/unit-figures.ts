/** Figures of a small table per unit, for the tests of forms: no roster is needed to know what they count. */
import { standardOrAllSchema, statusSchema } from "../contract/schemas/common";
import type { StatisticsTable, UnitCounts } from "../contract/schemas/statistics";
import { type Filter, meets } from "../report/filter";
import { FormProblem } from "../report/problem";
import type { Figures } from "../report/source";
import { countedIn, countsOf } from "../statistics/by-unit";

/** @returns figures by unit and by one standard at a time; what a form asks beyond that is a FormProblem */
export function unitFigures(table: StatisticsTable): Figures {
  const rows = new Map(table.rows.map((row) => [row.unitId, row]));
  const counted: readonly string[] = countedIn(table.total);
  return {
    without: new Set(
      standardOrAllSchema.options
        .filter((name) => name !== "all" && !counted.includes(name))
        .map((name) => `standard:${name}`),
    ),
    members: (dimension) => {
      if (dimension !== "unit") throw new FormProblem(dimension);
      return table.rows.map(({ unitId, unitName }) => ({ key: unitId, label: unitName }));
    },
    count: ({ filter }) => ({
      total: countOf(table.total, filter),
      of: (unit) => {
        const row = rows.get(unit);
        return row === undefined ? 0 : countOf(row, filter);
      },
    }),
  };
}

function countOf(counts: UnitCounts, filter: Filter): number {
  const [standard, ...more] = standardOrAllSchema.options.filter(
    (name) => filter[`standard:${name}`] !== undefined,
  );
  if (filter.unit !== undefined) throw new FormProblem("unit");
  if (standard === undefined) return counts.total;
  if (more.length > 0) throw new FormProblem(more.join(", "));
  const counted = countsOf(counts, standard);
  return statusSchema.options
    .filter((status) => meets(status, filter[`standard:${standard}`] ?? []))
    .reduce((sum, status) => sum + counted[status], 0);
}
