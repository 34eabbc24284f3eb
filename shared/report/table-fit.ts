/**
 * How wide the columns of a table become on its page, and how large its letters.
 *
 * Invariants: no figure is broken or cut, no heading is broken inside a word, and the columns fill the page's width, as long
 * as the table has a way to: smaller letters, then less room at the sides of cells, then headings turned upwards.
 */
import { cellText } from "./cell-text";
import type { HeaderCell, ReportTable } from "./document";
import { cellPadding, fontSizes, lineHeight, linesOf, mmPerPoint, smallestFont, textWidthMm } from "./paper";
import { spread } from "./spare-width";

export interface TableFit {
  /** Font size of the table in points, in halves. */
  readonly points: number;
  /** One width a column in millimetres; together they fill the text area. */
  readonly widthsMm: readonly number[];
  /** Room left and right of a cell's text together, millimetres. */
  readonly paddingMm: number;
  /** Columns whose own headings stand upwards. */
  readonly turned: ReadonlySet<number>;
}

/** What the lines beside a cell take of its room, millimetres: a word that just fits would be broken. */
const lineMm = 0.3;

const none: ReadonlySet<number> = new Set();

/**
 * A column of words takes what is left over.
 * @param area width of the text area in millimetres
 * @param largest size of its letters, points
 */
export function fitTable(table: ReportTable, area: number, largest: number = fontSizes.table): TableFit {
  return comfortable(table, area, largest) ?? crowded(table, area);
}

/** With columns as wide as the form wants them; null where even the smallest letters leave no room for that. */
function comfortable(table: ReportTable, area: number, largest: number): TableFit | null {
  const paddingMm = cellPadding.usual;
  const natural = table.columns.map(({ widthMm }, column) =>
    Math.max(widthMm, paddingMm + wordsWidth(table, column, fontSizes.table)),
  );
  // Letters become smaller, the room at their sides does not.
  const room = paddingMm * natural.length;
  const share = Math.min(1, Math.max(0, area - room) / (sumOf(natural) - room));
  const fitting = Math.floor(share * fontSizes.table * 2) / 2;
  if (fitting < smallestFont) return null;
  const points = Math.min(largest, fitting);
  const scaled = natural.map((width) => ((width - paddingMm) * points) / fontSizes.table + paddingMm);
  return filled(table, { points, widthsMm: scaled, paddingMm, turned: none }, area);
}

/** With columns as narrow as their words and figures are; none is squeezed as long as any way is left. */
function crowded(table: ReportTable, area: number): TableFit {
  const points = smallestFont;
  const upright = (paddingMm: number): TableFit => {
    const widthsMm = table.columns.map((_, column) => paddingMm + wordsWidth(table, column, points));
    return { points, widthsMm, paddingMm, turned: none };
  };
  const ways = [() => upright(cellPadding.usual), () => upright(cellPadding.narrow)];
  for (const way of ways) {
    const fit = way();
    if (sumOf(fit.widthsMm) <= area) return filled(table, fit, area);
  }
  return filled(table, withTurned(table, points, cellPadding.narrow), area);
}

/** A heading that is wider than the figures below it stands upwards. */
function withTurned(table: ReportTable, points: number, paddingMm: number): TableFit {
  const turned = new Set<number>();
  const widthsMm = table.columns.map(({ wraps }, column) => {
    const words = wordsWidth(table, column, points);
    if (wraps) return paddingMm + words;
    const narrowest = Math.max(figuresWidth(table, column, points), lineHeight(points) * mmPerPoint);
    if (narrowest < words) turned.add(column);
    return paddingMm + Math.min(words, narrowest);
  });
  return { points, widthsMm, paddingMm, turned };
}

/** What is left over goes to words; what is missing is taken from all. */
function filled(table: ReportTable, fit: TableFit, area: number): TableFit {
  const { widthsMm } = fit;
  const sum = sumOf(widthsMm);
  if (sum >= area || !table.columns.some(({ wraps }) => wraps))
    return { ...fit, widthsMm: widthsMm.map((width) => (width * area) / sum) };
  return { ...fit, widthsMm: spread(table, widthsMm, area - sum, fit) };
}

/**
 * How high the rows of its head are, points. Office programs make no row higher for cells that are joined: each heading's
 * lines decide, the lowest of its rows takes what is missing.
 */
export function headHeights({ header, headerRows }: ReportTable, fit: TableFit): readonly number[] {
  const { points, widthsMm, paddingMm } = fit;
  const heights = Array.from({ length: headerRows }, () => lineHeight(points));
  for (const cell of header) {
    const { text, row, column, rowSpan, columnSpan } = cell;
    const width = sumOf(widthsMm.slice(column, column + columnSpan)) - paddingMm;
    const needed = isTurned(cell, fit)
      ? textWidthMm(text, points, true) / mmPerPoint + 4
      : lineHeight(points, linesOf(text, width, points, true));
    const last = row + rowSpan - 1;
    const given = sumOf(heights.slice(row, last + 1));
    heights[last] = (heights[last] ?? 0) + Math.max(0, Math.ceil(needed - given));
  }
  return heights;
}

/** Whether a heading stands upwards: one over several columns never does. */
export function isTurned({ column, columnSpan }: HeaderCell, { turned }: Pick<TableFit, "turned">): boolean {
  return columnSpan === 1 && turned.has(column);
}

/** How many lines a row of the table takes: of its tallest cell. */
export function linesOfRow(
  { columns }: ReportTable,
  row: ReportTable["rows"][number],
  { points, widthsMm, paddingMm }: TableFit,
  bold = false,
): number {
  const lines = row.map((cell, column) =>
    columns[column]?.wraps === true
      ? linesOf(cellText(cell), (widthsMm[column] ?? 0) - paddingMm, points, bold)
      : 1,
  );
  return Math.max(1, ...lines);
}

/** Narrowest width for its heading, and its figures or the words of its cells as far as they are no monsters. */
function wordsWidth(table: ReportTable, column: number, points: number): number {
  const head = headWidth(table, column, points);
  if (table.columns[column]?.wraps !== true) return Math.max(head, figuresWidth(table, column, points));
  const measured = { ...table, rows: table.rows.slice(0, measuredRows) };
  const words = cellsOf(measured, column).flatMap(({ text, bold }) =>
    text.split(/\s+/u).map((word) => lineMm + textWidthMm(word, points, bold)),
  );
  return Math.max(head, Math.min(mostOfWord, widest(words)));
}

/** Words of cells that are longer are broken: they are addresses and the like, millimetres. */
const mostOfWord = 26;
/** Rows whose words are measured: of a long list the first ones are like the others. */
const measuredRows = 200;

/** A heading may be broken between its words, never inside one. */
function headWidth({ header }: ReportTable, column: number, points: number): number {
  const heads = header.filter((cell) => cell.column === column && cell.columnSpan === 1);
  const words = heads.flatMap(({ text }) => text.split(/\s+/u));
  return widest(words.map((word) => lineMm + textWidthMm(word, points, true)));
}

function figuresWidth(table: ReportTable, column: number, points: number): number {
  return widest(cellsOf(table, column).map(({ text, bold }) => lineMm + textWidthMm(text, points, bold)));
}

function cellsOf({ rows, total }: ReportTable, column: number) {
  return [...rows, ...(total === null ? [] : [total])].flatMap((row) => {
    const cell = row[column];
    return cell === undefined ? [] : [{ text: cellText(cell), bold: row === total }];
  });
}

/** Of as many as a table has rows: more than a call takes arguments. */
function widest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
