/**
 * Takes a reception back: its ops leave the log as if the files had never come.
 *
 * Writing the old values would be an op, would travel to the senders, and would take their people away from them. What
 * is set aside here is still with whoever sent it, and can be received again. Refused where this roster, or a later
 * reception, went on from what came.
 */
import { appError } from "../../../shared/contract/errors";
import { entityById } from "../../../shared/domain/entities";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { fromHex, toHex, uuidToBytes } from "../../../shared/sync/bytes";
import type { Span } from "../../../shared/sync/holds";
import { tableOf } from "../projection/columns";
import { newestReception } from "../read/receptions";
import { Standings } from "../log/standings";
import { RowRefresher } from "../projection/row-refresher";
import { authorId } from "../log/authors";
import type { Touched } from "../projection/touched";
import { referrersOf, rowsPointingAt } from "../projection/referrers";
import { listChanges, takeChangesOut } from "../log/change-rows";
import { unlistProposedOwners } from "../log/proposed-owners";
import { keepHashesOf } from "../log/proofs";
import { forgetSentFrom } from "../log/sent";
import { settleForked, settleShortened } from "../log/writer-pieces";

export interface ReceptionUndone {
  readonly touched: Touched;
}

interface ReceptionRow {
  readonly first: number | null;
  readonly last: number | null;
  readonly undoneAt: number | null;
}

interface ChangedWriter {
  readonly id: number;
  readonly identity: Buffer;
  readonly forked: number;
  /** Sequences of the changes whose ops came, as JSON. */
  readonly changes: string;
}

interface WrittenRow {
  readonly row: Buffer;
  readonly entity: number;
}

const mostPointing = 100_000;
const receptionSql = (id: number) => sql`
    SELECT first_op AS first, last_op AS last, undone_at AS undoneAt FROM reception WHERE id = ${id}`;

/**
 * Call it inside a transaction.
 * @param check sees how everything stands then; what it throws refuses the undoing
 * @throws AppError row-unknown (no such reception, or undone), reception-undo-blocked
 */
export function undoReception(
  db: WriteHandle,
  id: number,
  by: { readonly user: string; readonly at: number },
  check?: (after: ReadHandle, touched: Touched) => void,
): ReceptionUndone {
  const found = db.get<ReceptionRow>(receptionSql(id));
  if (found === undefined || found.undoneAt !== null || found.first === null || found.last === null) {
    throw appError("row-unknown", { id });
  }
  const { first, last } = found;
  if (newestReception(db) !== id) throw appError("reception-undo-blocked");
  const rows = db.all<WrittenRow>(
    sql`SELECT DISTINCT row, entity FROM op WHERE id BETWEEN ${first} AND ${last}`,
  );
  // As a rule nothing was written since, and then nothing can go on from what came.
  const isLast = db.value<number>(sql`SELECT 1 FROM op WHERE id > ${last} LIMIT 1`) === undefined;
  if (!isLast) for (const one of rows) refuseWhereBuiltUpon(db, one, first, last);

  const changed = db.all<ChangedWriter>(
    sql`SELECT writer.id, writer.identity, writer.forked, json_group_array(DISTINCT op.change_seq) AS changes
     FROM op JOIN writer ON writer.id = op.writer WHERE op.id BETWEEN ${first} AND ${last} GROUP BY writer.id`,
  );
  for (const [identity, going] of opsGoing(db, first, last)) keepHashesOf(db, fromHex(identity), going);
  keepHashesBesideGaps(db, first, last);
  db.run(sql`DELETE FROM op WHERE id BETWEEN ${first} AND ${last}`);
  unlistProposedOwners(db, first, last);
  forgetSentFrom(db, first);
  db.run(sql`
    INSERT INTO receipt_undone (id, reception, office)
    SELECT (SELECT coalesce(max(id), 0) FROM receipt_undone) + row_number() OVER (ORDER BY id), reception, office
    FROM receipt WHERE reception = ${id}`);
  // A later file that brought nothing new may have held just what goes now: it is no longer received either.
  db.run(sql`DELETE FROM receipt WHERE reception = ${id} OR (reception > ${id} AND ops = 0)`);
  db.run(
    sql`UPDATE reception SET undone_at = ${by.at}, undone_by = ${authorId(db, by.user)} WHERE id = ${id}`,
  );
  for (const { id: writer, forked, changes } of changed) {
    if (forked === 1) continue;
    const seqs = JSON.parse(changes) as number[];
    const told = takeChangesOut(db, [writer], seqs);
    listChanges(db, writer, told, null, seqs);
    settleShortened(db, writer);
  }
  const forked = new Map(
    changed.flatMap((one) => (one.forked === 1 ? [[toHex(one.identity), one.identity]] : [])),
  );
  for (const identity of forked.values()) settleForked(db, identity, null);

  const refresher = new RowRefresher(db, db);
  // What went may be what others rested on: nothing but working it out anew tells.
  const turned = new Standings(db).anew();
  for (const { entity, row } of rows) refresher.refresh(entity, row);
  for (const { entity, row } of turned) refresher.refresh(entity, uuidToBytes(row));
  // Rows of a forked writer may stand to each other in another way now, also those that the reception did not touch.
  for (const identity of forked.values()) {
    for (const { entity, row } of rowsOfWriter(db, identity)) refresher.refresh(entity, row);
  }
  const touched = { entities: refresher.touched.entities, officials: [...refresher.touched.officials] };
  check?.(db, touched);
  return { touched };
}

