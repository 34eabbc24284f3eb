/**
 * A roster as it was known on a past day: the same tables, made from the beginning of the log that stood in it then.
 *
 * "On 31/12/2020" has two answers, as known today and as known then; the second explains why a report that was right
 * when it was sent shows other figures now. Where the beginning ends is told by read/known-cut.ts.
 */
import type { RosterReader } from "./reader";
import { sealed, temporaryDatabase } from "./file/connect";
import { readHandle, writeHandle } from "./file/handle";
import { openLog } from "./file/open-file";
import { type ProjectionWatch, projectLog, withPauses } from "./projection/rebuild";

/**
 * Opens the state after an op of a roster that this process has open, made a slice at a time. It lies in a database of its own, which vanishes on closing; the
 * log and the list of changes are not in it.
 * @param lastOp local id, see `knownCut`
 * @throws AppError as `openRosterReadOnly`; whatever `watch.pause` throws
 */
export async function openAsKnown(
  path: string,
  lastOp: number,
  watch: ProjectionWatch,
): Promise<RosterReader> {
  const { db: log, leftovers } = openLog(path, { isOpenHere: true });
  const db = temporaryDatabase();
  try {
    const handle = writeHandle(db, path);
    db.exec("BEGIN");
    await withPauses(projectLog(readHandle(log, path), handle, lastOp), watch);
    db.exec("COMMIT");
    return { path, db: readHandle(sealed(db), path), isCopy: true, leftovers, close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  } finally {
    log.close();
  }
}
