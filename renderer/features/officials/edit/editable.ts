/** Which cells of the list can be changed where they stand. */
import { isWritten, type PersonColumn } from "../../../../shared/columns/column";
import { typedInPlace } from "../../../../shared/columns/typed-in";
import { isComputed, tableColumnOf, tableColumns } from "../../../../shared/columns/table-column";
import type { ListCell } from "../../../../shared/contract/schemas/officials";

/** The column of a key as one whose values are typed or chosen; null for what is computed or needs a file. */
export function editableColumn(key: string): PersonColumn | null {
  const column = tableColumnOf(key);
  if (column === null || isComputed(column)) return null;
  // Several rows of another entity are chosen on screens of their own.
  return isWritten(column) && column.definition.type !== "referenceSet" ? column : null;
}

/** The column whose value is typed in a cell: its own, or of a standard the level that is judged. */
export function typedColumn(key: string): PersonColumn | null {
  const shown = tableColumnOf(key);
  const column = shown === null ? null : typedInPlace(shown);
  return column === null ? null : editableColumn(column.key);
}

/** Keys of what is typed in cells that show something else. */
export function keysBeside(keys: readonly string[]): readonly string[] {
  const typed = keys.flatMap((key) => typedColumn(key)?.key ?? []);
  return [...new Set(typed)].filter((key) => !keys.includes(key));
}

/** Whether a cell shows one row, or one that can be made: several are changed on the person's screen. */
export function isEditable(key: string, cell: ListCell | undefined): boolean {
  const column = editableColumn(key);
  return column !== null && cell !== undefined && (cell.row !== undefined || column.pick.kind === "main");
}

/** Every column whose cells can be changed. */
export const editableColumns: readonly PersonColumn[] = tableColumns.flatMap(
  ({ key }) => editableColumn(key) ?? [],
);
