/** Receptions: what was received when, and which one could be taken back. */
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

export interface ReceptionListRow {
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
  readonly catalog: number;
  readonly settled: number;
  readonly proposals: number;
  readonly decided: number;
  readonly unreadable: number;
  readonly conflicts: number;
  readonly undone: boolean;
  /** The newest that still stands; whether something goes on from it is known only when it is tried. */
  readonly canUndo: boolean;
}

interface Columns extends Omit<ReceptionListRow, "offices" | "files" | "undone" | "canUndo"> {
  readonly undoneAt: number | null;
}

const select = sql`
  SELECT reception.id, reception.at, author.name AS user, first_op AS firstOp, last_op AS lastOp,
         added, changed, ended, removed, catalog, conflicts, settled, proposals, decided,
         unreadable, undone_at AS undoneAt
  FROM reception JOIN author ON author.id = reception.author`;

/** Newest first. */
export function receptionsList(db: ReadHandle, limit: number): ReceptionListRow[] {
  const newest = newestReception(db);
  return db
    .all<Columns>(sql`${select} WHERE first_op IS NOT NULL ORDER BY reception.id DESC LIMIT ${limit}`)
    .map(({ undoneAt, ...row }) => {
      const files = db.raw<[string, number]>(
        sql`SELECT office, count(*) FROM receipt WHERE reception = ${row.id} GROUP BY office ORDER BY office`,
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

/** Files that a reception took something from, in the order in which their offices counted them. */
export function filesOfReception(
  db: ReadHandle,
  id: number,
  limit: number,
): { readonly office: string; readonly number: number }[] {
  return db.all<{ office: string; number: number }>(sql`
    SELECT office, number FROM receipt WHERE reception = ${id} AND ops > 0
    ORDER BY office, number LIMIT ${limit}`);
}

/** The reception that may be taken back now, or null: the newest that still stands. */
export function newestReception(db: ReadHandle): number | null {
  return (
    db.value<number>(sql`SELECT max(id) FROM reception WHERE undone_at IS NULL AND first_op IS NOT NULL`) ??
    null
  );
}
