/**
 * The list of changes as the ops say it, for writers whose ops were put into other rows or went away again.
 *
 * A change is known by the op of it that came first, so it may get another id when ops go; what only this roster knows
 * of it (what undid it, which reception brought it) stays with that op.
 */
import { decodeBody } from "../../../shared/sync/op-codec";
import type { WriteHandle } from "../file/handle";
import { type Sql, sql } from "../file/sql";

/** What a change is listed as while its first op, which says it, has not come. */
export const unsaidAction = "edit";

interface Told {
  readonly id: number;
  readonly undoes: number | null;
  readonly undoneBy: number | null;
  readonly reception: number | null;
}

/** What this roster knows of changes beside their ops, by the change's id. */
export type ToldChanges = ReadonlyMap<number, Told>;

/**
 * Takes changes out of the list, to be listed anew.
 * @param writers rows of the writer table
 * @param seqs only changes that begin at these sequences; all when left out
 */
export function takeChangesOut(
  db: WriteHandle,
  writers: readonly number[],
  seqs: readonly number[] | null = null,
): ToldChanges {
  const told = new Map<number, Told>();
  for (const writer of writers) {
    for (const one of db.all<Told>(
      sql`SELECT id, undoes, undone_by AS undoneBy, reception FROM change
          WHERE writer = ${writer} ${among(sql`first_seq`, seqs)}`,
    )) {
      told.set(one.id, one);
      db.run(sql`DELETE FROM change WHERE id = ${one.id}`);
    }
  }
  return told;
}

/** Nothing where no sequences are named. */
function among(column: Sql, seqs: readonly number[] | null): Sql {
  if (seqs === null) return sql``;
  return sql`AND ${column} IN (SELECT value FROM json_each(${JSON.stringify(seqs)}))`;
}

/**
 * Lists changes of one row of the writer table.
 * @param told of changes that were listed before
 * @param receptionId the reception that brought those which were not
 * @param seqs as `takeChangesOut`
 */
export function listChanges(
  db: WriteHandle,
  writer: number,
  told: ToldChanges,
  receptionId: number | null,
  seqs: readonly number[] | null = null,
): void {
  const changes = db.raw<[id: number, firstSeq: number, first: number, last: number]>(
    sql`SELECT min(id), change_seq, min(seq), max(seq) FROM op
        WHERE writer = ${writer} ${among(sql`change_seq`, seqs)}
        GROUP BY change_seq`,
  );
  for (const [id, firstSeq, first, last] of changes) {
    const op = db.get<{ at: number; author: number; body: Buffer }>(
      sql`SELECT at, author, body FROM op WHERE writer = ${writer} AND seq = ${first}`,
    );
    if (op === undefined) continue;
    const meta = first === firstSeq ? decodeBody(op.body).meta : null;
    const known = told.get(id);
    db.run(
      sql`INSERT INTO change
         (id, writer, first_seq, last_seq, at, author, action, reason, undoes, undone_by, reception)
       VALUES (${id}, ${writer}, ${firstSeq}, ${last}, ${op.at}, ${op.author}, ${meta?.action ?? unsaidAction},
         ${meta?.reason ?? null}, ${known?.undoes ?? null},
         ${known?.undoneBy ?? null},
         ${known === undefined ? (receptionId ?? receptionOf(db, id)) : known.reception})`,
    );
  }
}

/** The reception that brought an op. */
function receptionOf(db: WriteHandle, op: number): number | null {
  return (
    db.value<number>(
      sql`SELECT id FROM reception WHERE undone_at IS NULL AND first_op <= ${op} AND last_op >= ${op}`,
    ) ?? null
  );
}
