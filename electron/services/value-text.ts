/** A value of a column by itself, as filters name it and people read it: in lists of values to choose from, over groups. */
import { isComputed, type TableColumn } from "../../shared/columns/table-column";
import { ladderOf, valueOfKey } from "../../shared/columns/value-order";
import type { Translate } from "../../shared/i18n";
import type { RosterIndex } from "../roster/read/index/roster-index";
import { wordOf } from "./value-words";

/** A value of a column as a person reads it. @param value as filters name it */
export function valueText(
  { index, t }: { readonly index: Pick<RosterIndex, "catalog">; readonly t: Translate },
  column: TableColumn,
  value: string,
): string {
  if (value === "") return "";
  if (!isComputed(column)) {
    const { entity, field, definition } = column;
    const row = (name: string) => (name === definition.ladder ? ladderOf(column) : null);
    return wordOf(index.catalog, t, entity, field, valueOfKey(column, value), row) ?? "";
  }
  switch (column.kind) {
    case "otherPosts":
      return index.catalog.postOfId(value)?.name ?? "";
    case "parentUnit":
      return index.catalog.unitOfId(value)?.fullName ?? "";
    case "status":
      return t(`domain:status.${value}`, { defaultValue: value });
    case "number":
    case "age":
    case "postCount":
    case "missing":
      return value;
  }
}
