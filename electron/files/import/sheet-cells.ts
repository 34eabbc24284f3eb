/**
 * Puts the cells of a sheet together as a reader meets them, one row after the other, held to the model's invariants and
 * to the reading's budget. Every format's reader ends here, so that an empty cell is empty in all of them.
 */
import { columnLetters } from "../../../shared/import/column-role";
import type {
  CellContent,
  Merge,
  Sheet,
  SheetCell,
  SheetRow,
  TextRun,
} from "../../../shared/import/workbook";
import type { Reading } from "./reading";

/** Limits of all spreadsheet programs: what lies beyond was made by none. */
const lastRow = 1_048_576;
export const columnsOfSheet = 16_384;

/** A formula whose result nobody worked out, as some programs write it. */
export const notCalculated: CellContent = { kind: "error", code: "#CALC!" };

function isBlankText(text: string): boolean {
  return !/\S/u.test(text);
}

/** A text without empty runs, and neighbours in one font joined; null for one in which nothing can be read. */
export function textContent(runs: readonly TextRun[]): CellContent | null {
  if (runs.every(({ text }) => isBlankText(text))) return null;
  const joined: { text: string; font: string | null }[] = [];
  for (const { text, font } of runs) {
    if (text === "") continue;
    const last = joined.at(-1);
    if (last !== undefined && last.font === font) last.text += text;
    else joined.push({ text, font });
  }
  return { kind: "text", runs: joined };
}

function lettersOf(content: CellContent): number {
  return content.kind === "text" ? content.runs.reduce((sum, { text }) => sum + text.length, 0) : 1;
}

export class SheetCells {
  readonly #reading: Reading;
  readonly #rows: SheetRow[] = [];
  readonly #merges: Merge[] = [];
  #number = 0;
  #cells: SheetCell[] = [];
  #ordered = true;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Begins a row. @param number from 1; must be beyond the row before. @throws AppError workbook-damaged */
  row(number: number): void {
    this.#endRow();
    if (!Number.isInteger(number) || number <= this.#number || number > lastRow)
      throw this.#reading.damaged();
    this.#number = number;
  }

  /** @param content null for an empty cell. @throws AppError workbook-damaged, workbook-too-large, workbook-long-cell */
  cell(column: number, content: CellContent | null, formula = false): void {
    if (!Number.isInteger(column) || column < 0 || column >= columnsOfSheet) throw this.#reading.damaged();
    if (content === null) return;
    const letters = lettersOf(content);
    this.#reading.textOf(letters, () => `${columnLetters(column)}${this.#number}`);
    this.#reading.cell(letters);
    const last = this.#cells.at(-1);
    if (last !== undefined && last.column >= column) this.#ordered = false;
    this.#cells.push({ column, content, formula });
  }

  /** @throws AppError workbook-damaged, workbook-too-large */
  merge(merge: Merge): void {
    const { firstRow, firstColumn } = merge;
    if (!(firstRow >= 1 && firstColumn >= 0)) throw this.#reading.damaged();
    if (!(merge.lastRow >= firstRow && merge.lastColumn >= firstColumn)) throw this.#reading.damaged();
    if (merge.lastRow === firstRow && merge.lastColumn === firstColumn) return;
    this.#reading.merge();
    this.#merges.push(merge);
  }

  sheet(name: string, hidden: boolean): Sheet {
    this.#endRow();
    return { name, hidden, rows: this.#rows, merges: this.#merges };
  }

  #endRow(): void {
    const cells = this.#cells;
    if (cells.length === 0) return;
    if (!this.#ordered) {
      cells.sort((a, b) => a.column - b.column);
      if (cells.some(({ column }, at) => column === cells[at - 1]?.column)) throw this.#reading.damaged();
    }
    this.#rows.push({ number: this.#number, cells });
    this.#cells = [];
    this.#ordered = true;
  }
}

/** `B12` → row 12, column 1; null for what names no cell. */
export function cellPlace(reference: string): { readonly row: number; readonly column: number } | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  const row = Number(reference.slice(at));
  return at === 0 || at > 3 || !/^\d+$/u.test(reference.slice(at)) ? null : { row, column: column - 1 };
}
