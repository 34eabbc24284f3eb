/**
 * How wide the columns of a table become on its page, and how large its letters.
 *
 * Invariants: no figure is broken or cut, no heading is broken inside a word, and the columns fill the page's width, as long
 * as the table has a way to: smaller letters, then less room at the sides of cells, then headings turned upwards.
 */
import { cellText } from "./cell-text";
import type { HeaderCell, ReportTable } from "./document";
import { cellPadding, fontSizes, lineHeight, linesOf, mmPerPoint, smallestFont, textWidthMm } from "./paper";
import { someRows, spread } from "./spare-width";

export interface TableFit {
  /** Font size of the table in points, in halves. */
  readonly points: number;
  /** One width a column in millimetres; together they fill the text area. */
  readonly widthsMm: readonly number[];
  /** Room left and right of a cell's text together, millimetres. */
  readonly paddingMm: number;
  /** Columns whose own headings stand upwards. */
  readonly turned: ReadonlySet<number>;
  /** Columns whose figures go on below a dash inside them. */
  readonly parted: ReadonlySet<number>;
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
  return comfortable(table, area, largest) ?? crowded(table, area, largest);
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
  // A column that is to be filled in by hand is as wide as it is wanted.
  const least = natural.map((width, column) =>
    table.columns[column]?.wraps === true && cellsOf(table, column).some(({ text }) => text !== "")
      ? paddingMm + wordsWidth(table, column, fontSizes.table)
      : width,
  );
  // Columns with more room than their texts need give of it to those whose texts make the rows high, as far as that helps.
  const fits = [0, 0.5, 1].map((given) => {
    const widths = natural.map((width, column) => width + given * ((least[column] ?? width) - width));
    const scaled = widths.map((width) => ((width - paddingMm) * points) / fontSizes.table + paddingMm);
    return filled(table, { points, widthsMm: scaled, paddingMm, turned: none, parted: none }, area);
  });
  return fits.reduce((best, fit) => (linesOfSome(table, fit) < linesOfSome(table, best) ? fit : best));
}

/** The lines that rows of a table take with some widths. */
function linesOfSome(table: ReportTable, fit: TableFit): number {
  return sumOf(someRows(table).map((row) => linesOfRow(table, row, fit)));
}

/** How a table with many columns may become narrower. */
interface Way {
  readonly paddingMm: number;
  /** Headings that are wider than the figures below them stand upwards. */
  readonly turns: boolean;
  /** Rates from one to another go on below their dash. */
  readonly parts: boolean;
  /** Lines that the words of a row are given room for; null: as many as there are words. */
  readonly lines: number | null;
  /** Letters become no smaller, points. */
  readonly smallest: number;
}

/** Points: of a table with more columns than a page can hold. */
const smallestOfAll = 5;
const narrowest: Way = {
  paddingMm: cellPadding.narrow,
  turns: true,
  parts: true,
  lines: null,
  smallest: smallestOfAll,
};
/** In the order in which they are tried: each with the largest letters that it has room for. */
const ways: readonly Way[] = [
  { paddingMm: cellPadding.usual, turns: false, parts: false, lines: 1, smallest: smallestFont },
  { paddingMm: cellPadding.narrow, turns: false, parts: false, lines: 1, smallest: smallestFont },
  { paddingMm: cellPadding.narrow, turns: false, parts: false, lines: 2, smallest: smallestFont },
  { paddingMm: cellPadding.narrow, turns: true, parts: false, lines: 1, smallest: smallestFont },
  { paddingMm: cellPadding.narrow, turns: false, parts: false, lines: null, smallest: smallestFont },
  { paddingMm: cellPadding.narrow, turns: true, parts: true, lines: 2, smallest: 6 },
  narrowest,
];

/** With columns as narrow as their words and figures are; none is squeezed as long as any way is left. */
function crowded(table: ReportTable, area: number, largest: number): TableFit {
  for (const way of ways) {
    for (let points = largest; points >= way.smallest; points -= 0.5) {
      const fit = narrowed(table, points, way);
      if (sumOf(fit.widthsMm) <= area) return filled(table, fit, area);
    }
  }
  return filled(table, narrowed(table, smallestOfAll, narrowest), area);
}

