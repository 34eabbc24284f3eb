/** What pressing a heading does to the order of a list. */
import type { ViewSort } from "../../../../shared/contract/schemas/views";

/**
 * The first press puts the list in a column's order, the next turns it round, the third gives it up.
 * @param further goes on from what the list is sorted by already, instead of in its place
 */
export function sortedBy(sorts: readonly ViewSort[], key: string, further: boolean): readonly ViewSort[] {
  const before = sorts.find((one) => one.key === key);
  const others = further ? sorts.filter((one) => one.key !== key) : [];
  if (before === undefined) return [...others, { key, descending: false }];
  if (before.descending) return others;
  const turned = { key, descending: true };
  return further ? sorts.map((one) => (one.key === key ? turned : one)) : [turned];
}
