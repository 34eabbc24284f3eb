/**
 * The rows that a file touches: in which order they are looked at, and what of the shipped lists they need.
 */
import { type EntityName, entityById } from "../../../shared/domain/entities";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { WriteHandle } from "../file/handle";
import { sql } from "../file/sql";
import { projectionOrder } from "../projection/columns";
import type { RowRefresher } from "../projection/row-refresher";
import type { StoredOp } from "../log/op-rows";
import { addShippedRow, type ShippedRow } from "../edit/shipped-rows";

export interface ArrivedRow {
  readonly entity: number;
  readonly row: Uint8Array;
  readonly ops: StoredOp[];
}

const entityOrder = new Map<EntityName, number>(projectionOrder.map((entity, place) => [entity, place]));

/** Units and posts before the people in them, people before what belongs to them. */
export function inOrder(rows: Iterable<ArrivedRow>): ArrivedRow[] {
  const place = (row: ArrivedRow): number => {
    const name = entityById(row.entity);
    return name === null ? projectionOrder.length : (entityOrder.get(name) ?? 0);
  };
  return [...rows].sort((a, b) => place(a) - place(b));
}

/**
 * Adds rows of the shipped lists that others refer to, or change, and this roster was made without.
 * @param shippedRow the shipped row of an id
 * @param rows by hex id
 * @returns hex ids of rows that came without their beginning and may have it now, and the rows that were added
 */
export function addShippedFor(
  db: WriteHandle,
  refresher: RowRefresher,
  shippedRow: (id: string) => ShippedRow | null,
  rows: ReadonlyMap<string, ArrivedRow>,
): { readonly completed: ReadonlySet<string>; readonly added: readonly Uint8Array[] } {
  const added: Uint8Array[] = [];
  const wanted = new Set<string>();
  const completed = new Set<string>();
  for (const [key, { entity, row, ops }] of rows) {
    if (entityById(entity) === null) continue;
    if (!ops.some((op) => op.create)) {
      wanted.add(bytesToUuid(row));
      completed.add(key);
    }
    for (const op of ops) for (const value of op.fields.values()) addIds(wanted, value);
  }
  // A set takes in what is added while it is walked: what a shipped row refers to comes along, in any depth.
  for (const id of wanted) {
    const query = sql`SELECT 1 FROM op WHERE row = ${uuidToBytes(id)} AND created = 1 LIMIT 1`;
    if (db.value<number>(query) !== undefined) continue;
    const row = shippedRow(id);
    if (row === null) continue;
    addShippedRow(db, refresher, row);
    added.push(uuidToBytes(id));
    for (const value of Object.values(row.fields)) addIds(wanted, value);
  }
  return { completed, added };
}

/** Row ids in the value of a reference, or of a set of references. */
function addIds(ids: Set<string>, value: unknown): void {
  if (typeof value !== "string" || value.length < 36) return;
  for (const id of value.split(" ")) if (isUuid(id)) ids.add(id);
}
