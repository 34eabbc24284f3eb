/**
 * Makes the entity tables from the log alone.
 *
 * This is what makes the log the truth: `verify` compares the result with the tables, "as known on" builds them from
 * the ops of a past day, and a program that knows more fields shows what older ones only carried.
 */
import { type EntityName, entityById, presenceField } from "../../../shared/domain/entities";
import { decodeBody } from "../../../shared/sync/op-codec";
import type { ReadHandle, WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { projectionOrder, tableOf } from "./columns";
import { RowRefresher } from "./row-refresher";

type FirstRow = readonly [
  id: number,
  entity: number,
  row: Buffer,
  created: number,
  body: Buffer,
  further: number,
];

/** The first op that counts of each row in order, with whether the row has others: one of a single op needs no second reading. */
const firstsSql = (until: number, after: number) => sql`
  SELECT id, entity, row, created, body,
         EXISTS (SELECT 1 FROM op AS other WHERE other.row = op.row AND other.id > op.id)
  FROM op
  WHERE at <= ${until} AND id > ${after} 
    AND NOT EXISTS (SELECT 1 FROM op AS other WHERE other.row = op.row AND other.id < op.id AND other.at <= ${until})
  ORDER BY id
  LIMIT 2000`;
const anyTime = Number.MAX_SAFE_INTEGER;

/** What is read from the log beside the entity tables. */
const listTables = ["conflict", "unresolved", "hidden", "waiting"];

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
  const refresher = new RowRefresher(source, target, { until });
  let after = 0;
  for (;;) {
    const page = source.raw<FirstRow>(firstsSql(until, after));
    if (page.length === 0) return;
    for (const [id, entityId, row, created, body, further] of page) {
      after = id;
      const entity = entityById(entityId);
      const fields = further === 0 && created === 1 ? decodeBody(body).fields : null;
      if (fields !== null && entity !== null && !fields.has(presenceField)) {
        refresher.insertNew(entity, id, row, fields);
      } else {
        refresher.refresh(entityId, row);
      }
    }
    onProgress?.(after);
  }
}

function clearTables(db: WriteHandle): void {
  const childrenFirst: EntityName[] = [...projectionOrder].reverse();
  for (const table of [...listTables, ...childrenFirst.map(tableOf)])
    db.run(sql`DELETE FROM ${sql.name(table)}`);
}

/** Empties the tables and fills them again; call it inside a transaction. */
export function rebuildInPlace(db: WriteHandle, onProgress?: (opId: number) => void): void {
  clearTables(db);
  projectLog(db, db, anyTime, onProgress);
}
