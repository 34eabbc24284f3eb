/** The last ops that a roster held of a key, line by line: up to there they count when the key is revoked. */
import { toHex } from "../../../shared/sync/bytes";
import type { LastCounted } from "../../../shared/sync/authority/revoked";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { writersByKey } from "./offices";

/**
 * @param key hex
 * @param lastOp local id of the last op that is looked at; null: all of them
 */
export function lastOpsOf(db: ReadHandle, key: string, lastOp: number | null): LastCounted[] {
  return (writersByKey(db).get(key) ?? []).flatMap(({ id, identity }) => {
    const end = db.get<{ seq: number; hash: Buffer }>(sql`
      SELECT seq, hash FROM op WHERE writer = ${id} AND id <= ${lastOp ?? Number.MAX_SAFE_INTEGER}
      ORDER BY seq DESC LIMIT 1`);
    return end === undefined ? [] : [{ writer: toHex(identity), seq: end.seq, hash: toHex(end.hash) }];
  });
}
