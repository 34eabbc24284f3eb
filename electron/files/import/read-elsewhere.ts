/**
 * Reads a workbook and its codes in a thread of its own, so that the window goes on, shows how far it is and can break it
 * off: a workbook that fills the thread's memory or never ends takes the thread with it, not the program. Loads none of the
 * readers itself, as the program's start loads this.
 */
import { Worker } from "node:worker_threads";
import { AppError, appError, type ErrorData, errorDataSchema } from "../../../shared/contract/errors";
import type { DecodedWorkbook } from "../../../shared/import/encoding";
import type { Sheet, SheetRow, Workbook } from "../../../shared/import/workbook";
import { limits, Reading, type ReadingWatch } from "./reading";
import type { WorkbookSource } from "./read-workbook";

/**
 * @returns the workbook with its texts in Unicode, and what is doubtful
 * @throws AppError as `readWorkbookHere`
 */
export type ReadWorkbook = (source: WorkbookSource, watch?: ReadingWatch) => Promise<DecodedWorkbook>;

/** What the thread tells: how far it is, then the workbook in slices, none of which keeps the other side long. */
export type WorkbookReport =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "sheets"; readonly workbook: Workbook }
  | { readonly kind: "rows"; readonly sheet: number; readonly rows: readonly SheetRow[] }
  | { readonly kind: "read"; readonly found: Omit<DecodedWorkbook, "workbook"> }
  | { readonly kind: "failed"; readonly error: ErrorData };

/** A thread that is this much later than it may be does not answer any more. */
const grace = 30_000;

/** @param script the bundled workbook-worker */
export function readingWorkbooksBy(script: URL): ReadWorkbook {
  return (source, watch = {}) =>
    new Promise((resolve, reject) => {
      const reading = new Reading(source.kind === "file" ? source.path : source.name);
      const resourceLimits = { maxOldGenerationSizeMb: limits.memory };
      const worker = new Worker(script, { workerData: source, resourceLimits });
      let end: () => void = () => reject(appError("cancelled"));
      const stop = () => void worker.terminate();
      const late = setTimeout(
        () => {
          end = () => reject(reading.tooLarge("minutes"));
          stop();
        },
        limits.minutes * 60_000 + grace,
      );
      const gathered = new GatheredWorkbook();
      worker.on("message", (report: WorkbookReport) => {
        if (report.kind === "progress") watch.onProgress?.(report.share);
        else if (report.kind === "failed")
          end = () => reject(new AppError(errorDataSchema.parse(report.error)));
        else if (report.kind === "read")
          end = () => resolve({ ...report.found, workbook: gathered.workbook() });
        else gathered.take(report);
      });
      worker.on("error", (error) => {
        const isFull = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        end = () => reject(isFull ? reading.tooLarge("memory") : error);
      });
      worker.once("exit", () => {
        clearTimeout(late);
        watch.signal?.removeEventListener("abort", stop);
        end();
      });
      watch.signal?.addEventListener("abort", stop);
      if (watch.signal?.aborted === true) stop();
    });
}

/** Puts the slices together again. */
class GatheredWorkbook {
  #head: Workbook | null = null;
  readonly #rows: SheetRow[][] = [];

  take(report: Extract<WorkbookReport, { kind: "sheets" | "rows" }>): void {
    if (report.kind === "sheets") {
      this.#head = report.workbook;
      this.#rows.push(...report.workbook.sheets.map(() => []));
    } else {
      for (const row of report.rows) this.#rows[report.sheet]?.push(row);
    }
  }

  workbook(): Workbook {
    if (this.#head === null) throw new Error("No workbook was told");
    const sheets = this.#head.sheets.map((sheet, at): Sheet => ({ ...sheet, rows: this.#rows[at] ?? [] }));
    return { ...this.#head, sheets };
  }
}
