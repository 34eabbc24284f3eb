/** Opens a roster for reading. */
import type { Leftover } from "./file/leftovers";
import { type Looking, openLog } from "./file/open-file";
import { type ReadHandle, readHandle } from "./file/handle";
import type { ProjectionWatch } from "./projection/rebuild";
import { isCurrent } from "./projection/shape";
import { copyInMemory } from "./up-to-date";

/** A roster that can be read. */
export interface RosterReader {
  readonly path: string;
  readonly db: ReadHandle;
  /** Holds the log where `db` does not: the roster itself, where this is what was known of it on a past day. */
  readonly log?: ReadHandle;
  /** Whether it is read from a database of its own, so that whoever opens the file again does not see the same. */
  readonly isCopy: boolean;
  /** What lies beside the file under SQLite's names, is not this roster's, and was passed over. */
  readonly leftovers: readonly Leftover[];
  close(): void;
}

/**
 * Opens a roster for reading, also while another program writes into it. One with tables of another registry must not be
 * changed by looking: it is read from a copy in memory that is brought up to date.
 * @throws AppError `roster-missing`, `roster-foreign`, `roster-newer`, `roster-damaged`, `roster-readonly`, and what the
 *   watch's `pause` throws
 */
export async function openRosterReadOnly(
  path: string,
  watch?: ProjectionWatch,
  looking?: Looking,
): Promise<RosterReader> {
  const { db, isCopy, leftovers } = openLog(path, looking);
  const reader = readHandle(db, path);
  if (isCurrent(reader)) return { path, db: reader, isCopy, leftovers, close: () => db.close() };
  try {
    const copy = await copyInMemory(db, path, watch);
    return { path, db: readHandle(copy, path), isCopy: true, leftovers, close: () => copy.close() };
  } finally {
    db.close();
  }
}
