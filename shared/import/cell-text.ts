/** What a person reads in a cell: what is shown in previews and questions, and kept where nothing better is understood. */
import { mayBeFormula } from "../text/formula";
import { numberText, shownParts } from "./number-format";
import { serialDay } from "./serial-day";
import type { SheetCell } from "./workbook";

const two = (number: number) => String(number).padStart(2, "0");

/** The parts that the format shows, in the order of Vietnamese dates and the year with four digits. */
function dayText(value: number, format: string | null, date1904: boolean): string {
  const at = serialDay(value, date1904);
  if (at === null) return numberText(value, null);
  const shown = shownParts(format);
  const year = String(at.year);
  const onlyYear = shown.year && !shown.month && !shown.day;
  if (onlyYear) return year;
  if (shown.year && !shown.day) return `${two(at.month)}/${year}`;
  const day = `${two(at.day)}/${two(at.month)}/${year}`;
  const minutes = Math.round((value - Math.floor(value)) * 1440);
  if (!shown.time || minutes === 0 || minutes === 1440) return day;
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** An apostrophe in front of what a program would take for a formula says "text", as people and CSV files write it. */
function withoutMark(text: string): string {
  return text.startsWith("'") && mayBeFormula(text.slice(1)) ? text.slice(1) : text;
}

/**
 * The text of a cell as its sheet shows it.
 * - text: all runs, nothing trimmed but the apostrophe that only says that it is one;
 * - number: with the zeros and signs of its format, never with fewer digits than it has;
 * - day: 12/05/1980, 05/1980 or 1980, as much of it as the format shows;
 * - truth: TRUE, FALSE; error: its code.
 */
export function cellText(cell: Pick<SheetCell, "content">, date1904: boolean): string {
  const { content } = cell;
  switch (content.kind) {
    case "text":
      return withoutMark(content.runs.map(({ text }) => text).join(""));
    case "number":
      return content.isDate
        ? dayText(content.value, content.format, date1904)
        : numberText(content.value, content.format);
    case "boolean":
      return content.value ? "TRUE" : "FALSE";
    case "error":
      return content.code;
  }
}
