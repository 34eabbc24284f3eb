/** What was found out about the codes in which the texts of a workbook are written, and what somebody must decide. */
import type { LegacyCode } from "../text/legacy/codes";
import type { Workbook } from "./workbook";

/** Cells with text by the code that they were written in; a cell of two codes counts by the old one. */
export type EncodingCounts = Readonly<Record<"unicode" | LegacyCode | "doubtful", number>>;

/** A cell that may be written in an old code, or may mean what it says. It stays as it is until somebody decides. */
export interface DoubtfulCell {
  /** Place of the sheet in the workbook, from 0. */
  readonly sheet: number;
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly before: string;
  readonly after: string;
  readonly code: LegacyCode;
}

export interface DecodedWorkbook {
  /** Every text in Unicode (NFC), but for the doubtful cells. */
  readonly workbook: Workbook;
  readonly encoding: EncodingCounts;
  readonly doubtful: readonly DoubtfulCell[];
}
