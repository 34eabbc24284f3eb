/**
 * Up to which op of the log the roster was known at the end of a day.
 *
 * What counts is when an op came to stand in this roster: by being written here, or by the reception that brought it; its
 * author's clock, on another PC, says nothing of that. Both times are this roster's own and travel nowhere. Since ops are
 * numbered as they come, what was known on a day is always a beginning of the log.
 */
import { hanoiDay } from "../../../shared/domain/hanoi-time";
import { placedEntries } from "../../../shared/sync/known-days";
import type { ReadHandle } from "../file/handle";
import { sql } from "../file/sql";

export interface KnownCut {
  /** Local id of the last op that was known. */
  readonly lastOp: number;
  /** Entries that count in this answer, or do not, against what their clocks say. */
  readonly doubted: number;
  /** The first day from whose end on anything is known. */
  readonly began: string;
}

type Entry = readonly [firstOp: number, at: number];

/** Everything that came at one moment, in the order of the log: own changes, and receptions that stand. */
function entries(db: ReadHandle): Entry[] {
  return db.raw<[number, number]>(sql`
    SELECT id AS first_op, at FROM change WHERE reception IS NULL
    UNION ALL
    SELECT first_op, at FROM reception WHERE undone_at IS NULL AND first_op IS NOT NULL
    ORDER BY first_op`);
}

/**
 * @param day `YYYY-MM-DD`
 * @param today as `day`
 */
export function knownCut(db: ReadHandle, day: string, today: string): KnownCut {
  const all = entries(db);
  const clocks = all.map(([, at]) => hanoiDay(at));
  const placed = placedEntries(clocks, today);
  const isKnown = (place: number) => (placed[place]?.day ?? "9999") <= day;
  const next = all.findIndex((_, place) => !isKnown(place));
  const lastOp =
    next === -1 ? (db.value<number>(sql`SELECT max(id) FROM op`) ?? 0) : (all[next]?.[0] ?? 1) - 1;
  const doubted = placed.filter(
    (one, place) => one.doubted && isKnown(place) !== (clocks[place] ?? "") <= day,
  ).length;
  return { lastOp, doubted, began: placed[0]?.day ?? today };
}
