/** Writes a cell the way offices do (12.500; 2,34; 31/33; 80,8 %; 05/1980), for every renderer that prints text. */
import { formatPartialDate } from "../domain/partial-date";
import { formatDecimal, formatFraction, formatNumber, formatRange } from "../text/format";
import type { ReportCell } from "./document";

/** @throws RangeError for counts or dates that are none (negative, not whole, least above most): a bug in the source */
export function cellText(cell: ReportCell): string {
  switch (cell.kind) {
    case "empty":
      return cell.words ?? "";
    case "text":
      return cell.text;
    case "number":
      return formatNumber(cell.value);
    case "decimal":
      return formatDecimal(cell.value / 10 ** cell.scale, cell.scale);
    case "date":
      return formatPartialDate(cell.date);
    case "fraction":
      return formatFraction(cell.part, cell.whole);
    case "percent":
      return formatRange(cell.least, cell.most, cell.whole);
  }
}
