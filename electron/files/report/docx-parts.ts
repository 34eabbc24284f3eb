/** The parts of an official document around its tables, as parts of a Word document. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import {
  articleParts,
  type ReportHeading,
  type ReportSignatures,
  type ReportText,
  type TextLook,
} from "../../../shared/report/document";
import { report as words } from "../../../shared/i18n/vi/report";
import type { Spacing } from "../../../shared/report/page-layout";
import { agencyLineWidth, fontSizes, mmPerPoint, textWidthMm } from "../../../shared/report/paper";
import { letters, line, mm } from "./docx-text";

const centred = AlignmentType.CENTER;
/** Beneath a title, millimetres. */
const titleRule = 50;
/** By how much the first line of a paragraph begins further in, millimetres. */
const firstLine = 10;
/** Room at the sides of a cell without borders, millimetres. */
const inset = 1;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
export const noBorders = { top: none, bottom: none, left: none, right: none };

/** Blocks side by side, without borders: office and nation, the places to sign. */
function sideBySide(blocks: readonly (readonly Paragraph[])[], widths: readonly number[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    margins: { left: mm(inset), right: mm(inset) },
    rows: [
      new TableRow({
        cantSplit: true,
        children: blocks.map(
          (children, place) =>
            new TableCell({
              width: { size: mm(widths[place] ?? 0), type: WidthType.DXA },
              borders: noBorders,
              children: [...children],
            }),
        ),
      }),
    ],
  });
}

/** A drawn line of a length in the middle of a block. */
function rule(length: number, width: number): Paragraph {
  const room = width - 2 * inset;
  return line([], {
    align: centred,
    points: 3,
    sides: Math.max(0, (room - Math.min(length, room)) / 2),
    bordered: "bottom",
  });
}

/** Office and nation side by side, each with its line; number, place and day beneath; then the title. */
export function headingParts(heading: ReportHeading, area: number): readonly FileChild[] {
  const left = area * 0.42;
  const right = area - left;
  const { superior, agency, number } = heading;
  const centre = { align: centred, keepNext: true } as const;
  const office = [
    ...(superior === null ? [] : [line(letters(superior, { points: fontSizes.agency }), centre)]),
    line(letters(agency, { points: fontSizes.agency, bold: true }), centre),
    rule(agencyLineWidth(agency, left - 2 * inset), left),
    ...(number === null
      ? []
      : [line(letters(number, { points: fontSizes.place }), { ...centre, before: 4 })]),
  ];
  const nation = [
    line(letters(heading.nation, { points: fontSizes.nation, bold: true }), centre),
    line(letters(heading.motto, { points: fontSizes.motto, bold: true }), centre),
    rule(textWidthMm(heading.motto, fontSizes.motto, true), right),
    line(letters(heading.placeAndDay, { points: fontSizes.place, italic: true }), { ...centre, before: 4 }),
  ];
  return [
    sideBySide([office, nation], [left, right]),
    line([], { points: 10 }),
    ...heading.title.map((text) => line(letters(text, { points: fontSizes.title, bold: true }), centre)),
    ...(heading.subtitle === null
      ? []
      : [line(letters(heading.subtitle, { points: fontSizes.subtitle, italic: true }), centre)]),
    ...(heading.ruled === true ? [rule(titleRule, area)] : []),
    line([], { points: 6, keepNext: true }),
  ];
}

function gapPoints({ gapMm }: Spacing): number {
  return Math.round(gapMm / mmPerPoint);
}

/** Under a title: notes, listed. Without one: paragraphs. All of it stays with what follows, so no signature is alone. */
export function textParts({ title, lines, look }: ReportText, spacing: Spacing): readonly FileChild[] {
  if (lines.length === 0) return [];
  if (look !== undefined) return lines.map((text) => paragraph(text, look));
  const points = title === null ? fontSizes.subtitle : spacing.notes;
  const justified = AlignmentType.JUSTIFIED;
  return [
    line([], { points: gapPoints(spacing), keepNext: true }),
    ...(title === null ? [] : [line(letters(title, { points, bold: true }), { keepNext: true })]),
    ...lines.map((text) =>
      line(letters(title === null ? text : `- ${text}`, { points }), { align: justified, keepNext: true }),
    ),
  ];
}

/** A paragraph of an official document; what leads to the next one stays with it. */
function paragraph(text: string, look: TextLook): Paragraph {
  const points = fontSizes.body;
  const apart = { before: 3, after: 3 };
  if (look === "centred" || look === "address") {
    const style = { points, bold: look === "centred" };
    return line(letters(text, style), { ...apart, align: centred, keepNext: true });
  }
  const inside = { ...apart, align: AlignmentType.JUSTIFIED, firstLine };
  if (look === "grounds") return line(letters(text, { points, italic: true }), inside);
  const article = articleParts(text);
  if (article === null) return line(letters(text, { points }), inside);
  const [name, rest] = article;
  return line([...letters(name, { points, bold: true }), ...letters(rest, { points })], inside);
}

/** Who signs, in blocks side by side; in front of them at the left who gets the document. */
export function signatureParts(
  { places, receivers }: ReportSignatures,
  area: number,
  spacing: Spacing,
): readonly FileChild[] {
  if (places.length === 0) return [];
  const points = fontSizes.signature;
  const centre = { align: centred } as const;
  const blocks = places.map(({ title, hint, name }) => [
    line(letters(title.toUpperCase(), { points, bold: true }), centre),
    line(letters(hint, { points, italic: true }), centre),
    line(letters(name ?? "", { points, bold: true }), { ...centre, before: spacing.signature }),
  ]);
  const all = receivers === undefined ? blocks : [receiversPart(receivers), ...blocks];
  return [
    line([], { points: gapPoints(spacing) + 4, keepNext: true }),
    sideBySide(
      all,
      all.map(() => area / all.length),
    ),
  ];
}

function receiversPart(receivers: readonly string[]): readonly Paragraph[] {
  const { title, list } = fontSizes.receivers;
  return [
    line(letters(words.receivers, { points: title, bold: true, italic: true })),
    ...receivers.map((text) => line(letters(`- ${text}`, { points: list }))),
  ];
}
