/** Every column that a table of people can show: fields of the record and what is computed of it, under one key each. */
import type { ListOrder } from "../contract/schemas/officials";
import type { ViewGroup } from "../contract/schemas/views";
import type { Translate } from "../i18n";
import { columnOfKey, type PersonColumn, personColumns } from "./column";
import { type ComputedColumn, computedColumns } from "./computed";
import { columnLabel } from "./label";

export type TableColumn = PersonColumn | ComputedColumn;

/** Columns that lists are put together by: who somebody is, where they serve, as what. */
export const nameKey = "official.fullName";
export const unitKey = "assignment.unit";
export const postKey = "assignment.post";

/** By name alone. */
export const byName: ListOrder = { sorts: [{ key: nameKey, descending: false }], group: null };

/** The column by which a list is parted into groups. */
export const groupKeys: Readonly<Record<ViewGroup, string>> = { unit: unitKey, post: postKey };

export function isComputed(column: TableColumn): column is ComputedColumn {
  return "kind" in column;
}

/** The computed ones first, as far as they lead a list; then the person's own fields and what belongs to them. */
export const tableColumns: readonly TableColumn[] = [...computedColumns, ...personColumns];

const computedByKey = new Map(computedColumns.map((column) => [column.key, column]));

/** The column of a key; null for one of a newer program. */
export function tableColumnOf(key: string): TableColumn | null {
  return computedByKey.get(key) ?? columnOfKey(key);
}

/** The heading of a column; no two have the same one. */
export function tableColumnLabel(t: Translate, column: TableColumn): string {
  if (!isComputed(column)) return columnLabel(t, column);
  const { kind, standard } = column;
  if (standard === null) return t(`columns:computed.${kind}`);
  if (standard === "all" && kind === "missing") return t("columns:computed.missingOfAll");
  return t(`columns:computed.${kind}`, { standard: t(`domain:standard.${standard}`) });
}

/** Whether the list can be put in a column's order. */
export function isSorted(column: TableColumn): boolean {
  return isComputed(column) ? column.sorted : column.definition.type !== "document";
}

/** Whether a column's values can be chosen from. */
export function isFiltered(column: TableColumn): boolean {
  return isComputed(column) ? column.filtered : column.definition.type !== "document";
}

/** How the values of a column are measured: ranges and means are of dates and numbers only. */
export function measureOf(column: TableColumn): "date" | "number" | "text" {
  if (isComputed(column)) return column.kind === "age" || column.kind === "postCount" ? "number" : "text";
  switch (column.definition.type) {
    case "partialDate":
    case "day":
    case "month":
      return "date";
    case "integer":
    case "decimal":
    case "money":
    case "year":
      return "number";
    case "text":
    case "boolean":
    case "choice":
    case "choiceSet":
    case "reference":
    case "referenceSet":
    case "document":
    case "timeSpan":
    case "code":
      return "text";
  }
}
