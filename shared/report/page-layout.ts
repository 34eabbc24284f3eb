/**
 * How close together a document stands. A few people with title, notes and signatures go on one page wherever letters and
 * room allow it: a list on two sheets has to be stamped across them.
 *
 * One layout serves every kind of file. Heights are counted as high as they become in the format that takes most room.
 */
import type { DocumentBlock, ReportDocument, ReportTable } from "./document";
import { fontSizes, linesOf, mmPerPoint, tableLine, textAreaHeight, textAreaWidth } from "./paper";
import { lastRows, type PagedHeights, pageStarts } from "./page-breaks";
import { groupLine } from "./row-groups";
import { fitTable, headHeights, linesOfRow, type TableFit } from "./table-fit";

/** Room between and in the parts of a document. */
export interface Spacing {
  /** Above and below the text of a table's row together, millimetres. */
  readonly rowMm: number;
  /** Letters of notes, points. */
  readonly notes: number;
  /** Left free for a signature and a stamp, points. */
  readonly signature: number;
  /** In front of what follows a table, millimetres. */
  readonly gapMm: number;
}

const usual: Spacing = { rowMm: 1.6, notes: fontSizes.notes, signature: 62, gapMm: 3 };
/** From a little closer to as close as it may get; a stamp has its room in all of them. */
const closer: readonly Spacing[] = [
  { rowMm: 0.8, notes: 10, signature: 43, gapMm: 1.5 },
  { rowMm: 0.6, notes: 9, signature: 43, gapMm: 1 },
];
/** What ends a document of several pages, from the usual look to the closest; its rows keep theirs. */
const ends: readonly Spacing[] = [usual, ...closer.map((close) => ({ ...close, rowMm: usual.rowMm }))];

/** Letters of a short table are made smaller down to here, points, so that it stands on one page with its signatures. */
const smallestOfShort = 8;
/** No page holds more rows. */
const mostOfPage = 60;
/** Rows of a table that is short. */
const mostOfShort = 12;

export interface PageLayout {
  readonly spacing: Spacing;
  /** Of the table of a document that has one; of others each by itself. */
  fitOf(table: ReportTable): TableFit;
  /** Whether all of it is counted to stand on one page. */
  readonly isOnePage: boolean;
}

/** What the layout of pages follows from. */
export type PageOf = Pick<ReportDocument, "orientation" | "blocks">;

/** @param area width of the text area in millimetres */
export function layOut(document: PageOf, area: number = textAreaWidth(document.orientation)): PageLayout {
  const tables = document.blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  const [table] = tables;
  const isPlain = document.blocks.every(({ kind }) => kind !== "sheet") && tables.length === 1;
  if (table === undefined || !isPlain) {
    return { spacing: usual, isOnePage: false, fitOf: (one) => fitTable(one, area) };
  }
  const normal = fitTable(table, area);
  const tries = table.rows.length > mostOfPage ? [] : attempts(table, normal, area);
  for (const { fit, spacing } of tries) {
    if (heightOf(document, table, fit, spacing) <= textAreaHeight(document.orientation))
      return { spacing, isOnePage: true, fitOf: () => fit };
  }
  const fit = withRoom(document, table, normal, area);
  const spacing = ends.find((end) => isWholeEnd(document, table, fit, end)) ?? usual;
  return { spacing, isOnePage: false, fitOf: () => fit };
}

/** Whether so many rows as are wanted stand with what ends the document. */
function isWholeEnd(document: PageOf, table: ReportTable, fit: TableFit, spacing: Spacing): boolean {
  const last = pageStarts(pagedHeights(document, table, fit, spacing)).at(-1) ?? 0;
  return table.rows.length - last >= Math.min(lastRows, table.rows.length);
}

/** Of a table of several pages, millimetres. */
export function pagedHeights(
  document: PageOf,
  table: ReportTable,
  fit: TableFit,
  spacing: Spacing,
): PagedHeights {
  const head = heightOfHead(table, fit);
  return {
    page: pageRoom(document),
    first: heightAbove(document, table, spacing) + head,
    later: head,
    rows: table.rows.map((_row, place) => heightOfRow(table, fit, place, spacing)),
    below: heightBelow(document, table, fit, spacing),
  };
}

/** Programs round heights: each of several pages holds a little less than is counted. */
function pageRoom({ orientation }: PageOf): number {
  return textAreaHeight(orientation) - 1.5;
}

/**
 * Letters with which each row has room below the title, and the last one above the signatures: a row that has none would
 * leave them alone on their page.
 */
function withRoom(document: PageOf, table: ReportTable, normal: TableFit, area: number): TableFit {
  for (const fit of smaller(table, normal, area)) {
    const tallest = table.rows
      .slice(0, mostOfPage)
      .reduce((most, _row, at) => Math.max(most, heightOfRow(table, fit, at, usual)), 0);
    const last = table.rows.length === 0 ? 0 : heightOfRow(table, fit, table.rows.length - 1, usual);
    const first = heightAbove(document, table, usual) + tallest;
    const end = last + heightBelow(document, table, fit, usual);
    if (heightOfHead(table, fit) + Math.max(first, end) <= pageRoom(document)) return fit;
  }
  return normal;
}

