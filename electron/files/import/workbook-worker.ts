/**
 * The thread that reads a workbook: values, fonts and codes, then hands all over in slices. An entry of its own in the
 * bundle; started by read-elsewhere.ts only.
 */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { AppError } from "../../../shared/contract/errors";
import { readWorkbookInThread } from "./read-decoded";
import type { WorkbookReport } from "./read-elsewhere";
import type { WorkbookSource } from "./read-workbook";

/** Rows that the other side takes over at once: a few milliseconds of its time. */
const slice = 250;

if (parentPort === null) throw new Error("Only a thread of the program runs this");
await read(parentPort, workerData as WorkbookSource);

async function read(port: MessagePort, source: WorkbookSource): Promise<void> {
  const report = (message: WorkbookReport) => port.postMessage(message);
  try {
    const onProgress = (share: number) => report({ kind: "progress", share });
    const { workbook, ...found } = await readWorkbookInThread(source, { onProgress });
    const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rows: [] }));
    report({ kind: "sheets", workbook: { ...workbook, sheets } });
    for (const [sheet, { rows }] of workbook.sheets.entries())
      for (let at = 0; at < rows.length; at += slice)
        report({ kind: "rows", sheet, rows: rows.slice(at, at + slice) });
    report({ kind: "read", found });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    report({ kind: "failed", error: error.toData() });
  }
}
