/**
 * A roster as it was known on a past day: the same tables, made from the ops written until then.
 *
 * "On 31/12/2020" has two answers, as known today and as known then; the second explains why a report that was right
 * when it was sent shows other figures now. Wall time is all there is to go by here, and only for people to read.
 */
import { openRosterReadOnly, type RosterReader } from "./reader";
import { temporaryDatabase } from "./file/connect";
import { readHandle, writeHandle } from "./file/handle";
import { projectLog } from "./projection/rebuild";

/** Last millisecond of a day (`YYYY-MM-DD`) by this PC's clock zone, in ms since 1970. */
function endOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + 1).getTime() - 1;
}

/**
 * Opens the state at the end of a day. It is made in a database of its own, which vanishes on closing; the log and the
 * list of changes are not in it.
 * @throws AppError as `openRosterReadOnly`
 */
export function openAsKnown(path: string, day: string, onProgress?: (opId: number) => void): RosterReader {
  const roster = openRosterReadOnly(path);
  try {
    const db = temporaryDatabase();
    const handle = writeHandle(db, path);
    handle.transaction(() => projectLog(roster.db, handle, endOfDay(day), onProgress));
    db.pragma("query_only = ON");
    return { path, db: readHandle(db, path), close: () => db.close() };
  } finally {
    roster.close();
  }
}
