/**
 * A line of a table as it was read: its cells, each with its reading, and the values by the rows of the roster that they
 * belong to. What lines come to together (a person) is put together in `people.ts`.
 */
import type { PersonColumn } from "../columns/column";
import type { FieldValue, PersonEntity } from "../domain/entities";
import type { ColumnRole } from "./column-role";
import type { Reading, UnreadReason } from "./reading";

export type Value = Exclude<FieldValue, null>;

/** What becomes of a cell in the end. */
export type CellOutcome = "stored" | "unchanged" | "kept" | "listed";

/** A cell of a line that holds something. */
export interface LineCell {
  /** From 0. */
  readonly column: number;
  readonly row: number;
  readonly text: string;
  readonly heading: string;
  readonly role: ColumnRole;
  /** Key of the column of people that it was read for; "" for none. */
  readonly key: string;
  reading: Reading;
  /** Beside its value something is said that has no place of its own. */
  keptToo: boolean;
  outcome: CellOutcome;
  /** Key of the question that was asked of it. */
  question: string | null;
  /** Why it was not stored. */
  reason: UnreadReason | null;
  /** Reason and parameters of a check that refused the value. */
  issue: { readonly reason: string; readonly params?: Readonly<Record<string, string | number>> } | null;
}

/** A value with the cells that say it; none where it follows from what stands around the line. */
export interface SaidValue {
  readonly value: Value;
  readonly cells: readonly LineCell[];
}

/** Values of one row of the roster. */
export interface RowDraft {
  readonly entity: PersonEntity;
  readonly pick: PersonColumn["pick"];
  /** Of rows one after another: which one, from 1. */
  readonly row: number | null;
  /** The field by which it is a row beside the one of the same cells (a second post in one text); left out for no such row. */
  readonly beside?: string;
  readonly values: ReadonlyMap<string, SaidValue>;
}

export interface Line {
  readonly sheet: string;
  readonly row: number;
  /** Row of the line that it goes on from; null for a line that begins a person. */
  readonly continues: number | null;
  readonly cells: readonly LineCell[];
  /** What a column of ids of people says. */
  readonly personId: string | null;
  /** By `groupOf`. */
  readonly drafts: ReadonlyMap<string, RowDraft>;
}

/** The name of a line, in questions and answers. */
export function linePlace({ sheet, row }: Pick<Line, "sheet" | "row">): string {
  return `${sheet}!${row}`;
}

/** Sheet and row of a line by its name. */
export function placeParts(place: string): Pick<Line, "sheet" | "row"> {
  const end = place.lastIndexOf("!");
  return { sheet: place.slice(0, end), row: Number(place.slice(end + 1)) };
}
