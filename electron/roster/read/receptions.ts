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
  /** Who took it back, and when. */
  readonly undone: { readonly at: number; readonly user: string } | null;
  /** The newest that still stands; whether something goes on from it is known only when it is tried. */
  readonly canUndo: boolean;
}

interface Columns extends Omit<ReceptionListRow, "offices" | "files" | "undone" | "canUndo"> {
  readonly undoneAt: number | null;
  readonly undoneBy: string | null;
}

const select = sql`
  SELECT reception.id, reception.at, author.name AS user, first_op AS firstOp, last_op AS lastOp,
         added, changed, ended, removed, catalog, conflicts, settled, proposals, decided,
         unreadable, undone_at AS undoneAt, undoer.name AS undoneBy
  FROM reception JOIN author ON author.id = reception.author
  LEFT JOIN author AS undoer ON undoer.id = reception.undone_by`;

/** Newest first. */
export function receptionsList(db: ReadHandle, limit: number): ReceptionListRow[] {
  const newest = newestReception(db);
  return db
    .all<Columns>(sql`${select} WHERE first_op IS NOT NULL ORDER BY reception.id DESC LIMIT ${limit}`)
    .map(({ undoneAt, undoneBy, ...row }) => {
      const files = officesOfReception(db, row.id);
      return {
        ...row,
        offices: files.map(([office]) => office),
        files: files.reduce((sum, [, count]) => sum + count, 0),
        undone: undoneAt === null ? null : { at: undoneAt, user: undoneBy ?? "" },
        canUndo: row.id === newest,
      };
    });
}

/** Whom the files of a reception came from, and how many of each; also of one that was taken back. */
export function officesOfReception(db: ReadHandle, id: number): [office: string, files: number][] {
  return db.raw<[string, number]>(sql`
    SELECT office, count(*) FROM (
      SELECT office FROM receipt WHERE reception = ${id}
      UNION ALL SELECT office FROM receipt_undone WHERE reception = ${id}
    ) GROUP BY office ORDER BY office`);
}

/**
 * Receptions that were taken back, where they stood among the entries of the log, the newest first.
 * @param from the least number that their first op had
 * @param before all have a smaller one
 */
export function receptionsTakenBack(db: ReadHandle, from: number, before: number): ReceptionTakenBack[] {
  return db.all<ReceptionTakenBack>(sql`
    SELECT reception.id, reception.at, author.name AS user, first_op AS firstOp, last_op - first_op + 1 AS ops,
           added, changed, ended, removed, catalog, undone_at AS undoneAt, undoer.name AS undoneBy
    FROM reception JOIN author ON author.id = reception.author
    JOIN author AS undoer ON undoer.id = reception.undone_by
    WHERE undone_at IS NOT NULL AND first_op >= ${from} AND first_op < ${before}
    ORDER BY first_op DESC, reception.id DESC`);
}

interface ReceptionTakenBack
  extends Pick<ReceptionListRow, "id" | "at" | "user" | "firstOp" | keyof EffectOnPeople> {
  readonly ops: number;
  readonly undoneAt: number;
  readonly undoneBy: string;
}

/** What a reception did to people and lists, by numbers. */
export interface EffectOnPeople {
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly removed: number;
  readonly catalog: number;
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
