/** Has a roster's people read in another thread (people-worker.ts) and takes over what it finds. */
import type { TransferableFacts } from "../../../../shared/statistics/fact-columns";
import { Facts } from "../../../../shared/statistics/facts";
import { inThread } from "../../../files/thread";
import type { LoadedFacts } from "./load-facts";
import { NameList, type TransferableNameList } from "./name-list";
import type { PeopleReading, StartReading } from "./people-reading";

/** What the thread is told. */
export interface ReadingOrder {
  readonly path: string;
  /** Shared; 1 in its only place asks the thread to stop at the next pause. */
  readonly stopFlag: Int32Array;
}

/** What the thread hands over, in this order. */
export type ReadingPiece =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | {
      readonly kind: "facts";
      readonly facts: TransferableFacts;
      readonly unitPks: Int32Array;
      readonly postPks: Int32Array;
    }
  | { readonly kind: "names"; readonly list: TransferableNameList };

/** @param script the bundled people-worker */
export function readingBy(script: URL): StartReading {
  return (path, onProgress) => startWorker(script, path, onProgress);
}

function startWorker(
  script: URL,
  path: string,
  onProgress: (done: number, total: number) => void,
): PeopleReading {
  const stopFlag = new Int32Array(new SharedArrayBuffer(4));
  const facts = deferred<LoadedFacts>();
  const names = deferred<NameList>();
  const onPiece = (piece: ReadingPiece) => {
    switch (piece.kind) {
      case "progress":
        onProgress(piece.done, piece.total);
        break;
      case "facts":
        facts.resolve({ ...piece, facts: Facts.fromTransferable(piece.facts) });
        break;
      case "names":
        names.resolve(NameList.fromTransferable(piece.list));
        break;
    }
  };
  const ended = inThread<ReadingOrder, ReadingPiece, void>(script, {
    order: { path, stopFlag },
    onPiece,
  }).catch((error: unknown) => {
    facts.reject(error);
    names.reject(error);
  });
  // Who asks for facts or names is told of a failure; there may be nobody.
  facts.promise.catch(() => undefined);
  names.promise.catch(() => undefined);
  return {
    facts: facts.promise,
    names: names.promise,
    stop: () => {
      Atomics.store(stopFlag, 0, 1);
      return ended;
    },
  };
}

/** A promise that is settled from outside; the platform's own came after the oldest Node that is supported. */
function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((one, other) => {
    resolve = one;
    reject = other;
  });
  return { promise, resolve, reject };
}
