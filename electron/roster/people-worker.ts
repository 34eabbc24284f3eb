/**
 * Reads a roster's people in a thread of its own and hands over the columns without copying them.
 *
 * Reading a quarter of a million people takes most of a second; in the main thread the window would be late by that,
 * and what the reading leaves behind in memory would stay. An entry of its own in the bundle; started by
 * worker-reading.ts only.
 */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { AppError, appError } from "../../shared/contract/errors";
import { openRosterReadOnly } from "./reader";
import { loadFacts } from "./read/index/load-facts";
import { NameList } from "./read/index/name-list";
import type { ReadingRequest, ReadingReport } from "./read/index/worker-reading";

if (parentPort === null) throw new Error("Only a thread of the program runs this");
await read(parentPort, workerData as ReadingRequest);

async function read(port: MessagePort, { path, stopFlag }: ReadingRequest): Promise<void> {
  const report = (message: ReadingReport, buffers: ArrayBuffer[] = []) => port.postMessage(message, buffers);
  const pause = () => {
    if (Atomics.load(stopFlag, 0) === 1) throw appError("cancelled");
    return Promise.resolve();
  };
  try {
    const roster = await openRosterReadOnly(path, undefined, { isOpenHere: true });
    try {
      const onProgress = (done: number, total: number) => report({ kind: "progress", done, total });
      const { facts, unitPks, postPks } = await loadFacts(roster.db, { pause, onProgress });
      const data = facts.toTransferable();
      report({ kind: "facts", facts: data, unitPks, postPks }, buffersOf(...Object.values(data)));
      const list = (await NameList.load(roster.db, facts, { pause })).toTransferable();
      report({ kind: "names", list }, buffersOf(list.names, { order: list.order }));
    } finally {
      roster.close();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    report({ kind: "failed", error: error.toData() });
  }
}

/** The buffers of all columns, to be moved to the other thread. */
function buffersOf(...tables: readonly object[]): ArrayBuffer[] {
  return tables.flatMap((table) =>
    Object.values(table).flatMap((column: unknown) =>
      ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
    ),
  );
}
