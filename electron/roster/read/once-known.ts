/**
 * Rows that an office with a narrow scope knows something of: what it wrote, was sent, or says that it holds.
 *
 * It may know for good what became of them, as far as it must: without this a person whom it entered and others went on
 * with would stay at home as it was, and somebody who was put right into another commune's people would be counted twice.
 */
import { entityById, type EntityName } from "../../../shared/domain/entities";
import { toHex } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { writerRows } from "../log/held-writers";
import { provenOf } from "../log/outgoing";
import { statementOf } from "../log/packet-memory";
import { rowsTold } from "../log/sent";

export interface OnceKnownRow {
  readonly row: Buffer;
  readonly entity: EntityName;
  /** It wrote something of it itself. */
  readonly wrote: boolean;
}

/** @param signKeys the office's Ed25519 keys, those of its past too */
export function onceKnownRows(db: ReadHandle, signKeys: readonly Uint8Array[]): OnceKnownRow[] {
  const known = new Map<string, OnceKnownRow>();
  const add = (row: Buffer, entityId: number | undefined, wrote: boolean) => {
    const entity = entityId === undefined ? null : entityById(entityId);
    if (entity === null || known.has(toHex(row))) return;
    known.set(toHex(row), { row, entity, wrote });
  };
  for (const key of signKeys) {
    for (const [row, entity] of db.raw<[Buffer, number]>(sql`
      SELECT DISTINCT op.row, op.entity FROM writer CROSS JOIN op ON op.writer = writer.id
      WHERE substr(writer.identity, 1, 32) = ${key}`))
      add(row, entity, true);
  }
  for (const key of signKeys) {
    for (const row of rowsTold(db, key)) {
      if (!known.has(toHex(row)))
        add(row, db.value<number>(sql`SELECT entity FROM op WHERE row = ${row} ORDER BY id LIMIT 1`), false);
    }
    for (const [row, entity] of heldRows(db, key)) add(row, entity, false);
  }
  return [...known.values()];
}

/** Rows of ops that the office's last statement proves it to hold. */
function* heldRows(db: ReadHandle, key: Uint8Array): Generator<[Buffer, number]> {
  const holds = new Map((statementOf(db, key)?.holds ?? []).map((held) => [toHex(held.writer), held]));
  if (holds.size === 0) return;
  for (const { id, identity } of writerRows(db)) {
    for (const { first, last } of provenOf(db, id, holds.get(toHex(identity)))) {
      yield* db.raw<[Buffer, number]>(sql`
        SELECT DISTINCT row, entity FROM op WHERE writer = ${id} AND seq BETWEEN ${first} AND ${last}`);
    }
  }
}
