/**
 * One transaction in which tables are made anew and put in the place of others.
 *
 * Dropping a table that others refer to would check, row by row, references that are about to be gone; so they are not
 * checked while the work runs, and all at its end. SQLite changes that setting outside of transactions only.
 */
import type { Connection } from "./connect";

/**
 * Runs the work; all of it or nothing. Nothing else may be done through the connection until it ends.
 * @throws whatever the work throws, with everything taken back; Error where a reference would lead nowhere
 */
export async function remaking(db: Connection, work: () => Promise<void>): Promise<void> {
  db.pragma("foreign_keys = OFF");
  try {
    db.exec("BEGIN IMMEDIATE");
    await work();
    if ((db.pragma("foreign_key_check") as unknown[]).length > 0)
      throw new Error("A reference leads nowhere");
    db.exec("COMMIT");
  } catch (error) {
    // SQLite itself takes everything back when the disk is full or gone.
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  } finally {
    db.pragma("foreign_keys = ON");
  }
}
