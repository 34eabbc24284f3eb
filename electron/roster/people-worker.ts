/**
 * Reads a roster's people in a thread of its own and hands over the columns without copying them.
 *
 * Reading a quarter of a million people takes most of a second; in the main thread the window would be late by that,
 * and what the reading leaves behind in memory would stay. An entry of its own in the bundle; started by
 * worker-reading.ts only.
 */
import { appError } from "../../shared/contract/errors";
import { answerInThread } from "../files/thread";
import { openRosterReadOnly } from "./reader";
import { loadFacts } from "./read/index/load-facts";
import { NameList } from "./read/index/name-list";
import type { ReadingOrder, ReadingPiece } from "./read/index/worker-reading";

await answerInThread<ReadingOrder, ReadingPiece, void>(async ({ path, stopFlag }, tell) => {
  const pause = () => {
    if (Atomics.load(stopFlag, 0) === 1) throw appError("cancelled");
    return Promise.resolve();
  };
  const roster = await openRosterReadOnly(path, undefined, { isOpenHere: true });
  try {
    const onProgress = (done: number, total: number) => tell.piece({ kind: "progress", done, total });
    const { facts, unitPks, postPks } = await loadFacts(roster.db, { pause, onProgress });
    const data = facts.toTransferable();
    tell.piece({ kind: "facts", facts: data, unitPks, postPks }, buffersOf(...Object.values(data)));
    const list = (await NameList.load(roster.db, facts, { pause })).toTransferable();
    tell.piece({ kind: "names", list }, buffersOf(list.names, { order: list.order }));
  } finally {
    roster.close();
  }
});

/** The buffers of all columns, to be moved to the other thread. */
function buffersOf(...tables: readonly object[]): ArrayBuffer[] {
  return tables.flatMap((table) =>
    Object.values(table).flatMap((column: unknown) =>
      ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
    ),
  );
}
