/**
 * Rows of a text whose cells are parted by a sign: a .csv of any program, or a block from the clipboard. Every value stays
 * the text that it is, so that no zero in front is lost and nothing is taken for a day.
 */
import type { Sheet, Workbook, WorkbookFormat } from "../../../../shared/import/workbook";
import type { Reading } from "../reading";
import { SheetCells, textContent } from "../sheet-cells";

/** Most telling first: a tab stands in no cell, a comma in many. */
const separators = ["\t", ";", ",", "|"] as const;
type Separator = (typeof separators)[number];

/** So many lines tell what parts the cells. */
const tellingLines = 200;

/**
 * Cells of a text, row by row, by RFC 4180; a quote within a cell, or one that nothing closes, is a letter like others, as
 * Excel's clipboard writes it.
 */
export function* rowsOf(text: string, separator: string): Generator<readonly string[]> {
  let at = 0;
  /** No quote closes anything from here on. */
  let unclosed = false;
  let row: string[] = [];
  while (at <= text.length) {
    const quoted = text[at] === '"' && !unclosed ? quotedCell(text, at, separator) : null;
    if (quoted === "none") unclosed = true;
    let end: number;
    if (quoted !== null && quoted !== "none" && quoted !== "letter") {
      row.push(quoted.value);
      end = quoted.end;
    } else {
      end = endOfCell(text, at, separator);
      row.push(text.slice(at, end));
    }
    if (text[end] === separator) {
      at = end + 1;
      continue;
    }
    yield row;
    row = [];
    if (end >= text.length) return;
    at = end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1);
    // The end of the last line begins no other.
    if (at >= text.length) return;
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length) {
    const sign = text[end];
    if (sign === separator || sign === "\n" || sign === "\r") break;
    end++;
  }
  return end;
}

function quotedCell(
  text: string,
  from: number,
  separator: string,
): { readonly value: string; readonly end: number } | "letter" | "none" {
  let value = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return "none";
    value += text.slice(at, quote);
    const next = text[quote + 1];
    if (next === '"') {
      value += '"';
      at = quote + 2;
      continue;
    }
    const closes = next === undefined || next === separator || next === "\n" || next === "\r";
    return closes ? { value, end: quote + 1 } : "letter";
  }
}

/** How well a sign parts a text: lines that it parts into as many cells as most others, at least two. */
function fitOf(sample: string, separator: Separator): number {
  const counts = new Map<number, number>();
  let lines = 0;
  for (const row of rowsOf(sample, separator)) {
    if (lines++ >= tellingLines) break;
    if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].map(([cells, times]) => times * Math.log2(cells)));
}

/** The sign that parts the cells of a text; null where nothing does, as in a list of one column. */
export function separatorOf(text: string): Separator | null {
  const sample = text.slice(0, 100_000);
  let best: Separator | null = null;
  let fit = 0;
  for (const separator of separators) {
    const its = fitOf(sample, separator);
    if (its > fit) [best, fit] = [separator, its];
  }
  return best;
}

/** What Excel writes in front of a .csv to say what parts its cells. */
const namedSeparator = /^sep=(.)\r?\n/iu;

/** @throws AppError workbook-too-large, workbook-damaged for more columns than a sheet has, cancelled */
export function readSeparated(text: string, format: WorkbookFormat, reading: Reading): Workbook {
  const named = namedSeparator.exec(text);
  const body = (named === null ? text : text.slice(named[0].length)).replace(/\u001a+$/u, "");
  // A sign that stands in no text: the whole line is one cell.
  const separator = named?.[1] ?? separatorOf(body) ?? "\u0000";
  const cells = new SheetCells(reading);
  let number = named === null ? 0 : 1;
  let letters = 0;
  for (const row of rowsOf(body, separator)) {
    cells.row(++number);
    for (const [column, value] of row.entries()) {
      letters += value.length + 1;
      if (value !== "") cells.cell(column, textContent([{ text: value, font: null }]));
    }
    if (number % 1000 === 0) {
      reading.pause();
      reading.tell(letters / Math.max(1, body.length));
    }
  }
  const sheet: Sheet = cells.sheet("", false);
  return { format, date1904: false, sheets: [sheet], left: [] };
}

/** A text line by line, each a cell as it stands. @throws as {@link readSeparated} */
export function readLines(text: string, reading: Reading): Workbook {
  const cells = new SheetCells(reading);
  for (const [at, line] of text.split(/\r\n|[\r\n]/u).entries()) {
    cells.row(at + 1);
    cells.cell(0, textContent([{ text: line, font: null }]));
  }
  return { format: "csv", date1904: false, sheets: [cells.sheet("", false)], left: [] };
}
