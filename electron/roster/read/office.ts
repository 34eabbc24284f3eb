/** The office that keeps the roster, and the others whose changes it took in. */
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { allRows, rowFields, type StoredRow } from "./rows";

/** The office whose roster this is, or null before one was written. */
export function officeRow(db: ReadHandle): StoredRow | null {
  const own = db.value<Buffer>(sql`SELECT value FROM local_state WHERE key = 'office'`);
  const row = own === undefined ? null : rowFields(db, "office", bytesToUuid(own));
  return row ?? allRows(db, "office")[0] ?? null;
}
