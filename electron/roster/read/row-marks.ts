/** Which fields of some rows are in conflict: for lists that show many rows at once. */
import { entityById, fieldNameById } from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

/** @param ids UUIDs @returns `<row> <field>` of every field with an open conflict */
export function conflictFields(db: ReadHandle, ids: readonly string[]): ReadonlySet<string> {
  const any = db.value<number>(sql`SELECT 1 FROM conflict LIMIT 1`);
  if (any === undefined) return new Set();
  const rows = db.raw<[Buffer, number, number]>(sql`
    SELECT conflict.row, conflict.field, conflict.entity
    FROM json_each(${JSON.stringify(ids)}) AS wanted
    JOIN conflict ON conflict.row = unhex(replace(wanted.value, '-', ''))`);
  return new Set(
    rows.flatMap(([row, field, entityId]) => {
      const entity = entityById(entityId);
      const name = entity === null ? null : fieldNameById(entity, field);
      return name === null ? [] : [`${bytesToUuid(row)} ${name}`];
    }),
  );
}
