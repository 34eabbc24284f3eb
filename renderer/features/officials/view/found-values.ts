/** All values of a column that a search finds, for what is done with all of them at once: a list shows only the first. */
import type { OfficialFilter } from "../../../../shared/contract/schemas/officials";
import { viewLimits } from "../../../../shared/contract/schemas/views";
import { call } from "../../../bridge/bridge";

/** Values that are asked for at once. */
const pageSize = 200;

/**
 * @param list whom the list shows
 * @param search blank: every value
 * @returns null for more than a filter can name
 */
export async function foundValues(
  list: OfficialFilter,
  key: string,
  search: string,
): Promise<readonly string[] | null> {
  const found: string[] = [];
  for (;;) {
    const offset = found.length;
    const { total, rows } = await call("columnValues", {
      filter: list,
      key,
      search,
      offset,
      limit: pageSize,
    });
    if (total > viewLimits.values) return null;
    found.push(...rows.map(({ value }) => value));
    if (rows.length === 0 || found.length >= total) return found;
  }
}
