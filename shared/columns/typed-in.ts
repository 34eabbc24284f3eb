/**
 * In which column what a worked out one tells can be typed: how a standard is met follows from the level of its kind, an
 * age from a birth. Derived from the registry, so that a standard that is added is typed like the others.
 */
import type { Standard } from "../domain/values";
import { type PersonColumn, personColumns } from "./column";
import { isComputed, type TableColumn, tableColumnOf, unitKey } from "./table-column";

/** The column of the level by which a standard is judged. */
export function levelColumn(standard: Standard): PersonColumn | null {
  const isLevel = ({ pick, definition }: PersonColumn) =>
    pick.kind === "best" && pick.value === standard && definition.ladder === pick.by;
  return personColumns.find(isLevel) ?? null;
}

/** The one column whose value is typed in the cells of another, which shows it beside what follows from it. */
export function typedInPlace(column: TableColumn): PersonColumn | null {
  if (!isComputed(column)) return column;
  const { kind, standard } = column;
  return kind === "status" && standard !== null && standard !== "all" ? levelColumn(standard) : null;
}

/** Keys of columns as those in which what goes into their cells is written; a key that is written nowhere stays. */
export function writtenKeys(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.map(writtenKey))];
}

/**
 * The same, one key for each, as of a block that lies over cells: where the column in which it is written lies under
 * the block as well, a worked out one stays what it is.
 */
export function writtenSideBySide(keys: readonly string[]): readonly string[] {
  return keys.map((key) => (keys.includes(writtenKey(key)) ? key : writtenKey(key)));
}

function writtenKey(key: string): string {
  const column = tableColumnOf(key);
  return (column === null ? null : typedInPlace(column))?.key ?? key;
}

/** Columns in which it is typed what a cell is worked out of. @param counted standards that count */
export function typedElsewhere(column: TableColumn, counted: readonly Standard[]): readonly PersonColumn[] {
  if (!isComputed(column)) return [];
  const { kind, standard } = column;
  switch (kind) {
    case "status":
    case "missing":
      return (standard === "all" ? counted : standard === null ? [] : [standard]).flatMap(
        (one) => levelColumn(one) ?? [],
      );
    case "age":
      return personColumnsOf("official.birth");
    case "parentUnit":
      return personColumnsOf(unitKey);
    case "number":
    case "postCount":
    case "otherPosts":
      return [];
  }
}

function personColumnsOf(key: string): readonly PersonColumn[] {
  const column = tableColumnOf(key);
  return column === null || isComputed(column) ? [] : [column];
}
