/**
 * A roster copied into memory and brought up to date there: for looking into one that an older program wrote, and for
 * trying on it what would be done to the file. The file itself is not touched.
 */
import DatabaseConstructor from "better-sqlite3";
import type Database from "better-sqlite3";
import { writeHandle } from "./handle";
import { migrate } from "./migrations/migrate";
import { rebuildInPlace } from "./projection/rebuild";

/** Bytes 18 and 19 of the head: how the file is written and read; 1 is without a log beside it. */
const formatAt = [18, 19] as const;

/**
 * @param source a connection to the roster; closed by the caller
 * @param path what error sentences name
 */
export function copyInMemory(source: Database.Database, path: string): Database.Database {
  const copy = source.serialize();
  for (const place of formatAt) copy[place] = 1;
  const db = new DatabaseConstructor(copy);
  db.pragma("foreign_keys = ON");
  const handle = writeHandle(db, path);
  if (migrate(db, path)) handle.transaction(() => rebuildInPlace(handle));
  return db;
}
