/**
 * A roster as it was known on a past day: the same tables, made from the ops written until then.
 *
 * "On 31/12/2020" has two answers, as known today and as known then; the second explains why a report that was right
 * when it was sent shows other figures now. Wall time is all there is to go by here, and only for people to read.
 */
import { endOfHanoiDay } from "../../shared/domain/hanoi-time";
import type { RosterReader } from "./reader";
import { sealed, temporaryDatabase } from "./file/connect";
import { readHandle, writeHandle } from "./file/handle";
import { openLog } from "./file/open-file";
import { type ProjectionWatch, projectLog, withPauses } from "./projection/rebuild";

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
    await withPauses(projectLog(readHandle(log, path), handle, endOfHanoiDay(day)), watch);
    db.exec("COMMIT");
    return { path, db: readHandle(sealed(db), path), isCopy: true, close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  } finally {
    log.close();
  }
}
