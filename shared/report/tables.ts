/** Makes the tables of a document: cross tables of figures, and lists of rows. */
import type { CellType, ReportCell, ReportColumn, ReportTable } from "./document";
import { allOf, type Filter } from "./filter";
import type { ColumnLeaf, ColumnNode, CrossBlock, CrossValue, ListBlock, ListValue } from "./form";
import { formulasOf } from "./formulas";
import { headerOf, keepLeaves, leavesOf } from "./header";
import { FormProblem } from "./problem";
import type { FigureAnswer, Figures, RowCells, SourceRows } from "./source";
import type { MeasureKey } from "../statistics/measures";

const empty: ReportCell = { kind: "empty" };

/** A row of a cross table: the total, a member of its dimension, or a line with a filter of its own. */
interface CrossRow {
  readonly label: string;
  /** Null: a heading among the rows. */
  readonly count: ((filter: Filter) => number | null) | null;
}

/**
 * A cross table. A column that nobody stands in is left out where the form says so.
 * @param oneFigure whether columns give way to what the form has for a receiver who wants one figure a cell
 * @throws RangeError where figures are no counts: a bug in the source
 */
export function crossTable(block: CrossBlock, figures: Figures, oneFigure: boolean): ReportTable {
  const { rows, total } = crossRows(block, figures);
  const shown = keepLeaves(
    oneFigure ? withOneFigure(block.columns) : block.columns,
    ({ hideWhenZero, value }) =>
      isCounted(value, figures) &&
      (hideWhenZero !== true || value.kind !== "figure" || total.count?.(value.of) !== 0),
  );
  const leaves = leavesOf(shown);
  const cells = {
    rows: rows.map((row, place) => leaves.map(({ value }) => crossCell(value, row, place, block))),
    total:
      block.total === null
        ? null
        : leaves.map((leaf) => totalCell(leaf, leaves, block, { ...total, label: block.total ?? "" })),
  };
  return {
    kind: "table",
    ...headOf(shown, block.numbered, (value) => crossType(value)),
    ...cells,
    formulas: formulasOf(block, leaves, cells),
  };
}

/** Whether all that a column asks for is counted. */
function isCounted(value: CrossValue, { without }: Figures): boolean {
  if (without === undefined) return true;
  const filters = Object.values(value).filter((part): part is Filter => typeof part === "object");
  return !filters.some((filter) => Object.keys(filter).some((dimension) => without.has(dimension)));
}

function withOneFigure<V>(nodes: readonly ColumnNode<V>[]): readonly ColumnNode<V>[] {
  return nodes.map((node) => {
    if ("columns" in node) return { ...node, columns: withOneFigure(node.columns) };
    return { ...node, ...node.oneFigure };
  });
}

function crossRows({ rows, measure, filter: everywhere }: CrossBlock, figures: Figures) {
  const by = "each" in rows ? rows.each : null;
  const ask = remembering((filter) => figures.count({ by, measure, filter: allOf(everywhere, filter) }));
  const total: CrossRow = { label: "", count: (filter) => ask(filter).total };
  if ("each" in rows) {
    const members = figures.members(rows.each);
    return {
      total,
      rows: members.map(({ key, label }): CrossRow => ({ label, count: (filter) => ask(filter).of(key) })),
    };
  }
  const lines = rows.lines.map(({ label, filter: own }): CrossRow => {
    return { label, count: own === null ? null : (filter) => ask(allOf(own, filter)).total };
  });
  return { total, rows: lines };
}

/** Every row asks the same of a column; the people are counted once. */
function remembering(count: (filter: Filter) => FigureAnswer): (filter: Filter) => FigureAnswer {
  const known = new Map<string, FigureAnswer>();
  return (filter) => {
    const key = JSON.stringify(filter);
    const answer = known.get(key) ?? count(filter);
    known.set(key, answer);
    return answer;
  };
}

function crossType({ kind }: CrossValue): CellType {
  switch (kind) {
    case "label":
      return "text";
    case "ordinal":
    case "figure":
      return "number";
    case "fraction":
    case "percent":
      return kind;
  }
}

