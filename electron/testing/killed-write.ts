/**
 * What a program leaves that was killed in the middle of a write: the roster with part of the write in it, and the journal
 * that undoes it. Both are copied while the write is under way, which is what a kill leaves.
 */
import { copyFileSync, readFileSync } from "node:fs";
import DatabaseConstructor from "better-sqlite3";
import { drawStamp, stamp } from "../roster/file/stamp";

/**
 * @param path a roster that is closed; as before at the end
 * @param to where the killed one is to lie
 * @param statements what was being written
 */
export function killedInAWrite(path: string, to: string, statements: string): void {
  const db = new DatabaseConstructor(path);
  try {
    db.pragma("journal_mode = TRUNCATE");
    db.pragma("foreign_keys = OFF");
    // So small that pages reach the file long before they count.
    db.pragma("cache_size = 1");
    drawStamp(db);
    const before = readFileSync(path);
    db.exec("BEGIN IMMEDIATE");
    stamp(db);
    db.exec(statements);
    copyFileSync(path, to);
    if (readFileSync(to).equals(before)) throw new Error("Nothing of the write has reached the file");
    copyFileSync(`${path}-journal`, `${to}-journal`);
    db.exec("ROLLBACK");
    db.pragma("journal_mode = DELETE");
  } finally {
    db.close();
  }
}
