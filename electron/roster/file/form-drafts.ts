/**
 * What somebody typed into a form and has not saved, kept in the roster's file so that a power cut takes none of it
 * (decision 49). No part of the log: it goes into no packet and into no copy that the program makes, and what was saved or
 * thrown away leaves no letter in the file.
 *
 * Each lies in a row of its own in `local_state`, a list that older and newer programs have as well and leave alone.
 */
import { connectForWriting, leaveToTheEnd } from "./connect";
import { type ReadHandle, type WriteHandle, writeHandle } from "./handle";
import { type Sql, sql, type SqlValue } from "./sql";

/** Begins the key of each; no other key of the list begins so. */
const prefix = "draft ";
const isDraft = sql`key >= 'draft ' AND key < 'draft!'`;

export interface FormDraftText {
  readonly id: string;
  /** As it was given to `keepFormDraft`; of a damaged list, whatever stands there. */
  readonly text: string;
}

/** All that are kept, in no order. */
export function formDraftTexts(db: ReadHandle): FormDraftText[] {
  const rows = db.raw<[string, string]>(
    sql`SELECT key, value FROM local_state WHERE ${isDraft} AND typeof(value) = 'text'`,
  );
  return rows.map(([key, text]) => ({ id: key.slice(prefix.length), text }));
}

/** Keeps one in place of what was kept under its id and of those named. @param draft null: none. Within a transaction. */
export function keepFormDraft(
  db: WriteHandle,
  draft: FormDraftText | null,
  instead: readonly string[],
): void {
  erasing(db, () => {
    for (const one of instead) drop(db, sql`key = ${prefix + one}`);
    if (draft === null) return layAnew(db);
    db.run(sql`INSERT OR REPLACE INTO local_state (key, value) VALUES (${prefix + draft.id}, ${draft.text})`);
  });
}

/** Takes all out of a file that was copied from a roster and that nobody can have seen; it is not written where there are none. */
export function withoutFormDrafts(path: string): void {
  const db = connectForWriting(path);
  try {
    leaveToTheEnd(db);
    // Another state than the original's from here on, so that no journal of that one is ever taken for the copy's.
    const handle = writeHandle(db, path);
    if (formDraftTexts(handle).length > 0) {
      handle.transaction(() => erasing(handle, () => drop(handle, isDraft)));
    }
  } finally {
    db.close();
  }
}

function drop(db: WriteHandle, which: Sql): void {
  db.run(sql`DELETE FROM local_state WHERE ${which}`);
}

/**
 * Writes the whole list again. Where SQLite moved rows between its pages, letters of what lay there before stay behind
 * their ends; only a page that is given up is written over from end to end. The list is a handful of rows.
 */
function layAnew(db: WriteHandle): void {
  const rows = db.raw<[string, SqlValue]>(sql`SELECT key, value FROM local_state`);
  db.run(sql`DELETE FROM local_state`);
  for (const [key, value] of rows)
    db.run(sql`INSERT INTO local_state (key, value) VALUES (${key}, ${value})`);
}

/** Has SQLite write over what is taken out, on pages that become free as well; elsewhere that would cost without use. */
export function erasing(db: WriteHandle, work: () => void): void {
  db.script(sql`PRAGMA secure_delete = ON`);
  try {
    work();
  } finally {
    db.script(sql`PRAGMA secure_delete = FAST`);
  }
}
