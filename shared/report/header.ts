/**
 * Turns a tree of headings into cells with row and column spans, the only form that a table on paper knows.
 *
 * Invariant, held by a property test: the cells cover every place of the head exactly once.
 */
import type { HeaderCell } from "./document";
import type { ColumnLeaf, ColumnNode } from "./form";

/** The columns of a tree from left to right. */
export function leavesOf<F>(nodes: readonly ColumnNode<F>[]): readonly ColumnLeaf<F>[] {
  return nodes.flatMap((node) => ("columns" in node ? leavesOf(node.columns) : [node]));
}

/** The tree without the leaves that are not wanted, and without groups left empty. */
export function keepLeaves<F>(
  nodes: readonly ColumnNode<F>[],
  wanted: (leaf: ColumnLeaf<F>) => boolean,
): readonly ColumnNode<F>[] {
  return nodes.flatMap((node): readonly ColumnNode<F>[] => {
    if (!("columns" in node)) return wanted(node) ? [node] : [];
    const columns = keepLeaves(node.columns, wanted);
    return columns.length === 0 ? [] : [{ ...node, columns }];
  });
}

/** Rows that the headings need. */
function depthOf<F>(nodes: readonly ColumnNode<F>[]): number {
  return Math.max(0, ...nodes.map((node) => 1 + ("columns" in node ? depthOf(node.columns) : 0)));
}

/**
 * The head of a table.
 * @param nodes headings; every group has at least one column
 * @returns `rows` is the number of rows; a column's own heading reaches down to the last of them
 */
export function headerOf<F>(nodes: readonly ColumnNode<F>[]): { rows: number; cells: readonly HeaderCell[] } {
  const rows = depthOf(nodes);
  const cells: HeaderCell[] = [];
  let column = 0;
  const place = (node: ColumnNode<F>, row: number): void => {
    if (!("columns" in node)) {
      cells.push({ text: node.title, row, column, rowSpan: rows - row, columnSpan: 1 });
      column += 1;
      return;
    }
    const columnSpan = leavesOf(node.columns).length;
    cells.push({ text: node.title, row, column, rowSpan: 1, columnSpan });
    for (const child of node.columns) place(child, row + 1);
  };
  for (const node of nodes) place(node, 0);
  return { rows, cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column) };
}
