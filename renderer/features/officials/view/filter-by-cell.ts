/** Filters a column by what one of its cells says, as spreadsheets do from the menu of a cell. */
import { isFiltered, tableColumnOf } from "../../../../shared/columns/table-column";
import type { OfficialFilter } from "../../../../shared/contract/schemas/officials";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { call } from "../../../bridge/bridge";
import { emptyFilter } from "./filter-values";

/** Values with the same words that are looked through, and letters of a text that is looked for. */
const limits = { values: 200, contains: 200 } as const;

/**
 * @param list whom the list shows
 * @param text what the cell says
 * @returns the filter of the column in place of the one it has; null where the column has none
 */
export async function filterByCell(
  list: OfficialFilter,
  key: string,
  text: string,
): Promise<ViewFilter | null> {
  const column = tableColumnOf(key);
  if (column === null || !isFiltered(column)) return null;
  if (text === "") return { ...emptyFilter(key), values: [""] };
  const { rows } = await call("columnValues", {
    filter: list,
    key,
    search: text,
    offset: 0,
    limit: limits.values,
  });
  const values = rows.filter((row) => row.text === text).map(({ value }) => value);
  // Of a cell of several rows each value stands alone: what it says as a whole is looked for as a text.
  return values.length > 0
    ? { ...emptyFilter(key), values }
    : { ...emptyFilter(key), contains: text.slice(0, limits.contains) };
}
