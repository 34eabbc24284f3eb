/**
 * HiGHS (MIT) as the solver of programmes: proven best, the same answer for the same programme. Who loads its WebAssembly
 * hands it in, since that is another matter in each place.
 */
import type { Highs, Model } from "highs";
import type { Programme, Solver } from "./programme";

/** Aims are whole numbers, so that whatever is less than one worse is as good; and half of one is no whole number more. */
const options = { mip_rel_gap: 0, mip_abs_gap: 0.5, random_seed: 1, output_flag: false } as const;
const slack = 0.5;

export function highsSolver(highs: Highs): Solver {
  return (programme) => {
    if (programme.most.length === 0) return [];
    const model = highs.createModel(modelOf(programme, highs));
    try {
      model.options.set(options);
      let values: number[] = [];
      for (const aim of programme.aims) {
        // Nothing is to be decided by an aim that weighs nothing.
        if (values.length > 0 && aim.every((weight) => weight === 0)) continue;
        if (values.length > 0) model.setSolution({ colValue: values });
        values = best(model, aim, highs);
        hold(model, aim, values, highs);
      }
      return values;
    } finally {
      model.dispose();
    }
  };
}

function best(model: Model, aim: readonly number[], highs: Highs): number[] {
  model.changeColsCost({ kind: "range", from: 0, to: aim.length - 1 }, aim);
  model.run();
  const status = model.getModelStatus();
  if (status !== highs.constants.modelStatus.optimal) throw new Error(`HiGHS found no best plan: ${status}`);
  return Array.from(model.getSolution().colValue, Math.round);
}

/** What was reached of an aim stays reached. */
function hold(model: Model, aim: readonly number[], values: readonly number[], { infinity }: Highs): void {
  const columns = aim.flatMap((weight, column) => (weight === 0 ? [] : [column]));
  const reached = columns.reduce((sum, column) => sum + (aim[column] ?? 0) * (values[column] ?? 0), 0);
  const weights = columns.map((column) => aim[column] ?? 0);
  model.addRow(-infinity, reached + slack, { indices: columns, values: weights });
}

function modelOf({ most, rows }: Programme, { infinity, constants }: Highs) {
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  return {
    numCols: most.length,
    numRows: rows.length,
    colCost: most.map(() => 0),
    colLower: most.map(() => 0),
    colUpper: most,
    rowLower: rows.map(({ least }) => least ?? -infinity),
    rowUpper: rows.map((row) => row.most),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: most.length,
      starts,
      indices: rows.flatMap(({ columns }) => columns),
      values: rows.flatMap(({ weights }) => weights),
    },
    integrality: most.map(() => constants.variableType.integer),
  } as const;
}
