/**
 * Whose row it would be, by ops that wait as proposals or were refused.
 *
 * A row of somebody of which nothing counts stands in no table, and the person's name in it lies inside the ops: without
 * this list their history could not tell of it, except by reading every proposal that there ever was.
 */
import { type Standing, standing } from "../../../shared/domain/authority";
import { entityById, isOwned, ownerField } from "../../../shared/domain/entities";
import { isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { storedBody } from "../../../shared/sync/op-codec";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { shownFields } from "./shown-fields";

const unlisted: readonly number[] = [standing.counts, standing.aside];

/**
 * Lists an op as it stands, or takes it from the list.
 * @param source holds the log; may be the same database as `target`
 * @param id its local id
 */
export function listProposedOwner(source: ReadHandle, target: WriteHandle, id: number, stands: number): void {
  const named = unlisted.includes(stands) ? null : ownerNamed(source, id);
  target.run(
    named === null
      ? sql`DELETE FROM proposed_owner WHERE op = ${id}`
      : sql`INSERT OR REPLACE INTO proposed_owner (op, owner, row) VALUES (${id}, ${named.owner}, ${named.row})`,
  );
}

/** Lists all of them, where everything was worked out anew. @param standings of ops that do not count, by local id */
export function listProposedOwners(
  source: ReadHandle,
  target: WriteHandle,
  standings: ReadonlyMap<number, Standing>,
): void {
  for (const [id, stands] of standings) listProposedOwner(source, target, id, stands);
}

/** Takes ops from the list that leave the log, by their local ids. */
export function unlistProposedOwners(db: WriteHandle, first: number, last: number): void {
  db.run(sql`DELETE FROM proposed_owner WHERE op BETWEEN ${first} AND ${last}`);
}

function ownerNamed(
  db: ReadHandle,
  id: number,
): { readonly owner: Uint8Array; readonly row: Uint8Array } | null {
  const op = db.get<{ entity: number; row: Buffer; body: Buffer }>(
    sql`SELECT entity, row, body FROM op WHERE id = ${id}`,
  );
  const entity = op === undefined ? null : entityById(op.entity);
  if (op === undefined || entity === null || !isOwned(entity)) return null;
  const owner = shownFields(op.entity, storedBody(op.body)).fields.get(ownerField(entity).id);
  return typeof owner === "string" && isUuid(owner) ? { owner: uuidToBytes(owner), row: op.row } : null;
}
