/**
 * A roster in memory, to try on it what would be done to the file: the same code, and a file that is not touched.
 *
 * The name under which it would be written plays no part, since nothing of a rehearsal is kept.
 */
import { writeHandle } from "./file/handle";
import { openLog, saveCopy } from "./file/open-file";
import { ChangeLog, type ChangeLogEnvironment, unguarded } from "./change-log";
import type { ProjectionWatch } from "./projection/rebuild";
import type { Roster } from "./roster";
import { copyInMemory } from "./up-to-date";

/**
 * Copies a roster into memory.
 * @throws AppError as openRosterReadOnly
 */
export async function openRehearsal(
  path: string,
  environment: ChangeLogEnvironment,
  watch?: ProjectionWatch,
): Promise<Roster> {
  const { db: file, leftovers } = openLog(path);
  let db;
  try {
    db = await copyInMemory(file, path, watch);
  } finally {
    file.close();
  }
  const handle = writeHandle(db, path);
  const guard = unguarded(new Uint8Array(48).fill(0xff));
  return {
    path,
    db: handle,
    log: new ChangeLog(handle, guard, environment),
    writer: { name: "", outcome: "first" },
    leftovers,
    catchUp: () => undefined,
    saveCopy: (target) => saveCopy(db, target, null),
    close: async () => void db.close(),
  };
}
