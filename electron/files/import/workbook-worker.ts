/**
 * The thread that reads a workbook: values, fonts and codes, then hands all over in slices. An entry of its own in the
 * bundle; started by read-elsewhere.ts only.
 */
import { answerInThread } from "../thread";
import { readWorkbookInThread } from "./read-decoded";
import type { Found, WorkbookPiece } from "./read-elsewhere";
import type { WorkbookSource } from "./read-workbook";

/** Rows that the other side takes over at once: a few milliseconds of its time. */
const slice = 250;

await answerInThread<WorkbookSource, WorkbookPiece, Found>(async (source, tell) => {
  const { workbook, ...found } = await readWorkbookInThread(source, { onProgress: tell.progress });
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rows: [] }));
  tell.piece({ kind: "sheets", workbook: { ...workbook, sheets } });
  for (const [sheet, { rows }] of workbook.sheets.entries())
    for (let at = 0; at < rows.length; at += slice)
      tell.piece({ kind: "rows", sheet, rows: rows.slice(at, at + slice) });
  return found;
});
