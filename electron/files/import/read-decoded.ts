/** Reads a workbook and its codes in this thread, where nobody waits for anything else. */
import { decodeWorkbook } from "../../../shared/import/decode-cells";
import type { ReadWorkbook } from "./read-elsewhere";
import { readWorkbookHere } from "./read-workbook";

export const readWorkbookInThread: ReadWorkbook = async (source, watch) =>
  decodeWorkbook(await readWorkbookHere(source, watch));
