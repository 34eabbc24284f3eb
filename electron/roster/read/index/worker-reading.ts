/** Has a roster's people read in another thread (people-worker.ts) and takes over what it finds. */
import { Worker } from "node:worker_threads";
import { AppError, errorDataSchema, type ErrorData } from "../../../../shared/contract/errors";
import type { TransferableFacts } from "../../../../shared/statistics/fact-columns";
import { Facts } from "../../../../shared/statistics/facts";
import type { LoadedFacts } from "./load-facts";
import { NameList, type TransferableNameList } from "./name-list";
import type { PeopleReading, StartReading } from "./people-reading";

/** What the thread is told. */
export interface ReadingRequest {
  readonly path: string;
  /** Shared; 1 in its only place asks the thread to stop at the next pause. */
  readonly stopFlag: Int32Array;
}

/** What the thread tells, in this order; `failed` ends it. */
export type ReadingReport =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | {
      readonly kind: "facts";
      readonly facts: TransferableFacts;
      readonly unitPks: Int32Array;
      readonly postPks: Int32Array;
    }
  | { readonly kind: "names"; readonly list: TransferableNameList }
  | { readonly kind: "failed"; readonly error: ErrorData };

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
  const request: ReadingRequest = { path, stopFlag };
  const worker = new Worker(script, { workerData: request });
  const facts = deferred<LoadedFacts>();
  const names = deferred<NameList>();
  const fail = (error: unknown) => {
    facts.reject(error);
    names.reject(error);
  };
  worker.on("message", (report: ReadingReport) => {
    switch (report.kind) {
      case "progress":
        onProgress(report.done, report.total);
        break;
      case "facts":
        facts.resolve({ ...report, facts: Facts.fromTransferable(report.facts) });
        break;
      case "names":
        names.resolve(NameList.fromTransferable(report.list));
        break;
      case "failed":
        fail(new AppError(errorDataSchema.parse(report.error)));
        break;
    }
  });
  worker.on("error", fail);
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
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
