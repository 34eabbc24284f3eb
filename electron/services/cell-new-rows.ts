/** Rows that cells of a list begin: what they still have to say, and what was said of all of them at once. */
import { siblingKey } from "../../shared/columns/column";
import { unsaidOfNewRow } from "../../shared/columns/new-row";
import type { FieldValue, PersonEntity } from "../../shared/domain/entities";
import type { CellRow, RowFields } from "./cell-rows";

interface NewRow {
  readonly entity: PersonEntity;
  readonly rowId: string;
  /** Fields that no cell says, by the keys of their columns. */
  readonly lacking: ReadonlyMap<string, string>;
}

/** @param cells of one person */
export function newRows(cells: readonly CellRow[]): readonly NewRow[] {
  const made = cells.filter(({ isNew }) => isNew);
  return [...new Set(made.map(({ rowId }) => rowId))].flatMap((rowId) => {
    const ofRow = made.filter((cell) => cell.rowId === rowId);
    const [first] = ofRow;
    if (first === undefined) return [];
    const { entity, column } = first;
    const unsaid = unsaidOfNewRow(column, new Set(ofRow.flatMap(({ fields }) => Object.keys(fields))));
    return [{ entity, rowId, lacking: new Map(unsaid.map((field) => [siblingKey(column, field), field])) }];
  });
}

/** What is written of them beside their cells. @param said by keys of columns, of every row that is made */
export function begunRows(
  cells: readonly CellRow[],
  said: Readonly<Record<string, FieldValue>>,
): readonly RowFields[] {
  return newRows(cells).map(({ entity, rowId, lacking }) => {
    const fields = [...lacking].map(([key, field]) => [field, said[key] ?? null] as const);
    return { entity, rowId, isNew: true, fields: Object.fromEntries(fields) };
  });
}
