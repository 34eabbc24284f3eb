/**
 * A roster as it was known on a past day: the same tables, made from the ops written until then.
 *
 * "On 31/12/2020" has two answers, as known today and as known then; the second explains why a report that was right
 * when it was sent shows other figures now. Wall time is all there is to go by here, and only for people to read.
 */
import type { RosterReader } from "./reader";
import { sealed, temporaryDatabase } from "./file/connect";
import { readHandle, writeHandle } from "./file/handle";
import { openLog } from "./file/open-file";
import { type ProjectionWatch, projectLog, withPauses } from "./projection/rebuild";

/** Last millisecond of a day (`YYYY-MM-DD`) by this PC's clock zone, in ms since 1970. */
export function endOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + 1).getTime() - 1;
}

/**
 * Opens the state at the end of a day, made a slice at a time. It lies in a database of its own, which vanishes on
 * closing; the log and the list of changes are not in it.
 * @throws AppError as `openRosterReadOnly`; whatever `watch.pause` throws
 */
export async function openAsKnown(path: string, day: string, watch: ProjectionWatch): Promise<RosterReader> {
  const log = openLog(path);
  const db = temporaryDatabase();
  try {
    const handle = writeHandle(db, path);
    db.exec("BEGIN");
    await withPauses(projectLog(readHandle(log, path), handle, endOfDay(day)), watch);
    db.exec("COMMIT");
    return { path, db: readHandle(sealed(db), path), isCopy: true, close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  } finally {
    log.close();
  }
}
