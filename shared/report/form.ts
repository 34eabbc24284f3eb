/**
 * A report form as data: what it reads, and its blocks from the top down.
 *
 * A form holds titles, fields and filters, never code, so that a new circular is a new form, a user's own layout is
 * the same data as JSON, and one builder and one renderer a format serve them all. Printed words are part of a form:
 * official documents are Vietnamese whatever language the screen shows.
 */
import type { EntityName } from "../domain/entities";
import type { BlankKey } from "../domain/entities/form-details";
import { type ListingKey, listings } from "../contract/schemas/listings";
import type { ReportFormat } from "../contract/schemas/reports";
import type { DimensionKey } from "../statistics/dimensions";
import type { MeasureKey } from "../statistics/measures";
import type { Filter } from "./filter";

export interface ReportForm {
  readonly key: string;
  readonly source: SourceSpec;
  /** What it can be written as, the usual ones first. */
  readonly formats: readonly ReportFormat[];
  readonly orientation: "landscape" | "portrait";
  readonly blocks: readonly Block[];
  /** May name `{{scope}}` and `{{day}}` (ISO). */
  readonly fileName: string;
}

/** What a form reads; `traitsOf` says what has to be chosen for it. */
export type SourceSpec =
  /** Figures of a day and a scope. */
  | { readonly kind: "statistics" }
  /** The rows of an entity, as one list of its name. */
  | { readonly kind: "rows"; readonly entity: EntityName }
  /** One person: the official's fields as the sheet, each entity of the person as a list. */
  | { readonly kind: "record" }
  /** People of a day and a scope, as the list `person`: the columns of a view. */
  | { readonly kind: "people" }
  /** Who does not meet a standard, as the list `shortfall`: a row a person and standard. */
  | { readonly kind: "shortfalls" }
  /** What offices disagree on, as the list `conflict`. */
  | { readonly kind: "conflicts" }
  /** The list of a career screen, as the list `line`. */
  | { readonly kind: "listing"; readonly of: ListingKey };

interface SourceTraits {
  readonly scope: boolean;
  readonly person: boolean;
  readonly personal: boolean;
  readonly judges: boolean;
}

/**
 * `scope`: may be narrowed to a unit. `personal`: names people, which who writes it should know. `judges`: tells how people
 * stand under the rules, so that what rests on law which nobody compared with its text is said at its foot; its source gives
 * the value `unverified`, empty where nothing does.
 */
const sourceTraits = {
  statistics: { scope: true, person: false, personal: false, judges: true },
  rows: { scope: false, person: false, personal: true, judges: false },
  record: { scope: false, person: true, personal: true, judges: false },
  people: { scope: true, person: false, personal: true, judges: true },
  shortfalls: { scope: true, person: false, personal: true, judges: true },
  conflicts: { scope: false, person: false, personal: true, judges: false },
  listing: { scope: true, person: false, personal: true, judges: true },
} as const satisfies Record<SourceSpec["kind"], SourceTraits>;

/** What has to be chosen for a source, and what it tells. */
export function traitsOf(source: SourceSpec): SourceTraits {
  const traits = sourceTraits[source.kind];
  if (source.kind !== "listing") return traits;
  const { scope, personal } = listings[source.of];
  return { ...traits, scope, personal };
}

export type Block = HeadingBlock | CrossBlock | ListBlock | SheetBlock | TextBlock | SignatureBlock;

/** Office, superior, place and date come from the office's own row; below them the title. Texts may name values. */
export interface HeadingBlock {
  readonly kind: "heading";
  /** Lines of the title; the scope follows as a line of its own where the report has one. */
  readonly title: readonly string[];
  readonly subtitle: string | null;
}

/** Rows × columns × measure, of those who pass a filter. */
export interface CrossBlock {
  readonly kind: "cross";
  /** Each member of a dimension, or lines with a filter each; a line without one is a heading among the rows. */
  readonly rows:
    | { readonly each: DimensionKey }
    | { readonly lines: readonly { readonly label: string; readonly filter: Filter | null }[] };
  readonly columns: readonly ColumnNode<CrossValue>[];
  readonly measure: MeasureKey;
  readonly filter: Filter;
  /** A line "A, B, 1, 2, …" under the headings: letters for words, numbers for figures. */
  readonly numbered: boolean;
  /** Label of the line that counts everybody once; null for none. */
  readonly total: string | null;
}

