/**
 * Puts rows of the shipped lists into a roster, each as the one op that stands for it everywhere.
 *
 * Not a change of anybody's: nothing is signed, listed or undone. A row that is there already is left alone.
 */
import { type EntityName, entities } from "../../../shared/domain/entities";
import { uuidToBytes } from "../../../shared/sync/bytes";
import { encodeOp } from "../../../shared/sync/op-codec";
import { shippedOp } from "../../../shared/sync/shipped-op";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import type { RowRefresher } from "../projection/row-refresher";
import { sha256 } from "../file/sha256";
import { authorId } from "../log/authors";
import { checkedFields } from "./check-fields";
import type { EditFields } from "./edits";

/** A row of a shipped list; its id follows from what it is about. */
export interface ShippedRow {
  readonly entity: EntityName;
  readonly id: string;
  readonly fields: EditFields;
}

/** The op of a shipped row with its hash. */
export function opOfShippedRow({ entity, id, fields }: ShippedRow) {
  const op = shippedOp(entities[entity].id, uuidToBytes(id), checkedFields(entity, fields, true), sha256);
  return { op, hash: sha256(encodeOp(op)) };
}

/** @returns whether it was added; false where the roster knows the row already */
export function addShippedRow(db: WriteHandle, refresher: RowRefresher, row: ShippedRow): boolean {
  const { op, hash } = opOfShippedRow(row);
  if (db.value<number>(sql`SELECT 1 FROM op WHERE row = ${op.row} AND created = 1 LIMIT 1`) !== undefined)
    return false;
  const writer = db.run(
    sql`INSERT INTO writer (identity, last_seq, last_hash, last_lamport) VALUES (${op.writer}, 1, ${hash}, 1)`,
  );
  db.run(
    sql`INSERT INTO op (writer, seq, hash, lamport, at, author, change_seq, entity, row, created, body)
     VALUES (${writer}, 1, ${hash}, 1, 0, ${authorId(db, "")}, 1, ${op.entity}, ${op.row}, 1, ${op.body})`,
  );
  refresher.refresh(op.entity, op.row);
  return true;
}
