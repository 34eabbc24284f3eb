/**
 * How this office looks at its lists, kept in the roster's file: it goes where the file goes, a new PC included, and is in
 * no packet, since what a list is filtered by may say something of people whom the addressee may not know.
 */
import { erasing } from "../file/form-drafts";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";

/** As `keepOwnViews` was given it; null where nothing was kept. */
export function ownViews(db: ReadHandle): string | null {
  const query = sql`SELECT value FROM local_state WHERE key = 'views' AND typeof(value) = 'text'`;
  return db.value<string>(query) ?? null;
}

/** Within a transaction. Drafts of forms lie in the same list: a page that is given up may hold letters of theirs. */
export function keepOwnViews(db: WriteHandle, text: string): void {
  erasing(db, () => db.run(sql`INSERT OR REPLACE INTO local_state (key, value) VALUES ('views', ${text})`));
}
