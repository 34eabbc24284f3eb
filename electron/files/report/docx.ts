/**
 * A report as a Word document: the same blocks as the print page, to be finished by hand where an office wants other
 * words.
 *
 * Page: A4, margins and page number by Nghị định 30/2020/NĐ-CP, Phụ lục I; heads of tables are repeated on each page.
 * Sizes and column widths are those of the other formats, so that the three look like one document.
 */
import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import { appError } from "../../../shared/contract/errors";
import { isoInstant } from "../../../shared/domain/hanoi-time";
import { type DocumentBlock, officeOf, type ReportDocument, titleOf } from "../../../shared/report/document";
import { endOf } from "../../../shared/report/last-page";
import { layOut, type PageLayout } from "../../../shared/report/page-layout";
import { fontSizes, pageMargins, pageNumberMargin, textAreaWidth } from "../../../shared/report/paper";
import { headingParts, signatureParts, textParts } from "./docx-parts";
import { sheetParts, tableParts } from "./docx-table";
import { halfPoints, legible, line, mm, wordFont } from "./docx-text";

/**
 * @returns the bytes of a .docx file
 * @throws AppError `clock-no-file`
 */
export async function writeDocx(document: ReportDocument): Promise<Uint8Array> {
  const area = textAreaWidth(document.orientation);
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: [PageNumber.CURRENT], font: wordFont, size: halfPoints(fontSizes.pageNumber) }),
    ],
  });
  const office = legible(officeOf(document));
  const file = new Document({
    title: legible(titleOf(document)),
    // Who is not named the library calls by a name of its own.
    creator: office,
    lastModifiedBy: office,
    styles: {
      default: {
        document: {
          run: { font: wordFont, size: halfPoints(fontSizes.subtitle), language: { value: "vi-VN" } },
        },
      },
    },
    sections: [
      {
        properties: {
          // The first page's own header is empty: no number on page 1.
          titlePage: true,
          page: {
            size: {
              width: mm(210),
              height: mm(297),
              orientation:
                document.orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: mm(pageMargins.top),
              right: mm(pageMargins.right),
              bottom: mm(pageMargins.bottom),
              left: mm(pageMargins.left),
              header: mm(pageNumberMargin),
              footer: mm(pageNumberMargin),
            },
          },
        },
        headers: { default: new Header({ children: [pageNumber] }) },
        children: [...blockParts(document, area), line([], { points: 1 })],
      },
    ],
  });
  refuseOddClock();
  return Packer.toBuffer(file);
}

/** Parts of the file bear the time at which it is made, which a zip can say of these years alone (MS-DOS time). */
const yearsOfZip = { first: 1980, last: 2099 } as const;

function refuseOddClock(): void {
  const year = Number(isoInstant(Date.now()).slice(0, 4));
  const isTold = year >= yearsOfZip.first && year <= yearsOfZip.last;
  if (!isTold) throw appError("clock-no-file");
}

function blockParts(document: ReportDocument, area: number): readonly FileChild[] {
  const layout = layOut(document, area);
  const { before, end } = endOf(document.blocks);
  const parts = before.flatMap((block) => partsOf(block, area, { document, layout }));
  if (end === null) return parts;
  const after = end.after.flatMap((block) => partsOf(block, area, { document, layout }));
  return [...parts, ...tableParts(end.table, area, { document, layout }, after)];
}

function partsOf(
  block: DocumentBlock,
  area: number,
  on: { readonly document: ReportDocument; readonly layout: PageLayout },
): readonly FileChild[] {
  switch (block.kind) {
    case "heading":
      return headingParts(block, area);
    case "table":
      return tableParts(block, area, on);
    case "sheet":
      return sheetParts(block, area);
    case "text":
      return textParts(block, on.layout.spacing);
    case "signatures":
      return signatureParts(block, area, on.layout.spacing);
  }
}
