/**
 * A roster copied into memory and brought up to date there: for looking into one that an older program wrote, and for
 * trying on it what would be done to the file. The file itself is not touched.
 */
import { type Connection, copyOf } from "./file/connect";
import { writeHandle } from "./file/handle";
import { migrate } from "./file/migrations/migrate";
import { rebuildInPlace } from "./projection/rebuild";

/**
 * @param source a connection to the roster; closed by the caller
 * @param path what error sentences name
 */
export function copyInMemory(source: Connection, path: string): Connection {
  const db = copyOf(source);
  const handle = writeHandle(db, path);
  if (migrate(db, path)) handle.transaction(() => rebuildInPlace(handle));
  return db;
}
