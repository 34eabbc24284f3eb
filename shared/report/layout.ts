/**
 * A form as data: a tree of headings over columns, each column saying which statistic it shows.
 *
 * A new circular is a new layout of these parts. `F` is what a form filters people by; the layout holds filters,
 * never code, and a source answers them, be a row a unit, a post or a person.
 */

export interface ReportLayout<F> {
  readonly form: string;
  readonly orientation: "landscape" | "portrait";
  /** Lines of the title. */
  readonly title: readonly string[];
  /** May name `{{day}}`, the as-of day in official form. */
  readonly subtitle: string | null;
  readonly columns: readonly ColumnNode<F>[];
  /** A line "A, B, 1, 2, …" under the headings: letters for words, numbers for figures. */
  readonly numbered: boolean;
  readonly totalTitle: string;
  readonly notesTitle: string;
  readonly notes: readonly NoteTemplate<F>[];
  readonly signatures: readonly SignatureTemplate[];
  /** May name `{{scope}}` and `{{day}}` (ISO). */
  readonly fileName: string;
}

export type ColumnNode<F> = ColumnGroup<F> | ColumnLeaf<F>;

export interface ColumnGroup<F> {
  readonly title: string;
  readonly columns: readonly ColumnNode<F>[];
}

export interface ColumnLeaf<F> {
  readonly key: string;
  readonly title: string;
  readonly value: ColumnValue<F>;
  /** Narrowest width on paper in millimetres. */
  readonly widthMm: number;
  /** Left out where the total counts nobody in it. */
  readonly hideWhenZero?: true;
}

export type ColumnValue<F> =
  | { readonly kind: "ordinal" }
  /** A text that the source knows by name, such as the unit. */
  | { readonly kind: "text"; readonly field: string }
  | { readonly kind: "count"; readonly of: F }
  | { readonly kind: "fraction"; readonly part: F; readonly whole: F }
  /** From those who certainly count to those who may. */
  | { readonly kind: "rate"; readonly least: F; readonly most: F; readonly whole: F };

export interface NoteTemplate<F> {
  /** May name `{{day}}` and the frame's own values. */
  readonly text: string;
  /** Printed only if the total counts somebody in one of these. */
  readonly whenAny?: readonly F[];
}

export interface SignatureTemplate {
  readonly title: string;
  readonly hint: string;
  readonly who: "preparer" | "signer";
}

/** One row of figures: a unit, a post, a person, or the total. */
export interface RowSource<F> {
  /** @throws RangeError for a field that the source does not know */
  text(field: string): string;
  /** People of this row who pass the filter; the total counts each of them once. */
  count(filter: F): number;
}

export interface ReportSource<F> {
  readonly rows: readonly RowSource<F>[];
  readonly total: RowSource<F>;
}

/** The office that issues the report, as it wants to be printed. */
export interface ReportOffice {
  /** The office above, or null. */
  readonly superior: string | null;
  readonly name: string;
  /** Where it is signed, e.g. "Thanh Ba". */
  readonly place: string;
  readonly preparedBy: string | null;
  /** Replaces "Thủ trưởng đơn vị", e.g. "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH". */
  readonly signerTitle: string | null;
  readonly signerName: string | null;
}

/** What a document says beside its figures. */
export interface ReportFrame {
  readonly office: ReportOffice;
  /** Name of what is counted, printed under the title; null when there is nothing to add. */
  readonly scope: string | null;
  /** ISO day of the figures. */
  readonly asOf: string;
  /** ISO day of signing; null leaves it to be filled in by hand. */
  readonly issuedOn: string | null;
  /** Further values that notes name. */
  readonly values: Readonly<Record<string, string>>;
}
