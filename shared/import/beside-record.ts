/** What a text says beside its own value where the record has something else there and is to keep it. */
import { columnOfKey } from "../columns/column";
import type { LineCell, Value } from "./line";
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
