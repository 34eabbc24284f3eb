/** Where a line of a workbook stands, as records keep it with a text. */
import type { Translate } from "../../../shared/i18n";
import { cleanText } from "../../../shared/text/clean";
import { cutText } from "../../../shared/text/cut";

/** As long as the field of a kept text is. */
const mostSource = 400;

/** @param sheet "" where the file has none of a name, such as a pasted block */
export function sourceText(t: Translate, file: string, sheet: string, row: number): string {
  const text = t(sheet === "" ? "import:sourceOfList" : "import:source", { file, sheet, row });
  // Names of files and sheets are whatever their makers typed.
  return cutText(cleanText(text), mostSource);
}
