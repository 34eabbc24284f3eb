/** Tables and key–value sheets of a Word document. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { cellText } from "../../../shared/report/cell-text";
import type { ReportCell, ReportDocument, ReportSheet, ReportTable } from "../../../shared/report/document";
import { keptFrom } from "../../../shared/report/last-page";
import type { PageLayout } from "../../../shared/report/page-layout";
import { fontSizes, mmPerPoint, sheetLabelShare } from "../../../shared/report/paper";
import { groupLine } from "../../../shared/report/row-groups";
import { headHeights, isTurned } from "../../../shared/report/table-fit";
import { noBorders } from "./docx-parts";
import { letters, line, mm, type WordLetters } from "./docx-text";

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;
const side = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const middle = VerticalAlignTable.CENTER;

/**
 * Its head is repeated on each page; its last rows stay with the total and with what follows.
 * @param after what ends the document below it. It stands in the table's last row: LibreOffice keeps rows with the next
 *   row, and with nothing that comes after a table
 */
export function tableParts(
  table: ReportTable,
  area: number,
  { document, layout }: { readonly document: ReportDocument; readonly layout: PageLayout },
  after: readonly FileChild[] = [],
): readonly FileChild[] {
  const fit = layout.fitOf(table);
  const { points, widthsMm, paddingMm } = fit;
  const beside = layout.spacing.rowMm / 2 / mmPerPoint - rowsOwn;
  const cell = (text: string, column: number, style: WordLetters & CellShape) =>
    new TableCell({
      verticalAlign: middle,
      width: {
        size: mm(sumOf(widthsMm.slice(column, column + (style.columnSpan ?? 1)))),
        type: WidthType.DXA,
      },
      ...(style.turned === true ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}),
      ...(style.rowSpan === undefined ? {} : { rowSpan: style.rowSpan }),
      ...(style.columnSpan === undefined ? {} : { columnSpan: style.columnSpan }),
      children: [
        line(letters(text, style), {
          align: style.align ?? AlignmentType.CENTER,
          keepNext: style.keepNext ?? false,
          before: beside,
          after: beside,
        }),
      ],
    });
  const head = headHeights(table, fit).map(
    (height, row) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        // A row of nothing but what reaches down from above would have no height of its own.
        height: { value: Math.round(height * 20), rule: HeightRule.ATLEAST },
        children: table.header
          .filter((each) => each.row === row)
          .map((each) => {
            const { text, column, rowSpan, columnSpan } = each;
            const turned = isTurned(each, fit);
            return cell(text, column, { points, bold: true, rowSpan, columnSpan, turned, keepNext: true });
          }),
      }),
  );
  const numbers =
    table.numbering === null
      ? []
      : [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: table.numbering.map((text, column) =>
              cell(text, column, { points, italic: true, keepNext: true }),
            ),
          }),
        ];
  const bodyRow = (row: readonly ReportCell[], bold: boolean, keepNext: boolean) =>
    new TableRow({
      cantSplit: true,
      children: row.map((each, column) =>
        cell(cellText(each), column, {
          points,
          bold,
          keepNext,
          align: alignments[table.columns[column]?.align ?? "left"],
        }),
      ),
    });
  const starts = keptFrom(table, layout, document);
  const from = starts[0] ?? table.rows.length;
  const lastOf = new Set(starts.map((start) => start - 1));
  const isKept = (place: number) => place >= from && !lastOf.has(place);
  const isInside = ((starts.at(-1) ?? 0) < table.rows.length || table.total !== null) && after.length > 0;
  const groupRow = (text: string) =>
    new TableRow({
      cantSplit: true,
      children: [
        cell(text, 0, {
          points,
          bold: true,
          columnSpan: table.columns.length,
          align: AlignmentType.LEFT,
          keepNext: true,
        }),
      ],
    });
  const rows = table.rows.flatMap((row, place) => {
    const over = groupLine(table, place);
    return [...(over === null ? [] : [groupRow(over)]), bodyRow(row, false, isKept(place))];
  });
  return [
    apart(),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: mm(area), type: WidthType.DXA },
      columnWidths: widthsMm.map(mm),
      borders: {
        top: side,
        bottom: side,
        left: side,
        right: side,
        insideHorizontal: side,
        insideVertical: side,
      },
      margins: { left: mm(paddingMm / 2), right: mm(paddingMm / 2) },
      rows: [
        ...head,
        ...numbers,
        ...rows,
        ...(table.total === null ? [] : [bodyRow(table.total, true, true)]),
        ...(isInside ? [endRow(after, table.columns.length, area)] : []),
      ],
    }),
    ...(isInside ? [] : after),
  ];
}

/** What ends the document, over the whole width and without borders. */
function endRow(after: readonly FileChild[], columnSpan: number, area: number): TableRow {
  const children = after.filter((part) => part instanceof Paragraph || part instanceof Table);
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan,
        width: { size: mm(area), type: WidthType.DXA },
        borders: { ...noBorders, top: side },
        margins: { left: 0, right: 0 },
        // Word takes no cell that ends in a table.
        children: [...children, line([], { points: 1 })],
      }),
    ],
  });
}

/** Tables without a line between them are one table to Word. */
function apart() {
  return line([], { points: 6, keepNext: true });
}

interface CellShape {
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly keepNext?: boolean;
  readonly turned?: boolean;
}

/** Office programs leave a little above and below letters by themselves, points. */
const rowsOwn = 0.75;

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** What is known of one thing, a row a line. */
export function sheetParts({ lines }: ReportSheet, area: number): readonly FileChild[] {
  if (lines.length === 0) return [];
  const widths = [area * sheetLabelShare, area * (1 - sheetLabelShare)];
  const points = fontSizes.subtitle;
  const row = (texts: readonly string[]) =>
    new TableRow({
      cantSplit: true,
      children: texts.map(
        (text, column) =>
          new TableCell({
            borders: noBorders,
            width: { size: mm(widths[column] ?? 0), type: WidthType.DXA },
            children: [line(letters(text, { points }), { before: 1, after: 1 })],
          }),
      ),
    });
  return [
    apart(),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: mm(area), type: WidthType.DXA },
      columnWidths: widths.map(mm),
      borders: { ...noBorders, insideHorizontal: noBorders.top, insideVertical: noBorders.top },
      rows: lines.map(({ label, cell }) => row([label, cellText(cell)])),
    }),
  ];
}
