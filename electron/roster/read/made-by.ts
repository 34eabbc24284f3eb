/**
 * Whose a row of a list is that any office may add to (posts, layouts): it is that office's and of those below it.
 *
 * Everybody sees such rows, since people are entered with them; but an office that neither made a row nor stands below
 * its maker must see whose it is, and never take it for one of its own by a name or key that its maker chose.
 */
import { entityDefinition, type EntityName } from "../../../shared/domain/entities";
import { isNobody } from "../../../shared/sync/authority/types";
import { uuidToBytes } from "../../../shared/sync/bytes";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";
import { writerName } from "../log/op-rows";
import { judgeOf } from "../log/standings";

const keyLength = 64;

/** Of a row that no list ships. */
export interface Maker {
  /** UUID of the unit for which its maker speaks. */
  readonly unit: string;
  /** Whether the maker is our own office or stands above it, so that the row is ours too. */
  readonly isOurs: boolean;
}

/**
 * The makers of rows that no list ships; the others, and all rows of lists that only the highest office adds to, have none.
 * @param log holds the log; of a roster as it was known on a past day, the roster itself
 * @param ids UUIDs
 */
export function makersOf(log: ReadHandle, entity: EntityName, ids: readonly string[]): Map<string, Maker> {
  const makers = new Map<string, Maker>();
  if (entityDefinition(entity).authority !== "maker") return makers;
  const made = ids.filter((id) => isMade(log, id));
  if (made.length === 0) return makers;
  const judge = judgeOf(log);
  const { offices } = judge;
  for (const id of made) {
    const keys = judge.makersOf(id).filter((key) => !isNobody(key));
    const [unit] = keys.flatMap((key) => [...offices.unitsOf(key)]).sort();
    if (unit === undefined) continue;
    const isOurs = keys.some(
      (key) => offices.isTop(key) || offices.reader.units.some((own) => offices.covers(key, own)),
    );
    makers.set(id, { unit, isOurs });
  }
  return makers;
}

/** Of rows that a key means, those that are ours; where none is, all of them. */
export function oursFirst<Row extends { readonly id: string }>(
  rows: readonly Row[],
  makerOf: (row: Row) => Maker | null,
): readonly Row[] {
  const ours = rows.filter((row) => makerOf(row)?.isOurs !== false);
  return ours.length > 0 ? ours : rows;
}

/** Whether anybody but the program itself made a row. */
function isMade(log: ReadHandle, id: string): boolean {
  return log
    .raw<[Buffer]>(sql`
      SELECT DISTINCT writer.identity FROM op JOIN writer ON writer.id = op.writer
      WHERE op.row = ${uuidToBytes(id)} AND op.created = 1`)
    .some(([identity]) => !isNobody(writerName(identity).slice(0, keyLength)));
}
