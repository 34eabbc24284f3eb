/**
 * A roster in memory, to try on it what would be done to the file: the same code, and a file that is not touched.
 *
 * The name under which it would be written plays no part, since nothing of a rehearsal is kept.
 */
import { connectReadOnly } from "./file/connect";
import { writeHandle } from "./file/handle";
import { ChangeLog, type ChangeLogEnvironment } from "./change-log";
import { copyInMemory } from "./memory-copy";
import { openRosterReadOnly, type RosterReader } from "./reader";

export interface Rehearsal extends RosterReader {
  readonly log: ChangeLog;
}

/**
 * Copies a roster into memory.
 * @throws AppError as openRosterReadOnly
 */
export function openRehearsal(path: string, environment: ChangeLogEnvironment): Rehearsal {
  openRosterReadOnly(path).close();
  const file = connectReadOnly(path);
  let db;
  try {
    db = copyInMemory(file, path);
  } finally {
    file.close();
  }
  const handle = writeHandle(db, path);
  const guard = {
    identity: new Uint8Array(48).fill(0xff),
    agrees: () => true,
    renew: () => undefined,
    record: () => undefined,
  };
  return { path, db: handle, log: new ChangeLog(handle, guard, environment), close: () => db.close() };
}
