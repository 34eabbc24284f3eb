/** The parts of an official document around its table, placed on a worksheet. */
import type { ReportHeading, ReportSignatures, ReportText } from "../../../shared/report/document";
import type { Spacing } from "../../../shared/report/page-layout";
import {
  agencyLineWidth,
  fontSizes,
  lineHeight,
  linesOf,
  mmPerPoint,
  textWidthMm,
} from "../../../shared/report/paper";
import type { SheetBuilder } from "./sheet";
import type { Span } from "./xlsx-grid";
import { type Letters, lineStyle } from "./xlsx-style";

/** Two blocks side by side; the left one takes about `share` of the width. */
function splitAt(widths: readonly number[], share: number): readonly [Span, Span] {
  const wanted = sumOf(widths) * share;
  let at = 1;
  while (at < widths.length - 1 && sumOf(widths.slice(0, at)) < wanted) at++;
  return [
    { from: 0, to: at },
    { from: at, to: widths.length },
  ];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Size of the blanks that lines are drawn with, points, and how wide one of them is, millimetres. */
const rulePoints = 4;
const ruleBlank = ((rulePoints / 4) * 25.4) / 72;

/** A line of a length: underlined blanks, since a cell's border is as long as the cell. */
function ruleOf(lengthMm: number): string {
  return "\u00a0".repeat(Math.max(1, Math.round(lengthMm / ruleBlank)));
}

/** Agency and nation side by side, each with its line; number, place and day; then the title. */
export function placeHeading(sheet: SheetBuilder, heading: ReportHeading, widths: readonly number[]): void {
  const [left, right] = splitAt(widths, 0.4);
  const all: Span = { from: 0, to: widths.length };
  const span = ({ from, to }: Span) => ({ columns: to - from });
  const high = (text: string, block: Span, points: number) =>
    lineHeight(points, linesOf(text, sumOf(widths.slice(block.from, block.to)), points, true));
  const line = (row: number, block: Span, text: string, letters: Letters) =>
    sheet.text(row, block.from, text, lineStyle(letters), span(block));

  const upper = heading.superior ?? heading.agency;
  const first = sheet.row(Math.max(lineHeight(fontSizes.nation), high(upper, left, fontSizes.agency)));
  const second = sheet.row(
    Math.max(lineHeight(fontSizes.motto), high(heading.agency, left, fontSizes.agency)),
  );
  const agencyLetters = { points: fontSizes.agency, bold: true };
  if (heading.superior === null) {
    sheet.text(first, left.from, heading.agency, lineStyle(agencyLetters), { ...span(left), rows: 2 });
  } else {
    line(first, left, heading.superior, { points: fontSizes.agency });
    line(second, left, heading.agency, agencyLetters);
  }
  line(first, right, heading.nation, { points: fontSizes.nation, bold: true });
  line(second, right, heading.motto, { points: fontSizes.motto, bold: true });
  const ruled = sheet.row(rulePoints * 2);
  const rule = { points: rulePoints, underline: true };
  const widthOf = (block: Span) => sumOf(widths.slice(block.from, block.to));
  line(ruled, left, ruleOf(agencyLineWidth(heading.agency, widthOf(left))), rule);
  line(ruled, right, ruleOf(textWidthMm(heading.motto, fontSizes.motto, true)), rule);
  const dated = sheet.row(lineHeight(fontSizes.place, 1.3));
  if (heading.number !== null) line(dated, left, heading.number, { points: fontSizes.place });
  line(dated, right, heading.placeAndDay, { points: fontSizes.place, italic: true });
  sheet.row(6);

  for (const text of heading.title) {
    line(sheet.row(high(text, all, fontSizes.title)), all, text, { points: fontSizes.title, bold: true });
  }
  if (heading.subtitle !== null) {
    const row = sheet.row(lineHeight(fontSizes.subtitle));
    line(row, all, heading.subtitle, { points: fontSizes.subtitle, italic: true });
  }
  sheet.row(6);
}

function gapPoints({ gapMm }: Spacing): number {
  return Math.round(gapMm / mmPerPoint);
}

/** A line of a text takes a little less than the page: letters are measured within a few percent. */
const safeShare = 0.96;

/** Under a title: notes, listed. Without one: paragraphs. */
export function placeText(
  sheet: SheetBuilder,
  { title, lines }: ReportText,
  widths: readonly number[],
  spacing: Spacing,
): void {
  const points = title === null ? fontSizes.subtitle : spacing.notes;
  const all = { columns: widths.length };
  sheet.row(gapPoints(spacing));
  if (lines.length === 0) return;
  if (title !== null) {
    const bold = lineStyle({ points, bold: true }, "left");
    sheet.text(sheet.row(lineHeight(points)), 0, title, bold, all);
  }
  for (const line of lines) {
    const text = title === null ? line : `- ${line}`;
    const row = sheet.row(lineHeight(points, linesOf(text, sumOf(widths) * safeShare, points)));
    sheet.text(row, 0, text, lineStyle({ points }, "left"), all);
  }
}

export function placeSignatures(
  sheet: SheetBuilder,
  { places: signatures }: ReportSignatures,
  widths: readonly number[],
  spacing: Spacing,
): void {
  if (signatures.length === 0) return;
  const size = fontSizes.signature;
  sheet.row(gapPoints(spacing) + 4);
  // A signer's title may have two lines: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".
  const titles = sheet.row(
    lineHeight(size, Math.max(...signatures.map(({ title }) => title.split("\n").length))),
  );
  const hints = sheet.row(lineHeight(size));
  sheet.row(spacing.signature);
  const names = sheet.row(lineHeight(size));
  const blocks = signatures.length === 1 ? [{ from: 0, to: widths.length }] : splitAt(widths, 0.5);
  for (const [place, { from, to }] of blocks.entries()) {
    const block = signatures[place];
    if (block === undefined) continue;
    const span = { columns: to - from };
    sheet.text(titles, from, block.title.toUpperCase(), lineStyle({ points: size, bold: true }), span);
    sheet.text(hints, from, block.hint, lineStyle({ points: size, italic: true }), span);
    if (block.name !== null)
      sheet.text(names, from, block.name, lineStyle({ points: size, bold: true }), span);
  }
}
