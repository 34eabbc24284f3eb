/** Which cells of the list can be changed where they stand. */
import { isWritten, type PersonColumn } from "../../../../shared/columns/column";
import { isComputed, tableColumnOf, tableColumns } from "../../../../shared/columns/table-column";
import type { ListCell } from "../../../../shared/contract/schemas/officials";

/** The column of a key as one whose values are typed or chosen; null for what is computed or needs a file. */
export function editableColumn(key: string): PersonColumn | null {
  const column = tableColumnOf(key);
  if (column === null || isComputed(column)) return null;
  // Several rows of another entity are chosen on screens of their own.
  return isWritten(column) && column.definition.type !== "referenceSet" ? column : null;
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
