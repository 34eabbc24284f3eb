/** Writes a cell the way offices do (12.500; 31/33; 80,8 %), for every renderer that prints text. */
import { formatFraction, formatNumber, formatRange } from "../text/format";
import type { ReportCell } from "./document";

/** @throws RangeError for counts that are none (negative, not whole, least above most): a bug in the source */
export function cellText(cell: ReportCell): string {
  switch (cell.kind) {
    case "empty":
      return "";
    case "text":
      return cell.text;
    case "count":
      return formatNumber(cell.value);
    case "fraction":
      return formatFraction(cell.part, cell.whole);
    case "rate":
      return formatRange(cell.least, cell.most, cell.whole);
  }
}
