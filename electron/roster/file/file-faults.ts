/** What SQLite itself finds wrong with a roster: pages, indexes, constraints, references. */
import type { ReadHandle } from "./handle";
import { sql } from "./sql";

export interface FileFault {
  readonly code: "integrity" | "foreign-key";
  /** SQLite's own words, or table and rowid. */
  readonly detail: string;
}

/** Reads the whole file; names a handful of faults and no more. */
export function fileFaults(db: ReadHandle): FileFault[] {
  const integrity = db
    .all<{ integrity_check: string }>(sql`PRAGMA integrity_check(20)`)
    .filter(({ integrity_check: line }) => line !== "ok")
    .map(({ integrity_check: detail }): FileFault => ({ code: "integrity", detail }));
  const references = db
    .all<{ table: string; rowid: number }>(sql`PRAGMA foreign_key_check`)
    .map(({ table, rowid }): FileFault => ({ code: "foreign-key", detail: `${table} ${rowid}` }));
  return [...integrity, ...references];
}
