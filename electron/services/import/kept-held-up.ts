/**
 * Kept texts that wait for another one: the day of a post is written with the post, so that offering it before somebody said
 * which post that is would offer what cannot be written.
 */
import { groupOf } from "../../../shared/columns/column";
import { entityDefinition } from "../../../shared/domain/entities";
import type { StoredRow } from "../../roster/read/rows";
import { keptColumn, keptField } from "./kept-fields";

/** Texts by the line of a workbook in which they stood. */
export type TextsByLine = ReadonlyMap<string, readonly StoredRow[]>;

export function textsByLine(rows: readonly StoredRow[]): TextsByLine {
  const lines = new Map<string, StoredRow[]>();
  for (const row of rows) lines.set(lineOf(row), [...(lines.get(lineOf(row)) ?? []), row]);
  return lines;
}

/**
 * @param rows of one group. @param lines texts that wait
 * @returns the text that has to be matched first, where every one of them waits for one; null: something can be written
 */
export function heldUpBy(rows: readonly StoredRow[], lines: TextsByLine): StoredRow | null {
  const first = rows.map((row) => blockerOf(row, lines));
  return first.includes(null) ? null : (first[0] ?? null);
}

/** What says of which row a text is, in the same line, and is not understood. */
function blockerOf(row: StoredRow, lines: TextsByLine): StoredRow | null {
  const column = keptColumn(row);
  if (column === null || column.entity === "official" || isUnread(row)) return null;
  const { fields } = entityDefinition(column.entity);
  const isBlocker = (other: StoredRow) => {
    const of = keptColumn(other);
    const isOfRow = of !== null && groupOf(of) === groupOf(column);
    return isOfRow && isUnread(other) && fields[of.field]?.required === true;
  };
  return (lines.get(lineOf(row)) ?? []).find(isBlocker) ?? null;
}

/** Whether nobody knows what it means; what was read only lacks what goes with it. */
function isUnread(row: StoredRow): boolean {
  return keptField(row, "reading") === "";
}

function lineOf(row: StoredRow): string {
  return `${keptField(row, "official")}\n${keptField(row, "source")}`;
}
