/**
 * Who gets the width that is left over: the columns whose texts make the rows high. Shared out evenly, an empty column would
 * take as much as a full one, and a list of a few people would not fit its page.
 */
import { cellText } from "./cell-text";
import type { ReportTable } from "./document";
import { breakLines, wordWidths } from "./paper";

const mostRows = 60;

/** The rows that are looked at: of a long list some from all of it. */
export function someRows({ rows }: ReportTable): ReportTable["rows"] {
  const every = Math.max(1, Math.ceil(rows.length / mostRows));
  return rows.filter((_row, place) => place % every === 0);
}
/** Pieces in which the width is given away. */
const steps = 60;

interface Sizes {
  readonly points: number;
  readonly paddingMm: number;
}

/** @param widths one a column in millimetres @param spare millimetres to give to columns of words, as far as rows become lower */
export function spread(
  table: ReportTable,
  widths: readonly number[],
  spare: number,
  { points, paddingMm }: Sizes,
): readonly number[] {
  const rows = someRows(table);
  const columns = table.columns.flatMap(({ wraps }, column) => (wraps ? [column] : []));
  const words = columns.map((column) =>
    rows.map((row) => {
      const cell = row[column];
      return wordWidths(cell === undefined ? "" : cellText(cell), points);
    }),
  );
  const given = columns.map((column) => widths[column] ?? 0);
  const linesOf = (place: number) =>
    (words[place] ?? []).map((cell) => breakLines(cell, (given[place] ?? 0) - paddingMm, points));
  const lines = columns.map((_column, place) => linesOf(place));
  for (let step = 0; step < steps; step++) {
    const place = tallest(lines, rows.length);
    if (place === null) break;
    given[place] = (given[place] ?? 0) + spare / steps;
    lines[place] = linesOf(place);
  }
  return widths.map((width, column) => {
    const place = columns.indexOf(column);
    return place < 0 ? width : (given[place] ?? width);
  });
}

/** The column that most often makes its row higher than a line; null where none does. */
function tallest(lines: readonly (readonly number[])[], rows: number): number | null {
  const often = lines.map(() => 0);
  for (let row = 0; row < rows; row++) {
    const most = Math.max(...lines.map((each) => each[row] ?? 1));
    if (most < 2) continue;
    for (const [place, each] of lines.entries())
      if (each[row] === most) often[place] = (often[place] ?? 0) + most;
  }
  const most = Math.max(0, ...often);
  return most === 0 ? null : often.indexOf(most);
}
