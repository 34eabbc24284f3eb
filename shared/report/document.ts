/**
 * A report as an office document, before anybody decides whether it becomes XLSX, PDF or CSV.
 *
 * Every renderer reads this one model, so that the same figure cannot stand in the workbook and be missing on
 * paper, and a new form needs no renderer of its own.
 */

/** What one cell says. Figures stay numbers until a renderer writes them down. */
export type ReportCell =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  /** A whole number: people, or a place in the list. */
  | { readonly kind: "count"; readonly value: number }
  /** "31/33": both counts of people, part ≤ whole. */
  | { readonly kind: "fraction"; readonly part: number; readonly whole: number }
  /** A rate between two counts of the same whole; equal when nothing is unknown. */
  | { readonly kind: "rate"; readonly least: number; readonly most: number; readonly whole: number };

export interface ReportColumn {
  /** Stable name of the column within its form. */
  readonly key: string;
  readonly align: "left" | "center" | "right";
  /** Text may be broken into lines here; figures never are. */
  readonly wraps: boolean;
  /** Narrowest width on paper at the table's full font size, in millimetres. */
  readonly widthMm: number;
}

/** A heading over one or several columns; rows and columns count from 0. */
export interface HeaderCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  readonly headerRows: number;
  /** From the top row down, each row from left to right; together they cover the head without overlap. */
  readonly header: readonly HeaderCell[];
  /** "A", "B", "1", "2", … below the head of a statistical form, one a column; null where the form has none. */
  readonly numbering: readonly string[] | null;
  /** One cell a column in every row. */
  readonly rows: readonly (readonly ReportCell[])[];
  readonly total: readonly ReportCell[] | null;
}

/** Where somebody signs: "Người lập bảng", "(ghi rõ họ tên)", the name when it is known. */
export interface SignatureBlock {
  /** May have several lines. */
  readonly title: string;
  readonly hint: string;
  readonly name: string | null;
}

/** The two blocks at the head of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export interface ReportHeading {
  /** The office above, if there is one; plain capitals. */
  readonly superior: string | null;
  /** The office that issues the report; bold capitals with a short line beneath. */
  readonly agency: string;
  readonly nation: string;
  readonly motto: string;
  /** "Thanh Ba, ngày 01 tháng 10 năm 2021". */
  readonly placeAndDay: string;
}

export interface ReportDocument {
  /** Key of the form, e.g. `standards-by-commune`. */
  readonly form: string;
  readonly orientation: "landscape" | "portrait";
  readonly heading: ReportHeading;
  readonly title: readonly string[];
  readonly subtitle: string | null;
  readonly table: ReportTable;
  /** Heading of the notes, then one text a note. */
  readonly notesTitle: string;
  readonly notes: readonly string[];
  readonly signatures: readonly SignatureBlock[];
  /** Day the document is dated, ISO; null when it is left to be filled in by hand. */
  readonly issuedOn: string | null;
  /** What a file of this report may be called, marks and all; folded where it is written. */
  readonly fileName: string;
}
