/**
 * What a workbook says, apart from how its file is made: the one model that .xlsx, .xls, .ods, .csv and a pasted block are
 * read into, so that what finds tables, maps columns and reads values is written once and knows no file format.
 *
 * Invariants: only cells that hold something stand in a row, in ascending order of their columns; only rows with such a
 * cell stand in a sheet, in ascending order; a text is as the file has it, its old codes not yet turned into Unicode
 * (`decode-cells.ts` does that); nothing of a formula is kept but its last result.
 */

/** Where a workbook came from; found by what a file holds, never by its name. */
export const workbookFormats = ["xlsx", "xls", "ods", "csv", "pasted"] as const;
export type WorkbookFormat = (typeof workbookFormats)[number];

/** Letters that are drawn alike. A cell that somebody typed in two fonts has several. */
export interface TextRun {
  readonly text: string;
  /** Name of the font as the file has it; null where the file names none, as a .csv does. */
  readonly font: string | null;
}

export type CellContent =
  | { readonly kind: "text"; readonly runs: readonly TextRun[] }
  | {
      readonly kind: "number";
      /** A day is a count of days, whatever the file: see `serial-day.ts`. */
      readonly value: number;
      /** The number format as spreadsheet programs write it (`dd/mm/yyyy`, `000000000000`); null for the general one. */
      readonly format: string | null;
      /** The format shows a day, month or year. */
      readonly isDate: boolean;
    }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** `#N/A`, `#REF!` and the like, as programs show it. */
  | { readonly kind: "error"; readonly code: string };

export interface SheetCell {
  /** From 0. */
  readonly column: number;
  readonly content: CellContent;
  /** The content is the last result of a formula, worked out by another program. */
  readonly formula: boolean;
}

export interface SheetRow {
  /** From 1, as programs show it. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

/** Cells joined into one, both ends included; rows from 1, columns from 0. Only the first cell holds something. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

/** What a file holds that is not read: it is never run, followed or shown, only told. */
export const leftParts = ["macros", "externalLinks", "pictures", "comments"] as const;
export type LeftPart = (typeof leftParts)[number];

export interface Workbook {
  readonly format: WorkbookFormat;
  /** Days are counted from 1904 as old Macs did, instead of from 1900. */
  readonly date1904: boolean;
  readonly sheets: readonly Sheet[];
  readonly left: readonly LeftPart[];
}
