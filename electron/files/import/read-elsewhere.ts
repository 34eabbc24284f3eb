/**
 * Reads a workbook and its codes in a thread of its own, so that the window goes on, shows how far it is and can break it
 * off: a workbook that fills the thread's memory or never ends takes the thread with it, not the program. Loads none of the
 * readers itself, as the program's start loads this.
 */
import type { DecodedWorkbook } from "../../../shared/import/encoding";
import type { Sheet, SheetRow, Workbook } from "../../../shared/import/workbook";
import { inThread } from "../thread";
import { limits, Reading, type ReadingWatch } from "./reading";
import type { WorkbookSource } from "./read-workbook";

/**
 * @returns the workbook with its texts in Unicode, and what is doubtful
 * @throws AppError as `readWorkbookHere`
 */
export type ReadWorkbook = (source: WorkbookSource, watch?: ReadingWatch) => Promise<DecodedWorkbook>;

/** The workbook as it comes over, in slices none of which keeps this side long. */
export type WorkbookPiece =
  | { readonly kind: "sheets"; readonly workbook: Workbook }
  | { readonly kind: "rows"; readonly sheet: number; readonly rows: readonly SheetRow[] };

/** What is told of it once it is there. */
export type Found = Omit<DecodedWorkbook, "workbook">;

/** A thread that is this much later than it may be does not answer any more. */
const grace = 30_000;

/** @param script the bundled workbook-worker */
export function readingWorkbooksBy(script: URL): ReadWorkbook {
  return async (source, watch = {}) => {
    const reading = new Reading(source.kind === "file" ? source.path : source.name);
    const gathered = new GatheredWorkbook();
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), limits.minutes * 60_000 + grace);
    try {
      const found = await inThread<WorkbookSource, WorkbookPiece, Found>(script, {
        order: source,
        resourceLimits: { maxOldGenerationSizeMb: limits.memory },
        signal: AbortSignal.any([late.signal, ...(watch.signal === undefined ? [] : [watch.signal])]),
        onProgress: watch.onProgress,
        onPiece: (piece) => gathered.take(piece),
        failureOf: (error) => (isFull(error) ? reading.tooLarge("memory") : error),
      });
      return { ...found, workbook: gathered.workbook() };
    } catch (error) {
      throw late.signal.aborted ? reading.tooLarge("minutes") : error;
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Whether a thread ended because its memory was. */
function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** Puts the slices together again. */
class GatheredWorkbook {
  #head: Workbook | null = null;
  readonly #rows: SheetRow[][] = [];

  take(piece: WorkbookPiece): void {
    if (piece.kind === "sheets") {
      this.#head = piece.workbook;
      this.#rows.push(...piece.workbook.sheets.map(() => []));
    } else {
      for (const row of piece.rows) this.#rows[piece.sheet]?.push(row);
    }
  }

  workbook(): Workbook {
    if (this.#head === null) throw new Error("No workbook was told");
    const sheets = this.#head.sheets.map((sheet, at): Sheet => ({ ...sheet, rows: this.#rows[at] ?? [] }));
    return { ...this.#head, sheets };
  }
}
