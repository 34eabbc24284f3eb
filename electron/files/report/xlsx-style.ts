/**
 * Fonts, borders and number formats of a report's workbook. Excel shows separators by the PC's own settings; the
 * language tag makes programs that honour it write 12.500 and 80,8 % everywhere.
 */
import type { CellStyle } from "hucre/xlsx";
import type { ReportColumn } from "../../../shared/report/document";

/** Vietnamese, as Windows numbers languages. */
const vietnamese = "[$-42A]";
export const numberFormat = `${vietnamese}#,##0`;
export const percentFormat = `${vietnamese}0.0 %`;
export const dateFormat = `${vietnamese}dd/mm/yyyy`;

/** @param scale digits after the comma */
export function decimalFormat(scale: number): string {
  return scale === 0 ? numberFormat : `${numberFormat}.${"0".repeat(scale)}`;
}

const side = { style: "thin", color: { rgb: "000000" } } as const;
const box = { top: side, right: side, bottom: side, left: side };

export interface Letters {
  readonly points: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
}

function font({ points, bold = false, italic = false, underline = false }: Letters) {
  // The decree asks for Times New Roman by name; where it is missing, office programs have a face of its metrics.
  return {
    name: "Times New Roman",
    size: points,
    family: 1,
    bold,
    italic,
    ...(underline ? { underline } : {}),
  };
}

/** A line of the heading, title, notes or signatures: no border, broken where it must be. */
export function lineStyle(
  letters: Letters,
  horizontal: "left" | "center" = "center",
  numFmt?: string,
): CellStyle {
  return {
    font: font(letters),
    alignment: { horizontal, vertical: "center", wrapText: true },
    ...(numFmt === undefined ? {} : { numFmt }),
  };
}

/** A cell of the table. */
export function boxStyle(letters: Letters, align: ReportColumn["align"], numFmt?: string): CellStyle {
  return {
    font: font(letters),
    border: box,
    alignment: { horizontal: align, vertical: "center", wrapText: true },
    ...(numFmt === undefined ? {} : { numFmt }),
  };
}
