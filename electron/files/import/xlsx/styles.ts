/**
 * Fonts and number formats of an .xlsx, by the number that a cell names. The library that writes the program's own
 * workbooks reads styles too, but neither while streaming nor for a text's runs.
 */
import type { ZipParts } from "../zip-parts";
import type { Reading } from "../reading";
import { readXml } from "../xml";
import { isDateFormat } from "../../../../shared/import/number-format";
import { builtInFormat } from "../built-in-formats";

export interface CellFormat {
  readonly font: string | null;
  readonly format: string | null;
  readonly isDate: boolean;
}

export const plainCell: CellFormat = { font: null, format: null, isDate: false };

/** @param name the part; null where a workbook has none. @throws AppError workbook-damaged, workbook-too-large, cancelled */
export async function readStyles(
  parts: ZipParts,
  name: string | null,
  reading: Reading,
): Promise<readonly CellFormat[]> {
  if (name === null) return [];
  const fonts: (string | null)[] = [];
  const formats = new Map<number, string>();
  const cells: { font: number; format: number }[] = [];
  let inside: "fonts" | "cellXfs" | null = null;
  await readXml(
    [await parts.whole(name)],
    {
      open(element, attributes) {
        if (element === "fonts" || element === "cellXfs") inside = element;
        else if (element === "numFmt") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
        else if (element === "font" && inside === "fonts") fonts.push(null);
        else if (element === "name" && inside === "fonts") fonts[fonts.length - 1] = attributes.val ?? null;
        else if (element === "xf" && inside === "cellXfs")
          cells.push({ font: Number(attributes.fontId ?? 0), format: Number(attributes.numFmtId ?? 0) });
      },
      close(element) {
        if (element === inside) inside = null;
      },
    },
    reading,
  );
  return cells.map((cell) => {
    const format = formats.get(cell.format) ?? builtInFormat(cell.format);
    return { font: fonts[cell.font] ?? null, format, isDate: isDateFormat(format) };
  });
}