/** The columns with rates from one to another, which may go on below their dash. */
function rangesOf(table: ReportTable): ReadonlySet<number> {
  const isRange = (column: number) => cellsOf(table, column).some(({ text }) => pieces(text).length > 1);
  return new Set(table.columns.flatMap(({ wraps }, column) => (!wraps && isRange(column) ? [column] : [])));
}

/** A figure in the pieces that may stand on lines of their own. */
function pieces(text: string): readonly string[] {
  return text.split(/(?<=–)/u);
}

function narrowed(table: ReportTable, points: number, { paddingMm, turns, parts, lines }: Way): TableFit {
  const parted = parts ? rangesOf(table) : none;
  const turned = new Set<number>();
  const widthsMm = table.columns.map(({ wraps }, column) => {
    const head = headWidth(table, column, points);
    if (wraps)
      return (
        paddingMm + Math.max(wordsWidth(table, column, points), labelWidth(table, column, points, lines))
      );
    const figures = figuresWidth(table, column, points, parted.has(column));
    const narrowest = turns ? Math.max(figures, points * mmPerPoint * 1.3) : figures;
    if (turns && narrowest < head) turned.add(column);
    return paddingMm + (turns ? narrowest : Math.max(head, figures));
  });
  return { points, widthsMm, paddingMm, turned, parted };
}

/** Width with which the words of a column stand on so many lines, or nearly. */
function labelWidth(table: ReportTable, column: number, points: number, lines: number | null): number {
  if (lines === null) return 0;
  const whole = widest(measured(table, column).map(({ text, bold }) => textWidthMm(text, points, bold)));
  return lines === 1 ? lineMm + whole : (whole / lines) * 1.2;
}

/** What is left over goes to words, as long as it makes rows lower, and then to all; what is missing is taken from all. */
function filled(table: ReportTable, fit: TableFit, area: number): TableFit {
  const spare = area - sumOf(fit.widthsMm);
  const widthsMm = spare > 0 ? spread(table, fit.widthsMm, spare, fit) : fit.widthsMm;
  const sum = sumOf(widthsMm);
  return { ...fit, widthsMm: widthsMm.map((width) => (width * area) / sum) };
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
  { points, widthsMm, paddingMm, parted }: TableFit,
  bold = false,
): number {
  const lines = row.map((cell, column) => {
    const text = cellText(cell);
    const width = (widthsMm[column] ?? 0) - paddingMm;
    if (columns[column]?.wraps === true) return linesOf(text, width, points, bold);
    return parted.has(column) && textWidthMm(text, points, bold) > width ? pieces(text).length : 1;
  });
  return Math.max(1, ...lines);
}

/** Narrowest width for its heading, and its figures or the words of its cells as far as they are no monsters. */
function wordsWidth(table: ReportTable, column: number, points: number): number {
  const head = headWidth(table, column, points);
  if (table.columns[column]?.wraps !== true) return Math.max(head, figuresWidth(table, column, points));
  const words = measured(table, column).flatMap(({ text, bold }) =>
    text.split(/\s+/u).map((word) => lineMm + textWidthMm(word, points, bold)),
  );
  return Math.max(head, Math.min(mostOfWord, widest(words)));
}

/** The cells of a column that are measured: of a long list the first ones are like the others. */
function measured(table: ReportTable, column: number) {
  return cellsOf({ ...table, rows: table.rows.slice(0, measuredRows) }, column);
}

/** Words of cells that are longer are broken: they are addresses and the like, millimetres. */
const mostOfWord = 26;
const measuredRows = 200;

/** A heading may be broken between its words, never inside one. */
function headWidth({ header }: ReportTable, column: number, points: number): number {
  const heads = header.filter((cell) => cell.column === column && cell.columnSpan === 1);
  const words = heads.flatMap(({ text }) => text.split(/\s+/u));
  return widest(words.map((word) => lineMm + textWidthMm(word, points, true)));
}

function figuresWidth(table: ReportTable, column: number, points: number, parted = false): number {
  const numbers = table.numbering?.[column];
  const cells = [
    ...cellsOf(table, column),
    ...(numbers === undefined ? [] : [{ text: numbers, bold: false }]),
  ];
  return widest(
    cells
      .flatMap(({ text, bold }) => (parted ? pieces(text) : [text]).map((piece) => ({ piece, bold })))
      .map(({ piece, bold }) => lineMm + textWidthMm(piece, points, bold)),
  );
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
