/**
 * Columns of the table of people by which they can be counted: those with one answer a person that is no free text of many
 * words, whatever entity it stands in. Derived from the registry, so that a new field can be counted by.
 */
import { type PersonColumn, personColumns } from "./column";

const countedTypes: ReadonlySet<string> = new Set([
  "choice",
  "boolean",
  "text",
  "integer",
  "year",
  "reference",
]);
/** A text that has room for more is a note, which hardly two people share. */
const longestAnswer = 200;

/** Whether a column gives each person at most one answer that others may have too. */
export function isCountedBy({ pick, definition }: PersonColumn): boolean {
  if (pick.kind === "each" || !countedTypes.has(definition.type)) return false;
  return definition.type !== "text" || (definition.maxLength ?? longestAnswer) <= longestAnswer;
}

export const countedColumns: readonly PersonColumn[] = personColumns.filter(isCountedBy);
