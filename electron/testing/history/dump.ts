/** All that a roster holds in tables, as text that can be compared; its memory of files apart. */
import type { ReadHandle } from "../../roster/file/handle";
import { sql } from "../../roster/file/sql";

/** What a roster remembers of files, and names that it keeps for later. */
const memory: ReadonlySet<string> = new Set([
  "reception",
  "receipt",
  "statement",
  "withheld",
  "sent",
  "told",
  "author",
]);

/** Names of states, of which no two are the same. */
const names = "file_stamp";

/** Every row of every table. @param except tables that are left out */
export function dumpAll(db: ReadHandle, except: ReadonlySet<string> = new Set()): string[] {
  const tables = db
    .raw<[string]>(sql`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .map(([name]) => name);
  return tables
    .filter((table) => table !== names && !except.has(table))
    .flatMap((table) =>
      db
        .raw(sql`SELECT * FROM ${sql.name(table)}`)
        // What a table that is left out adds up to is left out with it.
        .filter(([name]) => table !== "total" || !except.has(String(name)))
        .map((row) => {
          const cells = row.map((cell) =>
            cell instanceof Uint8Array ? Buffer.from(cell).toString("hex") : cell,
          );
          return `${table} ${JSON.stringify(cells)}`;
        })
        .sort(),
    );
}

/** Log, tables and lists. */
export function dumpLog(db: ReadHandle): string[] {
  return dumpAll(db, memory);
}
