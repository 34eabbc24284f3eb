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
