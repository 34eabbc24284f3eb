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
    if (value.kind !== "percent") return null;
    const part = columnOf(leaves, value.least);
    const whole = columnOf(leaves, value.whole);
    return isRatio(cells, column, part, whole) ? { kind: "ratio", part, whole } : null;
  });
}

/** Only where each row counts other people than the next: lines of a form may count somebody twice. */
function isSum({ rows: by, measure }: CrossBlock, { rows, total }: Cells, column: number): boolean {
  if (!("each" in by) || measure === "meanAge" || total === null || rows.length === 0) return false;
  let sum = 0;
  for (const row of rows) sum += numberIn(row[column]) ?? Number.NaN;
  return sum === numberIn(total[column]);
}

function isRatio({ rows, total }: Cells, column: number, part: number, whole: number): boolean {
  for (const row of total === null ? rows : [...rows, total]) {
    const rate = row[column];
    if (rate?.kind === "empty") continue;
    if (rate?.kind !== "percent" || rate.least !== rate.most) return false;
    if (numberIn(row[part]) !== rate.least || numberIn(row[whole]) !== rate.whole) return false;
  }
  return true;
}

/** The column of a figure, −1 where there is none. */
function columnOf(leaves: readonly ColumnLeaf<CrossValue>[], filter: Filter): number {
  const wanted = JSON.stringify(filter);
  return leaves.findIndex(({ value }) => value.kind === "figure" && JSON.stringify(value.of) === wanted);
}

function numberIn(cell: ReportCell | undefined): number | null {
  return cell?.kind === "number" ? cell.value : null;
}
