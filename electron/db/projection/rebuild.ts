/**
 * Makes the entity tables from the log alone.
 *
 * This is what makes the log the truth: `verify` compares the result with the tables, "as known on" builds them from
 * the ops of a past day, and a program that knows more fields shows what older ones only carried.
 */
import { entityById, type EntityName } from "../../../shared/domain/entities";
import { bytesToUuid, uuidToBytes } from "../../../shared/sync/bytes";
import { foldRow, isShown } from "../../../shared/sync/fold";
import { decodeBody } from "../../../shared/sync/op-codec";
import type { ReadHandle, WriteHandle } from "../handle";
import { historyOfRow, type StoredOp } from "../log/op-rows";
import { RowCache } from "../log/row-cache";
import { fieldColumns, projectionOrder, tableOf } from "./columns";
import { Projector, type RowValues } from "./projector";

type CreationRow = readonly [id: number, entity: number, row: Buffer, body: Buffer, further: number];

/** Creating ops in order, each with whether its row has other ops, so that a row of one op needs no second reading. */
const creationsSql = `
  SELECT id, entity, row, body, EXISTS (SELECT 1 FROM op AS other WHERE other.row = op.row AND other.id <> op.id)
  FROM op
  WHERE created = 1 AND at <= ? AND id > ?
  ORDER BY id
  LIMIT 2000`;
const anyTime = Number.MAX_SAFE_INTEGER;

/** Entities that other rows point at. */
const referencedEntities: ReadonlySet<EntityName> = new Set(
  projectionOrder.flatMap((entity) =>
    fieldColumns(entity).flatMap(({ definition }) => definition.entity ?? []),
  ),
);

/** What a row shows, and the local id of the op that created it first. */
interface Shown {
  readonly pk: number;
  readonly values: RowValues;
}

function shownRow(ops: readonly StoredOp[]): Shown | null {
  const state = foldRow(ops);
  const first = ops.find((op) => op.create);
  return first !== undefined && isShown(state) ? { pk: first.localId, values: state.values } : null;
}

/**
 * Fills empty tables from a log.
 * @param source holds the log; may be the same database as `target`
 * @param until only ops with a wall time up to this (ms); all of them when left out
 * @param onProgress called now and then with the local id of the op reached
 */
export function projectLog(
  source: ReadHandle,
  target: WriteHandle,
  until: number = anyTime,
  onProgress?: (opId: number) => void,
): void {
  // Rows come in the order of their creation, which is not always after the rows they point at; so references are
  // taken from the log, and those that lead to removed rows are settled at the end.
  const cache = new RowCache((_entity, id) => createdAs(source, id, until));
  const projector = new Projector(target, (entity, id) => cache.pk(entity, id));
  let after = 0;
  for (;;) {
    const page = source.raw<CreationRow>(creationsSql, until, after);
    if (page.length === 0) break;
    for (const [id, entityId, row, body, further] of page) {
      after = id;
      const entity = entityById(entityId);
      if (entity === null) continue;
      const shown =
        further === 0
          ? { pk: id, values: decodeBody(body).fields }
          : shownRow(historyOfRow(source, row).filter((op) => op.at <= until));
      if (shown === null || shown.pk !== id) continue;
      projector.insert(entity, id, row, shown.values);
      if (referencedEntities.has(entity)) cache.add(entity, bytesToUuid(row), id);
    }
    onProgress?.(after);
  }
  settleReferences(target);
}

/** Local id of the op that created a row first, or null. */
function createdAs(source: ReadHandle, id: string, until: number): number | null {
  const sql = "SELECT id FROM op WHERE row = ? AND created = 1 AND at <= ? ORDER BY id LIMIT 1";
  return source.value<number>(sql, uuidToBytes(id), until) ?? null;
}

/** References to rows that are not shown: an optional one becomes nothing, a required one takes its row out. */
function settleReferences(target: WriteHandle): void {
  for (const entity of projectionOrder) {
    for (const { name, definition } of fieldColumns(entity)) {
      if (definition.type !== "reference" || definition.entity === undefined) continue;
      const lost = `"${name}" IS NOT NULL AND "${name}" NOT IN (SELECT pk FROM ${tableOf(definition.entity)})`;
      const table = tableOf(entity);
      target.run(
        definition.required
          ? `DELETE FROM ${table} WHERE ${lost}`
          : `UPDATE ${table} SET "${name}" = NULL WHERE ${lost}`,
      );
    }
  }
}

function clearTables(db: WriteHandle): void {
  const childrenFirst: EntityName[] = [...projectionOrder].reverse();
  for (const entity of childrenFirst) db.run(`DELETE FROM ${tableOf(entity)}`);
}

/** Empties the tables and fills them again; call it inside a transaction. */
export function rebuildInPlace(db: WriteHandle, onProgress?: (opId: number) => void): void {
  clearTables(db);
  projectLog(db, db, anyTime, onProgress);
}
