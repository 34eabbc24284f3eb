/** Letters, lines and lengths of a Word document, in Word's own units. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type IParagraphOptions,
  NoBreakHyphen,
  Paragraph,
  TextRun,
} from "docx";
import { lawParts } from "../../../shared/text/law-number";

/** The decree asks for Times New Roman by name; where it is missing, office programs have a face of its metrics. */
export const wordFont = "Times New Roman";

export interface WordLetters {
  readonly points: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Millimetres as twentieths of a point, whole as Word wants them. */
export function mm(millimetres: number): number {
  return convertMillimetersToTwip(millimetres);
}

/** Word counts the size of letters in halves of a point. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** A text without what XML cannot hold: control characters and halves of letters are no part of any word. */
export function legible(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");
}

/** A text in one kind of letters; its own line breaks are kept. */
export function letters(text: string, { points, bold = false, italic = false }: WordLetters): TextRun[] {
  return legible(text)
    .split(/\r\n|\r|\n/u)
    .map(
      (part, place) =>
        new TextRun({
          children: unparted(part),
          font: wordFont,
          size: halfPoints(points),
          bold,
          italics: italic,
          ...(place === 0 ? {} : { break: 1 }),
        }),
    );
}

/** A text in which Word parts no number of a law at its hyphen. */
function unparted(text: string): (string | NoBreakHyphen)[] {
  return lawParts(text).flatMap((part) =>
    part.isNumber
      ? part.text.split("-").flatMap((piece, place) => (place === 0 ? [piece] : [new NoBreakHyphen(), piece]))
      : [part.text],
  );
}

export interface LineOptions {
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Empty space above and below, points. */
  readonly before?: number;
  readonly after?: number;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
  /** Room at both sides, millimetres. */
  readonly sides?: number;
  /** By how much the first line begins further in, millimetres. */
  readonly firstLine?: number;
  /** Exact height of a line in points; by its letters where it is left out. */
  readonly points?: number;
  readonly bordered?: "bottom";
}

/** A paragraph. */
export function line(runs: readonly TextRun[], options: LineOptions = {}): Paragraph {
  const { align = AlignmentType.LEFT, before = 0, after = 0, keepNext = false, sides = 0 } = options;
  const spacing: NonNullable<IParagraphOptions["spacing"]> = {
    before: before * 20,
    after: after * 20,
    ...(options.points === undefined ? {} : { line: options.points * 20, lineRule: "exact" as const }),
  };
  return new Paragraph({
    alignment: align,
    spacing,
    keepNext,
    keepLines: true,
    indent: {
      left: mm(sides),
      right: mm(sides),
      ...(options.firstLine === undefined ? {} : { firstLine: mm(options.firstLine) }),
    },
    ...(options.bordered === undefined
      ? {}
      : { border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: "000000" } } }),
    children: [...runs],
  });
}
