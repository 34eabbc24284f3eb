/** People whose records were removed and not joined with another: they are in no table, only in the log. */
import { entities, type FieldValue } from "../../../shared/domain/entities";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { foldRow, joinTarget } from "../../../shared/sync/fold";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { historyOfRow } from "../log/op-rows";

/** More removed people than are looked at while somebody waits for a save. */
const most = 2_000;

export function removedOfficials(
  db: ReadHandle,
): { readonly id: string; readonly values: ReadonlyMap<number, FieldValue> }[] {
  const rows = db.raw<[Buffer]>(
    sql`SELECT row FROM hidden WHERE entity = ${entities.official.id} ORDER BY row LIMIT ${most}`,
  );
  return rows.flatMap(([row]) => {
    const state = foldRow(historyOfRow(db, row));
    return state.presence === "removed" && joinTarget(state) === null
      ? [{ id: bytesToUuid(row), values: state.values }]
      : [];
  });
}
