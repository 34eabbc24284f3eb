/**
 * Cells that a table leaves blank where the record says something: they change nothing, and whoever cleared one is told so
 * instead of that the line says what is on record.
 */
import { columnOfKey, type PersonColumn } from "../columns/column";
import type { StoredPerson } from "./compare";
import { keysOf } from "./column-role";
import type { RowDraft } from "./line";
import type { ColumnMatch } from "./match-columns";
import type { PersonDraft } from "./people";
import { rowsOf, type RecordWords } from "./said-on-record";

/** What stays on record though the table has nothing there. */
export interface BlankCell {
  /** Key of the column. */
  readonly key: string;
  /** What is recorded, in the words of an export. */
  readonly text: string;
}

/** Keys of the columns of a sheet whose cells are values, in their order. */
export function valueColumns(matches: readonly ColumnMatch[]): readonly string[] {
  return [...new Set(matches.flatMap(({ role }) => (role.kind === "column" ? keysOf(role) : [])))];
}

/** @param columnsOf the columns of a sheet by its name, as `valueColumns` has them */
export function blankCells(
  { lines, own, rows }: PersonDraft,
  stored: StoredPerson,
  columnsOf: (sheet: string) => readonly string[],
  { wordOf }: RecordWords,
): BlankCell[] {
  const said = new Set(lines.flatMap(({ cells }) => cells.map(({ key }) => key)));
  const keys = new Set(lines.flatMap(({ sheet }) => columnsOf(sheet)));
  return [...keys].flatMap((key) => {
    const column = columnOfKey(key);
    if (column === null || said.has(key)) return [];
    const { entity, field } = column;
    // Another column may say it: a code, one answer of several.
    const isGiven =
      entity === "official"
        ? own.has(field)
        : rows.some((row) => row.entity === entity && isOneOf(row, column) && row.values.has(field));
    if (isGiven) return [];
    // Of several rows it is not told which one the line is about, but for what stands in all of them.
    const texts = rowsOf(stored, column).map(({ fields }) => {
      const value = fields[field] ?? null;
      return value === null ? "" : (wordOf(entity, field, value, fields) ?? "");
    });
    const [text] = texts;
    return text === undefined || texts.includes("") ? [] : { key, text };
  });
}

/** Whether a row of the table is what a column is about. */
function isOneOf(draft: Pick<RowDraft, "pick" | "row">, { pick, row }: PersonColumn): boolean {
  const isOfKind =
    draft.pick.kind === "best" && pick.kind === "best"
      ? draft.pick.value === pick.value
      : draft.pick.kind === pick.kind;
  return isOfKind && draft.row === row;
}
