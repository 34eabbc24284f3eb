/**
 * What a log says, made in tables of their own beside those of the roster, to be compared with them and then forgotten.
 *
 * Making some forty tables with their indexes and preparing all that writes them takes longer than filling them from the
 * log of a commune. So for ordinary rosters the empty tables are made once a process; what was filled in is taken back.
 */
import { type Connection, scratchDatabase, temporaryDatabase } from "../file/connect";
import { type ReadHandle, type WriteHandle, writeHandle } from "../file/handle";
import { atOnce, fillTables, highestOp, projectLog, type WhenJudged } from "./rebuild";
import { createIndexes, createTables } from "./schema";

/** Ops of logs that are read into the kept tables: with many more, indexes are made faster once the rows are there. */
const mostOps = 20_000;

interface Kept {
  readonly db: Connection;
  readonly handle: WriteHandle;
}

let kept: Kept | null = null;

function keptTables(): Kept {
  if (kept !== null) return kept;
  const db = scratchDatabase();
  const handle = writeHandle(db, "");
  createTables(handle);
  createIndexes(handle);
  kept = { db, handle };
  return kept;
}

/**
 * @param judged is told how every op stands
 * @param step is called every few thousand ops
 * @param work looks at the tables, which are gone afterwards
 * @throws AppError `roster-damaged`; whatever `work` throws
 */
export function withTablesAside<T>(
  source: ReadHandle,
  judged: WhenJudged,
  step: () => void,
  work: (tables: ReadHandle) => T,
): T {
  const lastOp = highestOp(source);
  if (lastOp > mostOps) return inTablesOfTheirOwn(source, judged, step, work);
  const { db, handle } = keptTables();
  db.exec("BEGIN");
  try {
    atOnce(fillTables(source, handle, lastOp, judged), step);
    return work(handle);
  } finally {
    if (db.inTransaction) db.exec("ROLLBACK");
  }
}

function inTablesOfTheirOwn<T>(
  source: ReadHandle,
  judged: WhenJudged,
  step: () => void,
  work: (tables: ReadHandle) => T,
): T {
  const db = temporaryDatabase();
  try {
    const handle = writeHandle(db, "");
    handle.transaction(() => atOnce(projectLog(source, handle, undefined, judged), step));
    return work(handle);
  } finally {
    db.close();
  }
}
