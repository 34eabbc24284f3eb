/** Where a person's record is found that went up in another one: whoever still has the old one must be led to it. */
import { bytesToUuid, uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

/** @returns the id of the record that stands for one that was joined; null where it was not, or none stands */
export function recordJoinedInto(db: ReadHandle, id: string): string | null {
  const seen = new Set<string>([id]);
  for (let at: Uint8Array | undefined = uuidToBytes(id); ; ) {
    at = db.value<Buffer>(
      sql`SELECT target FROM unresolved WHERE row = ${at} AND field = 0 AND state = 'joined'`,
    );
    if (at === undefined) return null;
    const next = bytesToUuid(at);
    if (seen.has(next)) return null;
    seen.add(next);
    if (db.value(sql`SELECT 1 FROM official WHERE id = ${at}`) !== undefined) return next;
  }
}
