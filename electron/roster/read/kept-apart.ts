/**
 * Of whom somebody said that they are two people, however alike: one knowledge for the list of likely duplicates, the note on
 * a record and the import, so that what was said in one place is not asked in another.
 */
import { bytesToUuid } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

/** The name of a pair: both ids, the smaller first. */
export function pairId(a: string, b: string): string {
  return a < b ? `${a}+${b}` : `${b}+${a}`;
}

/** By `pairId`. */
export function pairsKeptApart(db: ReadHandle): ReadonlySet<string> {
  const pairs = db.raw<[Buffer, Buffer]>(
    sql`SELECT one.id, other.id FROM kept_apart
     JOIN official AS one ON one.pk = kept_apart.one JOIN official AS other ON other.pk = kept_apart.other`,
  );
  return new Set(pairs.map(([one, other]) => pairId(bytesToUuid(one), bytesToUuid(other))));
}