export type CrossValue =
  | { readonly kind: "ordinal" }
  /** What the row counts. */
  | { readonly kind: "label" }
  | { readonly kind: "figure"; readonly of: Filter }
  | { readonly kind: "fraction"; readonly part: Filter; readonly whole: Filter }
  /** From those who certainly count to those who may; one rate where `most` is left out. */
  | { readonly kind: "percent"; readonly least: Filter; readonly most?: Filter; readonly whole: Filter };

/** Rows that the source knows by name, one field a column. */
export interface ListBlock {
  readonly kind: "list";
  readonly of: string;
  /** `given`: those that the source brings along, as a view chooses them. */
  readonly columns: readonly ColumnNode<ListValue>[] | "given";
  readonly numbered: boolean;
}

export type ListValue =
  | { readonly kind: "ordinal" }
  | { readonly kind: "field"; readonly field: string }
  /** Left to be written in by hand. */
  | { readonly kind: "blank" };

/** The source's record, a line a field. */
export interface SheetBlock {
  readonly kind: "sheet";
  readonly lines: readonly { readonly label: string; readonly field: string }[];
}

/** Lines of text, each where its conditions hold. Texts may name values and `{{day}}`. */
export interface TextBlock {
  readonly kind: "text";
  readonly title: string | null;
  readonly lines: readonly TextLine[];
}

export interface TextLine {
  readonly text: string;
  /** Printed only if somebody passes one of these. */
  readonly whenAny?: readonly Filter[];
  /** Printed only where each cell holds one figure (true), or only where ranges are printed (false). */
  readonly whenOneFigure?: boolean;
  /** Printed only if the source gives this value; `whenMissing`: only if it is empty. */
  readonly whenGiven?: string;
  readonly whenMissing?: string;
}

export interface SignatureBlock {
  readonly kind: "signatures";
  readonly places: readonly {
    readonly title: string;
    readonly hint: string;
    readonly who: "preparer" | "signer";
  }[];
}

export type ColumnNode<V> = ColumnGroup<V> | ColumnLeaf<V>;

export interface ColumnGroup<V> {
  readonly title: string;
  readonly columns: readonly ColumnNode<V>[];
}

export interface ColumnLeaf<V> {
  readonly key: string;
  readonly title: string;
  readonly value: V;
  /** Narrowest width on paper in millimetres. */
  readonly widthMm: number;
  /** Left out where nobody stands in it. */
  readonly hideWhenZero?: true;
  /** What stands here instead where the receiver wants one figure a cell. */
  readonly oneFigure?: { readonly title: string; readonly value: V };
}

/** The office that issues the report, as it wants to be printed. */
export interface ReportOffice {
  /** The office above, or null. */
  readonly superior: string | null;
  readonly name: string;
  /** Where it is signed, e.g. "Thanh Ba". */
  readonly place: string;
  readonly preparedBy: string | null;
  /** Replaces the signer's title, e.g. "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH". */
  readonly signerTitle: string | null;
  readonly signerName: string | null;
}

/** What was written on a form's blanks; what is not named stands as the form and the office have it. */
export type Filled = Readonly<Partial<Record<BlankKey, string>>>;

/** What a list that goes out is limited to, for whoever reads it without the screen that it was made from. */
export interface ListLimits {
  /** A line each, such as "Lọc theo: Chức danh: Bí thư". */
  readonly lines: readonly string[];
  /** Somebody may be missing for it. */
  readonly isPart: boolean;
}

/** What a document says beside its figures. */
export interface ReportFrame {
  readonly office: ReportOffice;
  /** Name of what is counted, printed under the title; null when there is nothing to add. */
  readonly scope: string | null;
  /** ISO day of the figures. */
  readonly asOf: string;
  /** ISO day of what was known, printed under the title; null: all that is known. */
  readonly knownOn: string | null;
  /** What a list of people is limited to, where it is no whole list. */
  readonly limits?: ListLimits | null;
  /** ISO day of signing; null leaves it to be filled in by hand. */
  readonly issuedOn: string | null;
  /** What the office wrote on the form's blanks. */
  readonly filled: Filled;
  /** One figure a cell, where the form says what then stands there. */
  readonly oneFigure: boolean;
}
