/**
 * What a text says beside the value of its cell: whether the record says so already, whether it says something else,
 * and which cells are meant where the record refuses some of it.
 */
import { type PersonColumn, siblingKey } from "../../shared/columns/column";
import { isComputed, tableColumnOf } from "../../shared/columns/table-column";
import type { FieldIssue } from "../../shared/contract/errors";
import type { ListCell } from "../../shared/contract/schemas/officials";
import type { FieldValue } from "../../shared/domain/entities";
import type { CellRow } from "./cell-rows";

type Fields = Readonly<Record<string, FieldValue>>;

/** Whether a cell, and what is said beside it, says so already. */
export function isSame(
  { column, isNew, fields }: CellRow,
  cell: ListCell,
  beside: Fields,
  cells: ReadonlyMap<string, ListCell>,
): boolean {
  if (isNew || (fields[column.field] ?? null) !== (cell.value ?? null)) return false;
  return Object.entries(beside).every(([field, value]) => valueBeside(column, field, cells) === value);
}

/** Whether what is said beside a value contradicts nothing that the record says there. */
export function besideFits(
  column: PersonColumn,
  beside: Fields,
  cells: ReadonlyMap<string, ListCell>,
): boolean {
  return Object.entries(beside).every(([field, value]) => {
    const known = valueBeside(column, field, cells);
    return known === null || known === value;
  });
}

function valueBeside(column: PersonColumn, field: string, cells: ReadonlyMap<string, ListCell>): FieldValue {
  return cells.get(siblingOf(column, field)?.key ?? "")?.value ?? null;
}

/** The column of another field of the same row. */
export function siblingOf(own: PersonColumn, other: string): PersonColumn | null {
  const column = tableColumnOf(siblingKey(own, other));
  return column === null || isComputed(column) ? null : column;
}

/** The cells that the record's issues are about: by their field, else by their row, else all of them. */
export function blamedFor<C extends CellRow & { readonly beside: Fields }>(
  changes: readonly C[],
  issues: readonly FieldIssue[],
): readonly C[] {
  const blamed = new Set<C>();
  for (const { rowId, field } of issues) {
    const ofRow = changes.filter((change) => change.rowId === rowId);
    const ofField = ofRow.filter(({ column, beside }) => column.field === field || field in beside);
    const found = [ofField, ofRow, changes].find((some) => some.length > 0) ?? [];
    for (const change of found) blamed.add(change);
  }
  return changes.filter((change) => blamed.has(change));
}
