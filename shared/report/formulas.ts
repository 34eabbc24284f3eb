/**
 * Which columns of a cross table follow from others. A workbook writes these as formulas, so that a figure put right by
 * hand is right in the total too; a formula that would say anything else than the cell is none.
 */
import type { ColumnFormula, ReportCell, ReportTable } from "./document";
import type { Filter } from "./filter";
import type { ColumnLeaf, CrossBlock, CrossValue } from "./form";

type Cells = Pick<ReportTable, "rows" | "total">;

export function formulasOf(
  block: CrossBlock,
  leaves: readonly ColumnLeaf<CrossValue>[],
  cells: Cells,
): readonly (ColumnFormula | null)[] {
  return leaves.map(({ value }, column) => {
    if (value.kind === "figure") return isSum(block, cells, column) ? { kind: "sum" } : null;
    if (value.kind !== "percent" && value.kind !== "fraction") return null;
    const part = columnOf(leaves, value.kind === "percent" ? value.least : value.part);
    const whole = columnsOf(leaves, value.whole);
    if (part < 0 || !agrees(cells, column, part, whole)) return null;
    return { kind: value.kind === "percent" ? "ratio" : "fraction", part, whole };
  });
}

/** Only where each row counts other people than the next: lines of a form may count somebody twice. */
function isSum({ rows: by, measure }: CrossBlock, { rows, total }: Cells, column: number): boolean {
  if (!("each" in by) || measure === "meanAge" || total === null || rows.length === 0) return false;
  let sum = 0;
  for (const row of rows) sum += numberIn(row[column]) ?? Number.NaN;
  return sum === numberIn(total[column]);
}

/** Whether every cell says what its row's figures come to; one that says a range says more than a figure. */
function agrees({ rows, total }: Cells, column: number, part: number, whole: readonly number[]): boolean {
  return (total === null ? rows : [...rows, total]).every((row) => {
    const cell = row[column];
    if (cell?.kind !== "percent" && cell?.kind !== "fraction") return cell?.kind === "empty";
    if (numberIn(row[part]) !== (cell.kind === "percent" ? cell.least : cell.part)) return false;
    const figures = whole.map((one) => numberIn(row[one]) ?? Number.NaN);
    return whole.length === 0 || figures.reduce((sum, figure) => sum + figure, 0) === cell.whole;
  });
}

/** The columns that are a whole together: its own, else those of its answers; none where one has no column. */
function columnsOf(leaves: readonly ColumnLeaf<CrossValue>[], filter: Filter): readonly number[] {
  const own = columnOf(leaves, filter);
  if (own >= 0) return [own];
  const [[key, answers] = [], ...others] = Object.entries(filter);
  if (key === undefined || others.length > 0 || !Array.isArray(answers)) return [];
  const columns = answers.map((answer) => columnOf(leaves, { [key]: [answer] }));
  return columns.includes(-1) ? [] : columns;
}

/** The column of a figure, −1 where there is none. */
function columnOf(leaves: readonly ColumnLeaf<CrossValue>[], filter: Filter): number {
  const wanted = JSON.stringify(filter);
  return leaves.findIndex(({ value }) => value.kind === "figure" && JSON.stringify(value.of) === wanted);
}

function numberIn(cell: ReportCell | undefined): number | null {
  return cell?.kind === "number" ? cell.value : null;
}
