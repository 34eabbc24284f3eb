/**
 * The columns of a table of people that leaves for a workbook where nobody named them: what every list has, and what this
 * roster knows besides. Derived from the registry, so that what is added there goes out, is in the table to fill in and
 * comes in again by the headings that the import knows.
 */
import { entityDefinition, type PersonEntity } from "../domain/entities";
import { hasLines } from "../domain/text-fields";
import { isSensitive, isWritten, type PersonColumn, personColumns } from "./column";

/** Whether a roster holds something in a column. */
export type IsFilled = (column: PersonColumn) => boolean;

/**
 * Every column that goes out unasked. What an import gathered comes in by itself and is nobody's to fill in; sensitive data
 * (Luật 91/2025/QH15, Điều 2) leaves only where somebody names its column.
 */
const offered = personColumns.filter((column) => {
  const { gathered } = entityDefinition(column.entity);
  return isWritten(column) && gathered !== true && !isSensitive(column);
});

/** Where the row of a column is one of a known number, a line has a place for it before anybody has such a row. */
function isUsual({ pick, definition: { rare } }: PersonColumn): boolean {
  if (pick.kind === "each" || rare === true) return false;
  return pick.kind !== "best" || !(rare ?? []).includes(pick.value);
}

/** Free text of a person stands at the end, where its width pushes nothing out of sight. */
function isNote({ pick, definition }: PersonColumn): boolean {
  return pick.kind === "own" && hasLines(definition);
}

const usual = offered.filter(isUsual);
const keysOf = (columns: readonly PersonColumn[]) => columns.map(({ key }) => key);

/** The columns of the table that an office fills in. */
export const usualColumns: readonly string[] = keysOf([
  ...usual.filter((column) => !isNote(column)),
  ...usual.filter(isNote),
]);

/** The usual columns as they always stand, behind them those in which somebody has something. */
export function exportColumns(isFilled: IsFilled): string[] {
  return [...usualColumns, ...keysOf(offered.filter((column) => !isUsual(column) && isFilled(column)))];
}

/** Entities whose rows tell which columns are filled. */
export const exportedEntities: readonly PersonEntity[] = [...new Set(offered.map(({ entity }) => entity))];
