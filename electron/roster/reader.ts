/** Opens a roster for reading. */
import { type Looking, openLog } from "./file/open-file";
import { type ReadHandle, readHandle } from "./file/handle";
import type { ProjectionWatch } from "./projection/rebuild";
import { isCurrent } from "./projection/shape";
import { copyInMemory } from "./up-to-date";

/** A roster that can be read. */
export interface RosterReader {
  readonly path: string;
  readonly db: ReadHandle;
  /** Whether it is read from a database of its own, so that whoever opens the file again does not see the same. */
  readonly isCopy: boolean;
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
  const log = openLog(path, looking);
  const reader = readHandle(log, path);
  if (isCurrent(reader)) return { path, db: reader, isCopy: false, close: () => log.close() };
  try {
    const copy = await copyInMemory(log, path, watch);
    return { path, db: readHandle(copy, path), isCopy: true, close: () => copy.close() };
  } finally {
    log.close();
  }
}
