/**
 * How far a roster has come, in one line: of two files with the same line, the one is the other or a whole copy of it.
 *
 * Told from the log and its lists, whose last op carries the hash of all that its writer wrote before.
 */
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

type Row = readonly (number | string | null)[];

export function logMark(db: ReadHandle): string {
  const [row] = db.raw<Row>(sql`
    SELECT
      (SELECT max(id) FROM op), (SELECT hex(hash) FROM op ORDER BY id DESC LIMIT 1),
      (SELECT max(id) FROM change), (SELECT max(id) FROM reception), (SELECT max(undone_at) FROM reception),
      (SELECT max(id) FROM receipt), (SELECT count(*) FROM sent), (SELECT max(number) FROM sent),
      (SELECT hex(value) FROM local_state WHERE key = 'office')`);
  return JSON.stringify(row);
}
