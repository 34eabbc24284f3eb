/**
 * What our own office wrote of a row and what still waits there as a proposal.
 *
 * Whoever goes on from it means both: without this the second of two edits would build on the value that counts, and once
 * both are accepted the first would be lost.
 */
import { standing } from "../../../shared/domain/authority";
import { entityById, type EntityName, type FieldValue, presenceField } from "../../../shared/domain/entities";
import { keyOfOp } from "../../../shared/sync/authority/types";
import { uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { opsAs } from "../log/one-entity";
import { everyOpOfRow, type StoredOp } from "../log/op-rows";
import { isOurs } from "./decided";
import { inAuthorsOrder } from "./together";

/** What each field would have if all of these counted. @param ops in their author's order */
export function lastValues(ops: readonly StoredOp[]): Map<number, FieldValue> {
  return new Map(ops.flatMap((op) => [...op.fields]));
}

export interface WaitingRow {
  /** UUID. */
  readonly id: string;
  readonly entity: EntityName;
  /** By the ids of the fields. */
  readonly values: ReadonlyMap<number, FieldValue>;
}

/** Of some rows those for whose fields something waits. @param ids UUIDs */
export function ownWaiting(db: ReadHandle, ids: readonly string[]): WaitingRow[] {
  const waits = sql`SELECT 1 FROM op WHERE standing = ${standing.waits} AND standing <> 0 LIMIT 1`;
  if (db.value<number>(waits) === undefined) return [];
  const ours = isOurs(db);
  return ids.flatMap((id) => {
    const waiting = everyOpOfRow(db, uuidToBytes(id)).filter(
      (op) => op.standing === standing.waits && ours(keyOfOp(op)),
    );
    const entity = entityById(waiting[0]?.entity ?? 0);
    const ops = entity === null ? [] : opsAs(entity, waiting);
    const values = lastValues(ops.sort(inAuthorsOrder));
    values.delete(presenceField);
    return values.size === 0 || entity === null ? [] : [{ id, entity, values }];
  });
}
