/** The office that keeps the roster. */
import type { ReadHandle } from "../handle";
import { allRows, type RowFields } from "./rows";

/** The first office of the roster, or null before one was written. */
export function officeRow(db: ReadHandle): RowFields | null {
  return allRows(db, "office")[0] ?? null;
}
