/**
 * Of which entity a row is, and of which others it was ever written: one row id may be used for two of them by whoever
 * means harm, and then it must stand in one table only, the same for everybody.
 */
import { earlierOp } from "../../../shared/sync/authority/types";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import type { StoredOp } from "../log/op-rows";

/**
 * @param ops those of the row that count
 * @returns the entity as which it was made, else as which it was written first in the order that all share; null for no ops
 */
export function entityOfRow(ops: readonly StoredOp[]): number | null {
  const [first] = ops;
  if (first === undefined) return null;
  if (ops.every(({ entity }) => entity === first.entity)) return first.entity;
  const made = ops.filter(({ create }) => create);
  return [...(made.length > 0 ? made : ops)].sort(earlierOp)[0]?.entity ?? first.entity;
}

/** Entities as which a row was written, whether that counts or not. */
export function entitiesOfRow(db: ReadHandle, row: Uint8Array): number[] {
  return db
    .raw<[number]>(sql`SELECT DISTINCT entity FROM op WHERE row = ${row} ORDER BY entity`)
    .map(([entity]) => entity);
}