function crossCell(
  value: CrossValue,
  { label, count }: CrossRow,
  place: number,
  { measure }: CrossBlock,
): ReportCell {
  if (value.kind === "label") return { kind: "text", text: label };
  if (value.kind === "ordinal") return { kind: "number", value: place + 1 };
  if (count === null) return empty;
  if (value.kind === "figure") return figureCell(count(value.of), measure);
  // A rate of means is none.
  if (measure === "meanAge") throw new FormProblem(measure);
  const people = (filter: Filter) => count(filter) ?? 0;
  if (value.kind === "fraction")
    return { kind: "fraction", part: people(value.part), whole: people(value.whole) };
  const least = people(value.least);
  const most = value.most === undefined ? least : people(value.most);
  if (least > most) throw new FormProblem("most");
  return { kind: "percent", least, most, whole: people(value.whole) };
}

/** A mean has one digit after the comma, a count none. */
function figureCell(value: number | null, measure: MeasureKey): ReportCell {
  if (value === null) return empty;
  return measure === "meanAge"
    ? { kind: "decimal", value: Math.round(value * 10), scale: 1 }
    : { kind: "number", value };
}

/** The total has figures only; its label stands in the first column of words. */
function totalCell(
  leaf: ColumnLeaf<CrossValue>,
  leaves: readonly ColumnLeaf<CrossValue>[],
  block: CrossBlock,
  total: CrossRow,
): ReportCell {
  const { kind } = leaf.value;
  if (kind !== "ordinal" && kind !== "label") return crossCell(leaf.value, total, 0, block);
  const titled = leaves.find(({ value }) => value.kind === "label") ?? leaves[0];
  return leaf === titled ? { kind: "text", text: total.label } : empty;
}

/** A list of rows. @throws FormProblem for a field that the rows do not have */
export function listTable(block: ListBlock, source: SourceRows): ReportTable {
  const { types, rows, long, groups } = source;
  const columns = block.columns === "given" ? source.columns : block.columns;
  if (columns === undefined) throw new FormProblem("columns");
  const leaves = leavesOf(columns);
  const typeOf = (value: ListValue): CellType => {
    if (value.kind !== "field") return value.kind === "ordinal" ? "number" : "text";
    return typeOfField(types, value.field);
  };
  const rowOf = (cells: RowCells, place: number) =>
    leaves.map(({ value }): ReportCell => {
      if (value.kind === "field") return cells(value.field);
      return value.kind === "ordinal" ? { kind: "number", value: place + 1 } : empty;
    });
  return {
    kind: "table",
    ...headOf(columns, block.numbered, typeOf),
    rows: rows.map(rowOf),
    ...(groups === undefined ? {} : { groups }),
    ...(long === undefined
      ? {}
      : { long: { count: long.count, slices: () => numberedSlices(long.slices(), rowOf) } }),
    total: null,
    formulas: leaves.map(() => null),
  };
}

async function* numberedSlices(
  slices: AsyncIterable<readonly RowCells[]>,
  rowOf: (cells: RowCells, place: number) => readonly ReportCell[],
): AsyncGenerator<readonly (readonly ReportCell[])[]> {
  let before = 0;
  for await (const slice of slices) {
    const from = before;
    yield slice.map((cells, place) => rowOf(cells, from + place));
    before += slice.length;
  }
}

/** @throws FormProblem for a field that is not there */
export function typeOfField(types: Readonly<Record<string, CellType>>, field: string): CellType {
  const type = Object.hasOwn(types, field) ? types[field] : undefined;
  if (type === undefined) throw new FormProblem(field);
  return type;
}

function headOf<V extends { readonly kind: string }>(
  nodes: readonly ColumnNode<V>[],
  numbered: boolean,
  typeOf: (value: V) => CellType,
): Pick<ReportTable, "columns" | "headerRows" | "header" | "numbering"> {
  const leaves = leavesOf(nodes);
  const { rows, cells } = headerOf(nodes);
  return {
    columns: leaves.map(({ key, value, widthMm }): ReportColumn => {
      const holds = typeOf(value);
      const isText = holds === "text";
      return { key, holds, widthMm, wraps: isText, align: isText ? "left" : "center" };
    }),
    headerRows: rows,
    header: cells,
    numbering: numbered
      ? numbersOf(leaves.map(({ value }) => value.kind === "ordinal" || typeOf(value) === "text"))
      : null,
  };
}

/** "A, B" under columns of words, "1, 2, 3" under figures, as statistical forms number them. */
function numbersOf(areWords: readonly boolean[]): readonly string[] {
  let letters = 0;
  let figures = 0;
  return areWords.map((isWord) => (isWord ? String.fromCharCode(65 + letters++) : String(++figures)));
}
