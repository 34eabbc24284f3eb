/**
 * A worksheet put together cell by cell: values, merges and row heights in one place, so that a merged heading has
 * its border on every side and no row is lower than its text.
 */
import type { Cell, CellStyle, MergeRange, WriteSheet } from "hucre/xlsx";

interface Size {
  readonly rows?: number;
  readonly columns?: number;
}

/** Rows and columns count from 0. */
export class SheetBuilder {
  readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: MergeRange[] = [];
  readonly rowDefs: NonNullable<WriteSheet["rowDefs"]> = new Map();
  #rows = 0;

  /** Rows used so far; the number of the next free one. */
  get rows(): number {
    return this.#rows;
  }

  /** Begins a row. @param points its height; @returns its number */
  row(points: number): number {
    const row = this.#rows++;
    this.rowDefs.set(row, { height: points });
    return row;
  }

  /** Text always as text: whatever it begins with, it is never read as a formula. */
  text(row: number, column: number, text: string, style: CellStyle, span: Size = {}): void {
    this.#put(row, column, { value: text, type: "string", style }, span);
  }

  number(row: number, column: number, value: number, style: CellStyle, span: Size = {}): void {
    this.#put(row, column, { value, type: "number", style }, span);
  }

  /** A formula of our own making, with its value for programs that show a file without counting. */
  formula(
    row: number,
    column: number,
    { formula, value }: { readonly formula: string; readonly value: number | string },
    style: CellStyle,
    span: Size = {},
  ): void {
    this.#put(row, column, { value, type: "formula", formula, formulaResult: value, style }, span);
  }

  /** Heights of all rows in points. */
  get heights(): readonly number[] {
    return Array.from({ length: this.#rows }, (_none, row) => this.rowDefs.get(row)?.height ?? 0);
  }

  empty(row: number, column: number, style: CellStyle, span: Size = {}): void {
    this.#put(row, column, { value: null, type: "empty", style }, span);
  }

  #put(row: number, column: number, cell: Partial<Cell>, { rows = 1, columns = 1 }: Size): void {
    for (let r = row; r < row + rows; r++) {
      for (let c = column; c < column + columns; c++) {
        this.cells.set(`${r},${c}`, {
          value: null,
          type: "empty",
          ...(cell.style ? { style: cell.style } : {}),
        });
      }
    }
    this.cells.set(`${row},${column}`, cell);
    if (rows * columns > 1) {
      this.merges.push({
        startRow: row,
        startCol: column,
        endRow: row + rows - 1,
        endCol: column + columns - 1,
      });
    }
  }
}
