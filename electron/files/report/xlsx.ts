/**
 * A report as a workbook: an official document to print and a table to go on calculating with.
 *
 * Figures are numbers, text is always text (a unit called "=1+1" stays those four letters), and the same document
 * gives the same bytes. Page: A4, margins and page number by Nghị định 30/2020/NĐ-CP, one page wide, heads repeated.
 */
import { colToLetter, writeXlsx as writeWorkbook } from "hucre/xlsx";
import { officeOf, type ReportDocument, titleOf } from "../../../shared/report/document";
import { layOut } from "../../../shared/report/page-layout";
import {
  fontSizes,
  pageMargins,
  pageNumberMargin,
  sheetLabelShare,
  textAreaWidth,
} from "../../../shared/report/paper";
import { SheetBuilder } from "./sheet";
import { pagingOf } from "./xlsx-pages";
import { gridOf } from "./xlsx-grid";
import { placeHeading, placeSignatures, placeText } from "./xlsx-parts";
import { placeHead, placeRows, placeSheet } from "./xlsx-table";

/** Letters and digits only: references to the sheet are then valid without quotes. */
const sheetName = "Bao_cao";

/** Rows that stay in sight and are repeated on every page, and columns that stay in sight. */
interface Head {
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

/** @returns the bytes of an .xlsx file */
export async function writeXlsx(document: ReportDocument): Promise<Uint8Array> {
  const sheet = new SheetBuilder();
  const { widthsMm, head, pieces } = placeBlocks(sheet, document);
  const { orientation } = document;
  const paging = pagingOf({ heights: sheet.heights, head, pieces, orientation }, 1 / spare);
  const lastColumn = colToLetter(widthsMm.length - 1);
  // A date of the document's own, not of the clock: written again, the file is the same.
  const dated = new Date(`${document.issuedOn ?? "2000-01-01"}T00:00:00Z`);
  return writeWorkbook({
    defaultFont: { name: "Times New Roman", size: columnUnit.points },
    properties: {
      title: titleOf(document),
      creator: officeOf(document),
      lastModifiedBy: officeOf(document),
      created: dated,
      modified: dated,
    },
    sheets: [
      {
        name: sheetName,
        columns: widthsMm.map((width) => ({ width: columnWidth(width) })),
        cells: sheet.cells,
        merges: sheet.merges,
        rowDefs: sheet.rowDefs,
        ...(head === null ? {} : { freezePane: { rows: head.to, columns: head.columns } }),
        // The library names the row after which a page ends.
        ...(paging.kind === "breaks" ? { rowBreaks: paging.before.map((row) => row - 1) } : {}),
        view: { showGridLines: false },
        pageSetup: {
          paperSize: "a4",
          orientation,
          ...(paging.kind === "breaks"
            ? { scale: paging.scale }
            : { fitToPage: true, fitToWidth: 1, fitToHeight: paging.kind === "one" ? 1 : 0 }),
          margins: {
            top: inches(pageMargins.top),
            bottom: inches(pageMargins.bottom),
            left: inches(pageMargins.left),
            right: inches(pageMargins.right),
            header: inches(pageNumberMargin),
            footer: inches(pageNumberMargin),
          },
          printArea: `$A$1:$${lastColumn}$${sheet.rows}`,
          ...(head === null ? {} : { printTitlesRow: `$${head.from + 1}:$${head.to}` }),
        },
        // The empty first header is what keeps the number off page 1.
        headerFooter: {
          differentFirst: true,
          oddHeader: `&C&"Times New Roman,Regular"&${fontSizes.pageNumber}&P`,
        },
      },
    ],
  });
}

/**
 * Every block from the top down; `pieces`: the rows that may begin a page, none where the document has no table. The head of a
 * table is repeated where the document has one table only.
 */
function placeBlocks(
  sheet: SheetBuilder,
  document: ReportDocument,
): { widthsMm: readonly number[]; head: Head | null; pieces: readonly number[] } {
  const { blocks } = document;
  const area = textAreaWidth(document.orientation);
  const layout = layOut(document, area);
  const { spacing } = layout;
  const fits = blocks.map((block) => {
    if (block.kind === "table") return layout.fitOf(block);
    if (block.kind !== "sheet") return null;
    return { widthsMm: [area * sheetLabelShare, area * (1 - sheetLabelShare)] };
  });
  const sized = fits.filter((fit) => fit !== null);
  const tables = sized.map(({ widthsMm }) => widthsMm);
  // The heading has two parts side by side, so there are two columns at least.
  const halves = tables.every(({ length }) => length < 2) ? [[area * 0.4, area * 0.6]] : [];
  const grid = gridOf([...tables, ...halves]);
  const heads: Head[] = [];
  const pieces: number[] = [];
  for (const [place, block] of blocks.entries()) {
    const fit = fits[place] ?? null;
    const spans = fit === null ? [] : (grid.spans[sized.indexOf(fit)] ?? []);
    switch (block.kind) {
      case "heading":
        placeHeading(sheet, block, grid.widthsMm);
        break;
      case "table": {
        const placed = { table: block, spans, fit: layout.fitOf(block), spacing };
        const columns = spans[block.columns.findIndex(({ wraps }) => wraps)]?.to ?? 0;
        const above = sheet.rows;
        heads.push({ ...placeHead(sheet, placed), columns });
        const [first, ...others] = placeRows(sheet, placed);
        // The first row of a table stays below its head, and the first table below the title.
        if (first !== undefined && heads.length > 1) pieces.push(above);
        pieces.push(...others);
        break;
      }
      case "sheet":
        if (fit !== null) placeSheet(sheet, block, fit.widthsMm, spans);
        break;
      case "text":
        placeText(sheet, block, grid.widthsMm, spacing);
        break;
      case "signatures":
        placeSignatures(sheet, block, grid.widthsMm, spacing);
        break;
    }
  }
  return { widthsMm: grid.widthsMm, head: heads.length === 1 ? (heads[0] ?? null) : null, pieces };
}

/** Office programs round widths differently; with a little more, none of them breaks a word, and fitting takes it back. */
const spare = 1.05;

/**
 * Excel measures columns in digits of the workbook's font, the room at their sides included. Of this size a digit is a whole
 * number of pixels, so that no program rounds it to another width.
 */
const columnUnit = { points: 12, pixels: 8 } as const;

function columnWidth(mm: number): number {
  return Math.round(((mm * spare) / 25.4) * 96) / columnUnit.pixels;
}

function inches(mm: number): number {
  return Math.round((mm / 25.4) * 10_000) / 10_000;
}
