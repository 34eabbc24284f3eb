/** Rows of the catalog as cross tables name them: a stored table finds its rows again by these keys. */
import type { NamedRow } from "../../../../shared/statistics/dimensions";

/** A key that several rows bear names none of them: they are known by their ids. */
export function namedRows<Row extends { readonly id: string }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  nameOf: (row: Row) => string,
): NamedRow[] {
  const bearers = new Map<string, number>();
  for (const row of rows) bearers.set(keyOf(row), (bearers.get(keyOf(row)) ?? 0) + 1);
  return rows.map((row) => {
    const key = keyOf(row);
    return { key: key !== "" && bearers.get(key) === 1 ? key : row.id, name: nameOf(row) };
  });
}