/** The fits of a table from the usual one to that with the smallest letters. */
function* smaller(table: ReportTable, normal: TableFit, area: number): Generator<TableFit> {
  yield normal;
  for (let points = normal.points - 0.5; points >= smallestOfShort; points -= 0.5)
    yield fitTable(table, area, points);
}

/** From the usual look to the smallest; a long table keeps its letters. */
function* attempts(table: ReportTable, normal: TableFit, area: number) {
  yield { fit: normal, spacing: usual };
  const [close = usual, closest = usual] = closer;
  if (table.rows.length > mostOfShort) yield { fit: normal, spacing: close };
  let last = normal;
  if (table.rows.length <= mostOfShort) {
    for (const fit of smaller(table, normal, area)) {
      yield { fit, spacing: close };
      last = fit;
    }
  }
  yield { fit: last, spacing: closest };
}

function heightOf(document: PageOf, table: ReportTable, fit: TableFit, spacing: Spacing): number {
  const rows = table.rows.reduce((sum, _row, place) => sum + heightOfRow(table, fit, place, spacing), 0);
  return (
    heightAbove(document, table, spacing) +
    heightOfHead(table, fit) +
    rows +
    heightBelow(document, table, fit, spacing)
  );
}

/** Room between a table and what stands above it, millimetres. */
const overTable = 4;

/** What stands on the first page in front of the table, millimetres. */
function heightAbove({ blocks, orientation }: PageOf, table: ReportTable, spacing: Spacing): number {
  return blocks
    .slice(0, blocks.indexOf(table))
    .reduce((sum, block) => sum + heightOfBlock(block, textAreaWidth(orientation), spacing), overTable);
}

/** The table's head, which is repeated on each page. */
function heightOfHead(table: ReportTable, fit: TableFit): number {
  const numbers = table.numbering === null ? 0 : linesHigh(1, fit.points) + 0.6;
  // What a heading has around it in the formats that leave more room above and below than its height has.
  const around = table.headerRows;
  return headHeights(table, fit).reduce((sum, points) => sum + points * mmPerPoint, 0) + around + numbers;
}

/** The table's total and what ends the document. */
function heightBelow(
  { blocks, orientation }: PageOf,
  table: ReportTable,
  fit: TableFit,
  spacing: Spacing,
): number {
  const total = table.total === null ? 0 : rowHeight(linesOfRow(table, table.total, fit, true), fit, spacing);
  return blocks
    .slice(blocks.indexOf(table) + 1)
    .reduce((sum, block) => sum + heightOfBlock(block, textAreaWidth(orientation), spacing), total);
}

function heightOfBlock(block: DocumentBlock, area: number, spacing: Spacing): number {
  switch (block.kind) {
    case "heading": {
      const left = [block.superior ?? "", block.agency];
      const names = left.reduce((sum, name) => sum + linesOf(name, area * 0.4, fontSizes.agency, true), 0);
      const office = linesHigh(Math.max(2, names), fontSizes.motto) + linesHigh(1, fontSizes.place) + 11;
      const lines = block.title.reduce((sum, text) => sum + linesOf(text, area, fontSizes.title, true), 0);
      const subtitle = block.subtitle === null ? 0 : linesOf(block.subtitle, area, fontSizes.subtitle);
      return office + linesHigh(lines, fontSizes.title) + linesHigh(subtitle, fontSizes.subtitle) + 2;
    }
    case "text": {
      if (block.lines.length === 0) return 0;
      const size = block.title === null ? fontSizes.subtitle : spacing.notes;
      const lines = block.lines.reduce((sum, text) => sum + linesOf(text, area - 5, size), 0);
      return linesHigh(lines + (block.title === null ? 0 : 1), size) + spacing.gapMm;
    }
    case "signatures": {
      const titles = Math.max(0, ...block.places.map(({ title }) => title.split("\n").length));
      return (
        linesHigh(titles + 2, fontSizes.signature) + spacing.signature * mmPerPoint + 1.3 * spacing.gapMm
      );
    }
    case "table":
    case "sheet":
      return 0;
  }
}

/** Millimetres of a row with the line of its group. */
function heightOfRow(table: ReportTable, fit: TableFit, place: number, spacing: Spacing): number {
  const over = groupLine(table, place) === null ? 0 : rowHeight(1, fit, spacing);
  return rowHeight(linesOfRow(table, table.rows[place] ?? [], fit), fit, spacing) + over;
}

/** The line between two rows, and what a print page's whole pixels take of a row. */
const betweenRows = 0.3;

function rowHeight(lines: number, { points }: TableFit, { rowMm }: Spacing): number {
  return lines * points * mmPerPoint * tableLine + rowMm + betweenRows;
}

function linesHigh(lines: number, points: number): number {
  return lines * points * mmPerPoint * 1.25;
}
