/**
 * Whether a line speaks of a post that is not understood. A day or a decision beside it is that post's, and no news of the
 * one on record.
 */
import { columnOfKey, refersTo } from "../columns/column";
import type { RowDraft } from "./line";
import type { PersonDraft } from "./people";

/** Whether the lines that say a row name what they are about in a text that is not read yet; a place alone may be. */
export function namesUnknownPost({ entity, values }: RowDraft, { lines }: PersonDraft): boolean {
  const rows = new Set([...values.values()].flatMap(({ cells }) => cells.map((cell) => cell.row)));
  return lines.some(({ cells }) =>
    cells.some(({ row, key, reading }) => {
      const column = reading.kind === "unread" && rows.has(row) ? columnOfKey(key) : null;
      if (column === null || column.entity !== entity || column.pick.kind !== "main") return false;
      const target = refersTo(column);
      return target !== null && target !== "unit" && column.definition.required === true;
    }),
  );
}
