/** Imports: what was received when, and which one could be taken back. */
import type { ReadHandle } from "../handle";
import { newestImport } from "../log/import-undo";

export interface ImportListRow {
  readonly id: number;
  readonly at: number;
  readonly user: string;
  readonly offices: readonly string[];
  readonly files: number;
  readonly firstOp: number;
  readonly lastOp: number;
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly removed: number;
  readonly conflicts: number;
  readonly undone: boolean;
  /** The newest that still stands; whether something goes on from it is known only when it is tried. */
  readonly canUndo: boolean;
}

interface Columns extends Omit<ImportListRow, "offices" | "files" | "undone" | "canUndo"> {
  readonly undoneAt: number | null;
}

const select = `
  SELECT import.id, import.at, author.name AS user, first_op AS firstOp, last_op AS lastOp,
         added, changed, ended, removed, conflicts, undone_at AS undoneAt
  FROM import JOIN author ON author.id = import.author`;

/** Newest first. */
export function importsList(db: ReadHandle, limit: number): ImportListRow[] {
  const newest = newestImport(db);
  return db
    .all<Columns>(`${select} WHERE first_op IS NOT NULL ORDER BY import.id DESC LIMIT ?`, limit)
    .map(({ undoneAt, ...row }) => {
      const files = db.raw<[string, number]>(
        "SELECT office, count(*) FROM receipt WHERE import = ? GROUP BY office ORDER BY office",
        row.id,
      );
      return {
        ...row,
        offices: files.map(([office]) => office),
        files: files.reduce((sum, [, count]) => sum + count, 0),
        undone: undoneAt !== null,
        canUndo: row.id === newest,
      };
    });
}
