/**
 * Work that a thread of its own does: how its two ends talk. The thread tells how far it is, hands over what it has piece
 * by piece and ends with a result or a failure as data; this side answers only once the thread is gone, since its files are
 * open until then.
 */
import { parentPort, type ResourceLimits, Worker, workerData } from "node:worker_threads";
import { AppError, appError, type ErrorData, errorDataSchema } from "../../shared/contract/errors";

/** What the thread tells; the last two end it. */
type Report<Piece, Result> =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "piece"; readonly piece: Piece }
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "failed"; readonly error: ErrorData };

/** What the work tells while it goes on. */
export interface Teller<Piece> {
  /** @param share of the whole, 0 to 1 */
  readonly progress: (share: number) => void;
  /** @param moved buffers that go over without being copied */
  readonly piece: (piece: Piece, moved?: readonly ArrayBuffer[]) => void;
}

/**
 * The thread's end: does the work that it was started for. A failure that is none of the program's own ends the thread.
 * @param work is handed what the thread was started with
 */
export async function answerInThread<Order, Piece, Result>(
  work: (order: Order, tell: Teller<Piece>) => Result | Promise<Result>,
): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error("Only a thread of the program runs this");
  const report = (message: Report<Piece, Result>, moved: readonly ArrayBuffer[] = []) =>
    port.postMessage(message, moved);
  try {
    const result = await work(workerData as Order, {
      progress: (share) => report({ kind: "progress", share }),
      piece: (piece, moved) => report({ kind: "piece", piece }, moved),
    });
    report({ kind: "done", result });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    report({ kind: "failed", error: error.toData() });
  }
}

export interface ThreadTask<Order, Piece> {
  /** What the thread is started with; what is shared in it stays shared. */
  readonly order: Order;
  readonly resourceLimits?: ResourceLimits;
  /** Ends the thread wherever it is; whoever waits is refused with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly onPiece?: (piece: Piece) => void;
  /** What a failure that is none of the program's own is told as; left out: as it is. */
  readonly failureOf?: (error: unknown) => unknown;
}

/**
 * This end: has the work done in a thread.
 * @param script the bundled thread
 * @throws AppError that the work ended with; `cancelled` where the signal ended it, `work-ended` where the thread is gone
 * without a word
 */
export function inThread<Order, Piece, Result>(
  script: URL,
  { order, signal, onProgress, onPiece, failureOf = (error) => error, ...limits }: ThreadTask<Order, Piece>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: order, ...limits });
    const stop = () => void worker.terminate();
    let end: () => void = () => reject(appError(signal?.aborted === true ? "cancelled" : "work-ended"));
    worker.on("message", (report: Report<Piece, Result>) => {
      switch (report.kind) {
        case "progress":
          onProgress?.(report.share);
          break;
        case "piece":
          onPiece?.(report.piece);
          break;
        case "done":
          end = () => resolve(report.result);
          break;
        case "failed":
          end = () => reject(new AppError(errorDataSchema.parse(report.error)));
          break;
      }
    });
    worker.on("error", (error) => {
      end = () => reject(failureOf(error));
    });
    worker.on("messageerror", () => {
      end = () => reject(appError("work-ended"));
      stop();
    });
    worker.once("exit", () => {
      signal?.removeEventListener("abort", stop);
      end();
    });
    signal?.addEventListener("abort", stop);
    if (signal?.aborted === true) stop();
  });
}
