/**
 * The texts of a sheet's rows as a person sees them: a merged cell is seen wherever it reaches. Finding headings and
 * parting rows look at the sheet through this, so that neither has to know of merges.
 */
import { cleanText } from "../text/clean";
import { cellText } from "./cell-text";
import type { Merge, Sheet, SheetCell, SheetRow } from "./workbook";

/** What is seen at a place. */
export interface SeenCell {
  readonly text: string;
  readonly cell: SheetCell;
  /** Where it stands; another place than where it is seen, for a merged cell. */
  readonly row: number;
  readonly column: number;
  readonly merge: Merge | null;
}

export class SheetGrid {
  readonly sheet: Sheet;
  readonly date1904: boolean;
  readonly #rows: ReadonlyMap<number, SheetRow>;
  readonly #mergesOfRow = new Map<number, Merge[]>();
  readonly #origins = new Map<Merge, SeenCell | null>();
  readonly #own = new Map<number, readonly SeenCell[]>();
  readonly #seen = new Map<number, ReadonlyMap<number, SeenCell>>();

  constructor(sheet: Sheet, date1904: boolean) {
    this.sheet = sheet;
    this.date1904 = date1904;
    this.#rows = new Map(sheet.rows.map((row) => [row.number, row]));
    const lastWritten = sheet.rows.at(-1)?.number ?? 0;
    let left = mostMergedPlaces;
    for (const merge of sheet.merges) {
      // A merge that reaches beyond everything that is written says nothing more there.
      const last = Math.min(merge.lastRow, merge.firstRow + mostMergedRows, lastWritten);
      for (let row = merge.firstRow; row <= last && left > 0; row++, left--) {
        const known = this.#mergesOfRow.get(row);
        if (known === undefined) this.#mergesOfRow.set(row, [merge]);
        else known.push(merge);
      }
    }
  }

  /** Cells of a row that hold something visible, by column; only those that stand in the row itself. */
  own(row: number): readonly SeenCell[] {
    const known = this.#own.get(row);
    if (known !== undefined) return known;
    const own: SeenCell[] = [];
    for (const [column, one] of this.seen(row)) if (one.row === row && one.column === column) own.push(one);
    this.#own.set(row, own);
    return own;
  }

  /** What is seen in a row, by column. */
  seen(row: number): ReadonlyMap<number, SeenCell> {
    const known = this.#seen.get(row);
    if (known !== undefined) return known;
    const seen = new Map<number, SeenCell>();
    const merges = this.#mergesOfRow.get(row) ?? [];
    const begun = new Map(merges.filter((one) => one.firstRow === row).map((one) => [one.firstColumn, one]));
    for (const cell of this.#rows.get(row)?.cells ?? []) {
      const text = this.textOf(cell);
      if (text === "") continue;
      const merge = begun.get(cell.column) ?? null;
      seen.set(cell.column, { text, cell, row, column: cell.column, merge });
    }
    for (const merge of merges) {
      const origin = this.#originOf(merge);
      if (origin === null) continue;
      for (
        let column = merge.firstColumn;
        column <= merge.lastColumn && column < merge.firstColumn + mostMergedColumns;
        column++
      )
        if (!seen.has(column)) seen.set(column, origin);
    }
    const sorted = merges.length === 0 ? seen : new Map([...seen].sort(([a], [b]) => a - b));
    this.#seen.set(row, sorted);
    return sorted;
  }

  /** The text of a cell, cleaned, in one line. */
  textOf(cell: SheetCell): string {
    return cleanText(cellText(cell, this.date1904));
  }

  /** Merges that reach over several rows and begin in one of them. */
  tallMerges(): readonly Merge[] {
    return this.sheet.merges.filter(({ firstRow, lastRow }) => lastRow > firstRow);
  }

  #originOf(merge: Merge): SeenCell | null {
    const known = this.#origins.get(merge);
    if (known !== undefined) return known;
    const origin = this.#foundOrigin(merge);
    this.#origins.set(merge, origin);
    return origin;
  }

  #foundOrigin(merge: Merge): SeenCell | null {
    const cell = this.#rows.get(merge.firstRow)?.cells.find(({ column }) => column === merge.firstColumn);
    const text = cell === undefined ? "" : this.textOf(cell);
    if (cell === undefined || text === "") return null;
    return { text, cell, row: merge.firstRow, column: merge.firstColumn, merge };
  }
}

/** More than any form joins. */
const mostMergedRows = 2000;
const mostMergedColumns = 200;
/** Rows in which merges are seen, over the whole sheet: merges that lie over one another say nothing of a form. */
const mostMergedPlaces = 300_000;
