/** What rows of `keptText` hold. */
import { columnOfKey, type PersonColumn } from "../../../shared/columns/column";
import type { StoredRow } from "../../roster/read/rows";

/** "" where it is empty. */
export const keptField = (row: StoredRow, field: string) => String(row.fields[field] ?? "");

/** The column of people that a text was meant for; null where the program has none. */
export function keptColumn(row: StoredRow): PersonColumn | null {
  return columnOfKey(keptField(row, "column"));
}
