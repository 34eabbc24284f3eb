/**
 * Writes a report in the wanted formats into a folder, the safe way.
 *
 * Everything is made before anything is written: a report that cannot be printed must not leave half of its files on
 * the stick. Files of one report share a name.
 */
import { appError } from "../../../shared/contract/errors";
import type { ReportFormat, WrittenFile } from "../../../shared/contract/schemas/reports";
import { blocksOf, type ReportDocument, type ReportTable } from "../../../shared/report/document";
import { type FileSystem, realFileSystem } from "../file-system";
import { freeNumber, safeWrite } from "../safe-write";
import { headingPath, writeCsv } from "./csv";
import { writeDocx } from "./docx";
import { pageNumberHeader, writeHtml } from "./html";
import { joined, longCsv, longXlsx, type WriteXlsx } from "./long-table";
import type { PdfPrinter } from "./pdf";
import { writeXlsx } from "./xlsx";

export interface ReportWriting {
  readonly document: ReportDocument;
  /** At least one. */
  readonly formats: readonly ReportFormat[];
  readonly folder: string;
  /** What the files are to be called, marks and all, without extension; `document.fileName` as a rule. */
  readonly fileBase: string;
  /** Null where nothing can print; then PDF is refused. */
  readonly printer: PdfPrinter | null;
  readonly signal?: AbortSignal | undefined;
  /** Bytes written so far, of all; the total is 0 while the files are being made. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly files?: FileSystem;
  /** Where a long workbook is made; in this thread by default. */
  readonly writeLong?: WriteXlsx | undefined;
}

/**
 * @returns the files in the order of `formats`, without repeats
 * @throws AppError as safeWrite and the printer; files finished before a failure stay, whole and checked
 */
export async function writeReport(request: ReportWriting): Promise<readonly WrittenFile[]> {
  const { folder, fileBase, signal, onProgress, files = realFileSystem } = request;
  const formats = [...new Set(request.formats)];
  onProgress?.(0, 0);
  // Tells of a missing folder before minutes are spent on printing.
  const firstNumber = await freeNumber(folder, fileBase, formats, files);
  const made: { extension: ReportFormat; bytes: Uint8Array }[] = [];
  for (const format of formats) {
    if (signal?.aborted === true) throw appError("cancelled");
    made.push({ extension: format, bytes: await make(format, request) });
  }
  const total = made.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const written: WrittenFile[] = [];
  let before = 0;
  for (const { extension, bytes } of made) {
    const from = before;
    const step = (done: number) => onProgress?.(from + done, total);
    written.push(
      await safeWrite({
        folder,
        name: fileBase,
        extension,
        bytes,
        firstNumber,
        signal,
        onProgress: step,
        files,
      }),
    );
    before += bytes.length;
  }
  return written;
}

/** Rows that a document of pages takes at most: Word and printers of PDF hold all of it at once. */
export const mostRows = { docx: 5_000, pdf: 10_000 } as const satisfies Partial<Record<ReportFormat, number>>;

/** What a document says in front of a table, but for its head. */
function notesAbove({ blocks }: ReportDocument, table: ReportTable): readonly string[] {
  return blocks
    .slice(0, blocks.indexOf(table))
    .flatMap((block) => (block.kind === "text" ? block.lines : []));
}

async function make(
  format: ReportFormat,
  { document, printer, signal, writeLong }: ReportWriting,
): Promise<Uint8Array> {
  const tables = blocksOf(document, "table");
  const rows = Math.max(0, ...tables.map((table) => table.long?.count ?? table.rows.length));
  const most = format in mostRows ? mostRows[format as keyof typeof mostRows] : Number.POSITIVE_INFINITY;
  if (rows > most) throw appError("too-many-rows", { rows, most });
  const long = tables.find((table) => table.long !== undefined);
  if (long?.long !== undefined) {
    const { slices } = long.long;
    const table = {
      notes: notesAbove(document, long),
      headings: long.columns.map((_, column) => headingPath(long, column)),
      types: long.columns.map(({ holds }) => holds),
      slices,
    };
    return joined(format === "csv" ? longCsv(table) : longXlsx(table, writeLong));
  }
  switch (format) {
    case "xlsx":
      return writeXlsx(document);
    case "docx":
      return writeDocx(document);
    case "csv":
      return writeCsv(document);
    case "pdf":
      if (printer === null) throw appError("pdf-unavailable", { reason: "Electron" });
      return printer(writeHtml(document), { headerTemplate: pageNumberHeader, signal });
  }
}
