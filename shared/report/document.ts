/**
 * A report as an office document, before anybody decides whether it becomes XLSX, PDF or CSV.
 *
 * Every renderer reads this one model, so that the same figure cannot stand in the workbook and be missing on
 * paper, and a new form needs no renderer of its own.
 */

/** What one cell says. Figures and dates stay what they are until a renderer writes them down. */
export type ReportCell =
  /** `words`: what a reader is told in place of a value, and a program that calculates is not. */
  | { readonly kind: "empty"; readonly words?: string }
  | { readonly kind: "text"; readonly text: string }
  /** A whole number: people, đồng, or a place in the list. */
  | { readonly kind: "number"; readonly value: number }
  /** `value` × 10^−scale: 234 of scale 2 is 2,34. Both whole. */
  | { readonly kind: "decimal"; readonly value: number; readonly scale: number }
  /** ISO, as precise as it is known: `1980`, `1980-05`, `1980-05-12`. */
  | { readonly kind: "date"; readonly date: string }
  /** "31/33": both counts of people, part ≤ whole. */
  | { readonly kind: "fraction"; readonly part: number; readonly whole: number }
  /** A rate between two counts of the same whole; equal when nothing is unknown. */
  | { readonly kind: "percent"; readonly least: number; readonly most: number; readonly whole: number };

/** What kind of cells a column holds, beside empty ones. */
export type CellType = Exclude<ReportCell["kind"], "empty">;

export interface ReportColumn {
  /** Stable name of the column within its form. */
  readonly key: string;
  /** What its cells hold, beside empty ones. */
  readonly holds: CellType;
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

/** The two parts at the head of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I), and its title. */
export interface ReportHeading {
  readonly kind: "heading";
  /** The office above, if there is one; plain capitals. */
  readonly superior: string | null;
  /** The office that issues the report; bold capitals with a short line beneath. */
  readonly agency: string;
  readonly nation: string;
  readonly motto: string;
  /** "Số: 12/BC-UBND"; null where the document has none. */
  readonly number: string | null;
  /** "Thanh Ba, ngày 01 tháng 10 năm 2021". */
  readonly placeAndDay: string;
  readonly title: readonly string[];
  readonly subtitle: string | null;
  /** A short line beneath, as under the matter of a decision. */
  readonly ruled?: true;
}

/**
 * - `sum`: the total is the sum of the rows
 * - `ratio`: in each row and in the total it is one column's figure divided by those of others together
 * - `fraction`: the same two written beside each other, "12/14"
 * No column of the whole: it is in no column, and each cell says its own. What the cells say agrees with it.
 */
export type ColumnFormula =
  | { readonly kind: "sum" }
  | { readonly kind: "ratio" | "fraction"; readonly part: number; readonly whole: readonly number[] };

/** A line over some rows of a list: what they have in common, and how many they are. */
export interface RowGroup {
  /** The row that it stands before. */
  readonly before: number;
  readonly text: string;
  readonly count: number;
}

/** How the rows of a list are parted. */
export interface RowGroups {
  /** The column whose values part them, whether it is shown or not. */
  readonly column: { readonly key: string; readonly title: string };
  /** From the top down, the first before row 0. */
  readonly parts: readonly RowGroup[];
}

/** The rows of a list that is too long to be held whole: read again, some at a time, by whoever writes them down. */
export interface LongRows {
  readonly count: number;
  readonly slices: () => AsyncIterable<readonly (readonly ReportCell[])[]>;
}

/** A cross table or a list of rows: on paper both are columns under headings. */
export interface ReportTable {
  readonly kind: "table";
  readonly columns: readonly ReportColumn[];
  readonly headerRows: number;
  /** From the top row down, each row from left to right; together they cover the head without overlap. */
  readonly header: readonly HeaderCell[];
  /** "A", "B", "1", "2", … below the head of a statistical form, one a column; null where the form has none. */
  readonly numbering: readonly string[] | null;
  /** One cell a column in every row. */
  readonly rows: readonly (readonly ReportCell[])[];
  readonly total: readonly ReportCell[] | null;
  /** Lines between the rows, of which each stays with the row below it. */
  readonly groups?: RowGroups;
  /** The rows, where they are too many: then `rows` is empty. */
  readonly long?: LongRows;
  /** How each column's figures follow from others, so that a workbook goes on counting; null where they do not. */
  readonly formulas: readonly (ColumnFormula | null)[];
}

/** What is known of one thing, a line each: "Họ và tên: …". */
export interface ReportSheet {
  readonly kind: "sheet";
  readonly lines: readonly { readonly label: string; readonly cell: ReportCell }[];
}

export interface ReportText {
  readonly kind: "text";
  readonly title: string | null;
  /** A paragraph each; under a title they are listed. */
  readonly lines: readonly string[];
  readonly look?: TextLook;
}

/**
 * How the paragraphs of an official document look (Nghị định 30/2020/NĐ-CP, Phụ lục I), where they are no notes:
 * - `centred`: bold in the middle, such as "QUYẾT ĐỊNH:" and who decides
 * - `grounds`: slanted, "Căn cứ …"
 * - `body`: its first line begins further in; what it begins with up to a point, "Điều 1.", is bold where it is an article
 * - `address`: in the middle, "Kính gửi: …"
 */
export type TextLook = "centred" | "grounds" | "body" | "address";

/** "Điều 1." in front of the rest of an article; null where a paragraph is none. */
export function articleParts(line: string): readonly [name: string, rest: string] | null {
  const [name] = /^Điều \d+\./u.exec(line) ?? [];
  return name === undefined ? null : [name, line.slice(name.length)];
}

/** Where somebody signs: "Người lập bảng", "(ghi rõ họ tên)", the name when it is known. */
export interface SignaturePlace {
  /** May have several lines. */
  readonly title: string;
  readonly hint: string;
  readonly name: string | null;
}

export interface ReportSignatures {
  readonly kind: "signatures";
  /** From left to right. */
  readonly places: readonly SignaturePlace[];
  /** "Nơi nhận:" at the left, a line each. */
  readonly receivers?: readonly string[];
}

export type DocumentBlock = ReportHeading | ReportTable | ReportSheet | ReportText | ReportSignatures;

export interface ReportDocument {
  /** Key of the form, e.g. `standards-by-commune`. */
  readonly form: string;
  readonly orientation: "landscape" | "portrait";
  readonly blocks: readonly DocumentBlock[];
  /** Day the document is dated, ISO; null when it is left to be filled in by hand. */
  readonly issuedOn: string | null;
  /** What a file of this report may be called, marks and all; folded where it is written. */
  readonly fileName: string;
}

/** The blocks of one kind, from the top down. */
export function blocksOf<K extends DocumentBlock["kind"]>(
  { blocks }: ReportDocument,
  kind: K,
): readonly Extract<DocumentBlock, { kind: K }>[] {
  return blocks.filter((block): block is Extract<DocumentBlock, { kind: K }> => block.kind === kind);
}

/** The document's title in one line, for the properties of its file; its file's name where it has none. */
export function titleOf(document: ReportDocument): string {
  const lines = blocksOf(document, "heading").flatMap(({ title }) => title);
  return lines.length === 0 ? document.fileName : lines.join(" ");
}

/** The office that the document is from, for the properties of its file; blank where its heading names none. */
export function officeOf(document: ReportDocument): string {
  return blocksOf(document, "heading")[0]?.agency ?? "";
}
