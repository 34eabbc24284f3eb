/** As which entities a row was ever written: it must stand in the table of one of them only, the same for everybody. */
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

/** Entities as which a row was written, whether that counts or not. */
export function entitiesOfRow(db: ReadHandle, row: Uint8Array): number[] {
  return db
    .raw<[number]>(sql`SELECT DISTINCT entity FROM op WHERE row = ${row} ORDER BY entity`)
    .map(([entity]) => entity);
}
