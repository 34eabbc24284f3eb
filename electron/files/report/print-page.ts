/**
 * A report as it is looked at before it is printed: the PDF itself, and the page that goes to a printer, both made of one
 * document, so that what comes out of the printer is what was on screen.
 *
 * Of a list that nobody prints only the beginning is made: all of it would fill the memory with pages.
 */
import { appError } from "../../../shared/contract/errors";
import type { ReportCell, ReportDocument, ReportTable } from "../../../shared/report/document";
import { pageNumberHeader, writeHtml } from "./html";
import type { PdfPrinter } from "./pdf";
import type { PaperSheet } from "./paper";
import { mostRows } from "./write-report";

/** Rows that are looked at of a list with more than a document of pages takes. */
const rowsOfBeginning = 500;

export interface PrintPage {
  readonly pdf: Uint8Array;
  readonly sheet: PaperSheet;
  /** Rows of the longest table. */
  readonly rows: number;
  /** How many of them stand on the pages: fewer where there are too many to be printed. */
  readonly shown: number;
}

/**
 * @param printer null where nothing can print
 * @throws AppError pdf-unavailable, cancelled
 */
export async function makePrintPage(
  document: ReportDocument,
  printer: PdfPrinter | null,
  signal?: AbortSignal,
): Promise<PrintPage> {
  if (printer === null) throw appError("pdf-unavailable", { reason: "Electron" });
  const { part, rows, shown } = await printedPart(document);
  const pdf = await printer(writeHtml(part), { headerTemplate: pageNumberHeader, signal });
  const sheet = { html: writeHtml(part, "page"), orientation: part.orientation };
  return { pdf, sheet, rows, shown };
}

/** The document, or its beginning without what stands below the rows: that would sign for people who are not there. */
async function printedPart(
  document: ReportDocument,
): Promise<{ readonly part: ReportDocument; readonly rows: number; readonly shown: number }> {
  const sizes = document.blocks.map((block) => (block.kind === "table" ? sizeOf(block) : 0));
  const rows = Math.max(0, ...sizes);
  const place = sizes.indexOf(rows);
  const longest = document.blocks[place];
  if (longest?.kind !== "table" || rows <= mostRows.pdf) return { part: document, rows, shown: rows };
  const { long: _long, ...table } = longest;
  const begun = { ...table, rows: await firstRows(longest), total: null };
  return {
    part: { ...document, blocks: [...document.blocks.slice(0, place), begun] },
    rows,
    shown: begun.rows.length,
  };
}

function sizeOf({ long, rows }: ReportTable): number {
  return long?.count ?? rows.length;
}

async function firstRows({ long, rows }: ReportTable): Promise<readonly (readonly ReportCell[])[]> {
  if (long === undefined) return rows.slice(0, rowsOfBeginning);
  const first: (readonly ReportCell[])[] = [];
  for await (const slice of long.slices()) {
    first.push(...slice.slice(0, rowsOfBeginning - first.length));
    if (first.length >= rowsOfBeginning) break;
  }
  return first;
}
