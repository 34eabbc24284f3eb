/** What a table says without a cell of its own, or beside the value of one, where the record has something else there and is to keep it. */
import { columnOfKey } from "../columns/column";
import type { FieldValue } from "../domain/entities";
import type { LineCell, SaidValue, Value } from "./line";
import { unread } from "./reading";

/**
 * Leaves a value that cells say only beside the field that they are a column of. A text that would be noted beside what it
 * means is said by that; what else it says waits with it.
 * @returns false where a cell is a column of that very field: nothing is left
 */
export function leftBeside(field: string, value: Value, cells: readonly LineCell[]): boolean {
  if (cells.length === 0 || cells.some(({ key }) => columnOfKey(key)?.field === field)) return false;
  for (const cell of cells) if (!cell.text.startsWith(String(value))) cell.reading = unread("recordDiffers");
  return true;
}

/** Values without those that only follow from a blank cell and would replace what is on record. */
export function notOnRecord(
  values: ReadonlyMap<string, SaidValue>,
  record: Readonly<Record<string, FieldValue>>,
): ReadonlyMap<string, SaidValue> {
  return new Map(
    [...values].filter(([field, { cells }]) => cells.length > 0 || (record[field] ?? null) === null),
  );
}
