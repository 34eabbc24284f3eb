/** A sheet of an import as the window shows it: how it is taken, and its rows as they are seen. */
import type { ImportSheet } from "../../../shared/contract/schemas/imports";
import type { CallResult } from "../../../shared/contract/contract";
import type { Translate } from "../../../shared/i18n";
import { columnLetters, roleText } from "../../../shared/import/column-role";
import type { SheetGrid } from "../../../shared/import/sheet-grid";
import { roleLabel } from "./document";
import type { SheetState } from "./import-plan";

const mostSamples = 4;
/** Lines that samples are taken from. */
const mostLooked = 200;
const mostLeft = 200;
const mostSampleLetters = 80;

export function sheetState(
  { sheet, layout, included }: SheetState,
  t: Translate,
): Omit<ImportSheet, "fault" | "remembered"> {
  const left = layout?.left ?? [];
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.rows.length,
    included,
    heading: layout === null ? null : { first: layout.header.firstRow, last: layout.header.lastRow },
    columns: (layout?.matches ?? []).map(({ column, parts, role, suggestion, twiceOf, isTicked }) => ({
      letters: columnLetters(column),
      heading: parts.join(" – "),
      role: roleText(role),
      label: roleLabel(role, t),
      suggestion:
        suggestion === null ? null : { role: roleText(suggestion), label: roleLabel(suggestion, t) },
      twiceOf: twiceOf === null ? null : columnLetters(twiceOf),
      isTicked,
      samples: samplesOf(layout, column),
    })),
    lines: layout?.data.length ?? 0,
    left: left.slice(0, mostLeft).map(({ row, reason, text }) => ({ row, reason, text })),
    leftCount: left.length,
  };
}

function samplesOf(layout: SheetState["layout"], column: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of layout?.data.slice(0, mostLooked) ?? []) {
    const text = cells.get(column)?.text;
    if (text !== undefined) samples.add(text.slice(0, mostSampleLetters));
    if (samples.size >= mostSamples) break;
  }
  return [...samples];
}

/** Rows of a sheet with what each is taken for. */
export function sheetRows(
  { sheet, layout }: SheetState,
  grid: SheetGrid,
  offset: number,
  limit: number,
): CallResult<"importRows"> {
  const people = new Set(layout?.data.map(({ number }) => number));
  const left = new Map(layout?.left.map(({ row, reason }) => [row, reason]));
  const taken = (row: number) => {
    const { header } = layout ?? {};
    if (header !== undefined && row >= header.firstRow && row <= header.lastRow) return "heading";
    return people.has(row) ? "person" : (left.get(row) ?? "");
  };
  return {
    total: sheet.rows.length,
    rows: sheet.rows.slice(offset, offset + limit).map(({ number }) => ({
      row: number,
      taken: taken(number),
      cells: grid
        .own(number)
        .map(({ column, text }) => ({ letters: columnLetters(column), text: text.slice(0, 300) })),
    })),
  };
}
