/**
 * Cells of a list for the clipboard: as text with tabs, which every spreadsheet takes cell by cell, and as a table, in
 * which texts are told to be texts, so that the zeros of an identity number survive.
 */
import { measureOf, tableColumnLabel, tableColumnOf } from "../../shared/columns/table-column";
import { appError } from "../../shared/contract/errors";
import type { ParsedArgs } from "../../shared/contract/contract";
import { linesOf } from "./list-figures";
import type { Officials } from "./officials";
import { spokenCell } from "./spoken-cell";

/** Lines that are copied at once; a longer list goes out as a file. */
export const mostRows = 20_000;
/** Lines read before other work goes on. */
const sliceRows = 200;

/** @throws AppError copy-too-large, row-unknown */
export async function copied(
  officials: Officials,
  { filter, order, columns, ranges, headings }: ParsedArgs<"listCopy">,
): Promise<{ readonly text: string; readonly html: string; readonly rows: number }> {
  const { people, roster } = await officials.list(filter, order);
  const places = linesOf(
    Int32Array.from(people, (_person, place) => place),
    ranges,
  );
  if (places.length > mostRows) throw appError("copy-too-large", { rows: places.length, most: mostRows });
  const { t, pause } = roster.surroundings;
  const shown = columns.map(tableColumnOf);
  const isText = shown.map((column) => column === null || measureOf(column) === "text");
  const rows: string[][] = headings
    ? [shown.map((column) => (column === null ? "" : tableColumnLabel(t, column)))]
    : [];
  for (let start = 0; start < places.length; start += sliceRows) {
    const slice = Array.from(places.subarray(start, start + sliceRows));
    const cells = await officials.cells(filter, order, columns, slice);
    rows.push(...cells.map((row) => row.map(spokenCell)));
    await pause();
  }
  return { rows: places.length, ...asClipboard(rows, headings, isText) };
}

/** @param headings whether the first row is one of headings @param isText by column */
export function asClipboard(
  rows: readonly (readonly string[])[],
  headings: boolean,
  isText: readonly boolean[],
): { readonly text: string; readonly html: string } {
  return {
    text: rows.map((row) => row.map(quoted).join("\t")).join("\r\n"),
    html: tableOf(rows, headings, isText),
  };
}

/** A text with a tab or a line's end would fall apart into several cells. */
function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function tableOf(
  rows: readonly (readonly string[])[],
  headings: boolean,
  isText: readonly boolean[],
): string {
  const lines = rows.map((row, place) => {
    const tag = headings && place === 0 ? "th" : "td";
    const cells = row.map((text, at) => {
      const format = isText[at] === true ? ` style="mso-number-format:'\\@'"` : "";
      return `<${tag}${format}>${escaped(text)}</${tag}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<meta charset="utf-8"><table>${lines.join("")}</table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");
}