function rowsOfWriter(db: WriteHandle, identity: Uint8Array): WrittenRow[] {
  return db.all<WrittenRow>(
    sql`
      SELECT DISTINCT op.row, op.entity FROM writer CROSS JOIN op ON op.writer = writer.id
      WHERE writer.identity = ${identity}`,
  );
}

/** Own ops on the same row, or own rows that refer to one which would be gone. */
function refuseWhereBuiltUpon(
  db: WriteHandle,
  { row, entity }: WrittenRow,
  first: number,
  last: number,
): void {
  const later = db.value<number>(sql`SELECT 1 FROM op WHERE row = ${row} AND id > ${last} LIMIT 1`);
  if (later !== undefined) throw appError("reception-undo-blocked");
  const earlier = db.value<number>(sql`SELECT 1 FROM op WHERE row = ${row} AND id < ${first} LIMIT 1`);
  const name = entityById(entity);
  if (earlier !== undefined || name === null) return;
  const pk = db.value<number>(sql`SELECT pk FROM ${sql.name(tableOf(name))} WHERE id = ${row}`);
  if (pk === undefined) return;
  for (const referrer of referrersOf(name)) {
    for (const user of rowsPointingAt(db, referrer, pk, mostPointing)) {
      const since = db.value<number>(
        sql`SELECT 1 FROM op WHERE row = ${uuidToBytes(user)} AND id > ${last} LIMIT 1`,
      );
      if (since !== undefined) throw appError("reception-undo-blocked");
    }
  }
}

/** Which ops go, by writer (hex) and row of the writer table. */
function opsGoing(db: ReadHandle, first: number, last: number): Map<string, Map<number, Span[]>> {
  const rows = db.raw<[number, Buffer, number, number]>(
    // Ops that follow each other differ from their place among the going ones by the same.
    sql`SELECT writer, (SELECT identity FROM writer AS w WHERE w.id = spans.writer), min(seq), max(seq)
        FROM (SELECT writer, seq, seq - row_number() OVER (PARTITION BY writer ORDER BY seq) AS run
              FROM op WHERE id BETWEEN ${first} AND ${last}) AS spans
        GROUP BY writer, run`,
  );
  const going = new Map<string, Map<number, Span[]>>();
  for (const [writer, identity, from, to] of rows) {
    const name = toHex(identity);
    const ofIt = going.get(name) ?? new Map<number, Span[]>();
    going.set(name, ofIt);
    ofIt.set(writer, [...(ofIt.get(writer) ?? []), { first: from, last: to }]);
  }
  return going;
}

/** An op that stays and followed one that goes must bear that one's hash itself from now on. */
function keepHashesBesideGaps(db: WriteHandle, first: number, last: number): void {
  const followers = db.raw<[number, Buffer]>(
    sql`SELECT later.id, op.hash
     FROM op JOIN op AS later ON later.writer = op.writer AND later.seq = op.seq + 1
     WHERE op.id BETWEEN ${first} AND ${last} AND later.id NOT BETWEEN ${first} AND ${last} AND later.prev IS NULL`,
  );
  for (const [id, hash] of followers) db.run(sql`UPDATE op SET prev = ${hash} WHERE id = ${id}`);
}
