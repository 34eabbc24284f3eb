/**
 * Brings a roster to what this program works with: the steps that the log lacks, and tables made anew where they were
 * made from another registry. The one way for the file itself and for copies of it in memory.
 */
import { appError } from "../../shared/contract/errors";
import { type Connection, copyOf } from "./file/connect";
import { writeHandle } from "./file/handle";
import { migrate } from "./file/migrations/migrate";
import { ReferenceFault, remaking } from "./file/remake";
import { ProjectionFault, type ProjectionWatch, projectAnew, withPauses } from "./projection/rebuild";
import { isCurrent } from "./projection/shape";

/** For who does not ask how far it is and has nothing else to do. */
export const patient: ProjectionWatch = { pause: () => Promise.resolve() };

/**
 * @param path what error sentences name
 * @throws AppError `roster-newer`; `roster-damaged` where the tables did not say what the log says; whatever the watch's
 *   `pause` throws. The tables are then as they were.
 */
export async function bringUpToDate(db: Connection, path: string, watch = patient): Promise<void> {
  migrate(db, path);
  const handle = writeHandle(db, path);
  if (isCurrent(handle)) return;
  try {
    await remaking(db, () => withPauses(projectAnew(handle), watch));
  } catch (error) {
    const isFault = error instanceof ProjectionFault || error instanceof ReferenceFault;
    throw isFault ? appError("roster-damaged", { path }, error) : error;
  }
}

/**
 * A roster copied into memory and brought up to date there. The file itself is not touched.
 * @param source a connection to the roster; closed by the caller
 */
export async function copyInMemory(
  source: Connection,
  path: string,
  watch?: ProjectionWatch,
): Promise<Connection> {
  const db = copyOf(source);
  try {
    await bringUpToDate(db, path, watch);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
