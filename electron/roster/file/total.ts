/**
 * What is noted of each table and list: how many rows it has and what their checksums add up to.
 *
 * Whoever compares many of them with what is there reads all that is noted at once: an opening asks one question for it
 * and not one for each table.
 */
import type Database from "better-sqlite3";

export interface Total {
  readonly rows: number;
  readonly sum: number;
}

/** By name of the table or list. */
export type Totals = ReadonlyMap<string, Total>;

/** All that is noted in a roster. @param only of one table, where others may not be readable */
export function totalsIn(db: Database.Database, only?: string): Totals {
  const columns = "SELECT name, rows, sum FROM total";
  const found =
    only === undefined ? db.prepare(columns).all() : db.prepare(`${columns} WHERE name = ?`).all(only);
  const noted = found as (Total & { name: string })[];
  return new Map(noted.map(({ name, rows, sum }) => [name, { rows, sum }]));
}

/** Whether what was added up is what is noted; not where nothing is. */
export function isTotal(noted: Total | undefined, found: Total): boolean {
  return noted?.rows === found.rows && noted.sum === found.sum;
}
