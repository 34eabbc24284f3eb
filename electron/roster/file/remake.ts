/**
 * One transaction in which tables are made anew and put in the place of others.
 *
 * Dropping a table that others refer to would check, row by row, references that are about to be gone; so they are not
 * checked while the work runs, and all at its end. SQLite changes that setting outside of transactions only.
 *
 * A table that is renamed leaves what names it alone: views and triggers that some other program made mean the table of
 * that name, not the one put aside, and SQLite would refuse to rename anything while one of them cannot be read.
 */
import type { Connection } from "./connect";
import { sealing } from "./list-seals";
import { drawStamp, stamp } from "./stamp";

/** What was made refers to a row that is not there. */
export class ReferenceFault extends Error {
  constructor() {
    super("A reference leads nowhere");
    this.name = "ReferenceFault";
  }
}

/**
 * Runs the work; all of it or nothing. Nothing else may be done through the connection until it ends.
 * @throws whatever the work throws, with everything taken back; ReferenceFault
 */
export async function remaking(db: Connection, work: () => Promise<void>): Promise<void> {
  db.pragma("foreign_keys = OFF");
  db.pragma("legacy_alter_table = ON");
  try {
    sealing(db);
    drawStamp(db);
    db.exec("BEGIN IMMEDIATE");
    stamp(db);
    await work();
    if ((db.pragma("foreign_key_check") as unknown[]).length > 0) throw new ReferenceFault();
    db.exec("COMMIT");
  } catch (error) {
    // SQLite itself takes everything back when the disk is full or gone.
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  } finally {
    db.pragma("legacy_alter_table = OFF");
    db.pragma("foreign_keys = ON");
  }
}
