/**
 * What a form reads its figures, rows and fields from. Services make a source of a roster; a test makes one of a few
 * numbers; the form that is built of it cannot tell.
 */
import type { CellType, ReportCell, RowGroups } from "./document";
import type { DimensionKey } from "../statistics/dimensions";
import type { MeasureKey } from "../statistics/measures";
import type { Filter } from "./filter";
import type { ColumnNode, ListLimits, ListValue } from "./form";

export interface Member {
  readonly key: string;
  /** As it is printed. */
  readonly label: string;
}

export interface Figures {
  /** The members that stand as rows or columns of a dimension, in the order of print. */
  members(dimension: DimensionKey): readonly Member[];
  /** Dimensions that are not counted here: columns which ask for them are left out. */
  readonly without?: ReadonlySet<string>;
  /** The measure of those who pass a filter; the total counts each of them once. */
  count(query: FigureQuery): FigureAnswer;
}

export interface FigureQuery {
  /** Dimension whose members are asked for one by one; null for the total only. */
  readonly by: DimensionKey | null;
  readonly measure: MeasureKey;
  readonly filter: Filter;
}

export interface FigureAnswer {
  /** Null: a mean of nobody. */
  readonly total: number | null;
  readonly of: (member: string) => number | null;
}

/** One row's cells by field. */
export type RowCells = (field: string) => ReportCell;

/** Rows with the fields that they have. */
export interface SourceRows {
  readonly types: Readonly<Record<string, CellType>>;
  readonly rows: readonly RowCells[];
  /** The rows, where they are too many to be held: then `rows` is empty. */
  readonly long?: { readonly count: number; readonly slices: () => AsyncIterable<readonly RowCells[]> };
  /** What parts `rows`. */
  readonly groups?: RowGroups;
  /** For a form that leaves its columns to the source. */
  readonly columns?: readonly ColumnNode<ListValue>[];
}

/** What is not there is not for this form to ask. */
export interface ReportSource {
  /** What texts may name: `{{sets}}`. */
  readonly values: Readonly<Record<string, string>>;
  /** What its list is limited to. */
  readonly limits?: ListLimits;
  readonly figures?: Figures;
  /** Rows by the name that a list asks for. */
  readonly lists?: Readonly<Record<string, SourceRows>>;
  /** The one thing that a key–value sheet tells of. */
  readonly record?: { readonly types: Readonly<Record<string, CellType>>; readonly cells: RowCells };
}
