/**
 * The list of changes as the ops say it, for writers whose ops were put into other rows or went away again.
 *
 * A change is known by the op of it that came first, so it may get another id when ops go; what only this roster knows
 * of it (whom it concerns, what undid it, which reception brought it) stays with that op.
 */
import { decodeBody } from "../../../shared/sync/op-codec";
import type { WriteHandle } from "../file/handle";

/** What a change is listed as while its first op, which says it, has not come. */
export const unsaidAction = "edit";

interface Told {
  readonly id: number;
  readonly subject: number | null;
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
      `SELECT id, subject, undoes, undone_by AS undoneBy, reception FROM change
       WHERE writer = ? AND (? IS NULL OR first_seq IN (SELECT value FROM json_each(?)))`,
      writer,
      ...asJson(seqs),
    )) {
      told.set(one.id, one);
      db.run("DELETE FROM change WHERE id = ?", one.id);
    }
  }
  return told;
}

/** Twice the same text, since a parameter stands at two places. */
function asJson(seqs: readonly number[] | null): [string | null, string | null] {
  const text = seqs === null ? null : JSON.stringify(seqs);
  return [text, text];
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
    `SELECT min(id), change_seq, min(seq), max(seq) FROM op
     WHERE writer = ? AND (? IS NULL OR change_seq IN (SELECT value FROM json_each(?)))
     GROUP BY change_seq`,
    writer,
    ...asJson(seqs),
  );
  for (const [id, firstSeq, first, last] of changes) {
    const op = db.get<{ at: number; author: number; body: Buffer }>(
      "SELECT at, author, body FROM op WHERE writer = ? AND seq = ?",
      writer,
      first,
    );
    if (op === undefined) continue;
    const meta = first === firstSeq ? decodeBody(op.body).meta : null;
    const known = told.get(id);
    db.run(
      `INSERT INTO change
         (id, writer, first_seq, last_seq, at, author, action, reason, subject, undoes, undone_by, reception)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      writer,
      firstSeq,
      last,
      op.at,
      op.author,
      meta?.action ?? unsaidAction,
      meta?.reason ?? null,
      known?.subject ?? null,
      known?.undoes ?? null,
      known?.undoneBy ?? null,
      known === undefined ? (receptionId ?? receptionOf(db, id)) : known.reception,
    );
  }
}

/** The reception that brought an op. */
function receptionOf(db: WriteHandle, op: number): number | null {
  return (
    db.value<number>(
      "SELECT id FROM reception WHERE undone_at IS NULL AND first_op <= ? AND last_op >= ?",
      op,
      op,
    ) ?? null
  );
}
