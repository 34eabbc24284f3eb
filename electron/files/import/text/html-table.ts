/**
 * Tables of a web page under the name of a workbook, as portals of offices export them: the rows of all its tables one
 * below the other, as Excel opens them, with the words between the tables as rows of their own. Nothing in it is run or
 * fetched.
 */
import { Parser } from "htmlparser2";
import type { TextRun, Workbook } from "../../../../shared/import/workbook";
import type { Reading } from "../reading";
import { columnsOfSheet, SheetCells, textContent } from "../sheet-cells";

type Attributes = Readonly<Record<string, string>>;

/** What is no text that somebody reads. */
const unseen = new Set(["script", "style", "head", "template", "noscript", "xml"]);
/** What begins a line of its own. */
const blocks = new Set(["p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "center", "caption"]);
/** Elements that end by themselves. */
const empty = new Set(["br", "img", "hr", "input", "meta", "link", "col", "wbr", "base", "area"]);
/** Rows that one cell may go over; more than any list. */
const mostSpanned = 65_536;

/** The font that an element asks for by itself. */
function fontOf(attributes: Attributes): string | null {
  const style = /font-family\s*:\s*([^;]+)/iu.exec(attributes.style ?? "")?.[1] ?? attributes.face;
  return (
    style
      ?.split(",")[0]
      ?.trim()
      .replace(/^['"]|['"]$/gu, "") || null
  );
}

const spanOf = (text: string | undefined, most: number) =>
  Math.min(Math.max(Number.parseInt(text ?? "1", 10) || 1, 1), most);

class PageReader {
  readonly cells: SheetCells;
  tables = 0;
  readonly #reading: Reading;
  #row = 0;
  #column = 0;
  #tableDepth = 0;
  #inRow = false;
  #unseen = 0;
  #fonts: { readonly element: string; readonly font: string | null }[] = [];
  #runs: TextRun[] = [];
  #cell: { readonly columns: number; readonly rows: number } | null = null;
  /** For each column the last row that a cell from above goes down to. */
  #taken: number[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
    this.cells = new SheetCells(reading);
  }

  open(element: string, attributes: Attributes): void {
    if (this.#unseen > 0 || unseen.has(element)) {
      if (!empty.has(element)) this.#unseen++;
      return;
    }
    if (!empty.has(element)) this.#fonts.push({ element, font: fontOf(attributes) });
    if (element === "table") {
      this.#endLine();
      this.tables++;
      this.#tableDepth++;
      if (this.#tableDepth === 1) this.#taken = [];
    } else if (element === "tr" && this.#tableDepth === 1) this.#beginRow();
    else if ((element === "td" || element === "th") && this.#tableDepth === 1) {
      if (!this.#inRow) this.#beginRow();
      this.#cell = {
        columns: spanOf(attributes.colspan, columnsOfSheet),
        rows: spanOf(attributes.rowspan, mostSpanned),
      };
      this.#runs = [];
    } else if (blocks.has(element)) this.#lineBreak();
  }

  text(piece: string): void {
    if (this.#unseen > 0 || (this.#tableDepth > 0 && this.#cell === null)) return;
    // Blanks that only set out the page's source are one blank.
    const text = piece.replace(/[ \t\r\n\f]+/gu, " ");
    const last = this.#runs.at(-1)?.text.at(-1);
    const kept = last === undefined || last === " " || last === "\n" ? text.replace(/^ /u, "") : text;
    if (kept === "") return;
    this.#runs.push({ text: kept, font: this.#fonts.findLast(({ font }) => font !== null)?.font ?? null });
    this.#reading.held(this.#runs.length);
  }

  close(element: string): void {
    if (this.#unseen > 0) {
      if (!empty.has(element)) this.#unseen--;
      return;
    }
    if (empty.has(element)) return;
    const at = this.#fonts.findLastIndex((one) => one.element === element);
    if (at >= 0) this.#fonts.length = at;
    if (element === "table") {
      this.#tableDepth = Math.max(0, this.#tableDepth - 1);
      if (this.#tableDepth === 0) this.#inRow = false;
    } else if (element === "tr" && this.#tableDepth === 1) this.#inRow = false;
    else if ((element === "td" || element === "th") && this.#tableDepth === 1) this.#endCell();
    else if (blocks.has(element)) this.#lineBreak();
  }

  end(): void {
    this.#endLine();
  }

  #beginRow(): void {
    this.#inRow = true;
    this.#row++;
    this.#column = 0;
    this.cells.row(this.#row);
    this.#reading.pause();
  }

  #endCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    while ((this.#taken[this.#column] ?? 0) >= this.#row) this.#column++;
    const first = this.#column;
    if (first + cell.columns > columnsOfSheet) throw this.#reading.damaged();
    this.cells.cell(first, this.#takeText());
    this.#column += cell.columns;
    const lastRow = this.#row + cell.rows - 1;
    if (cell.rows > 1)
      for (let column = first; column < this.#column; column++) this.#taken[column] = lastRow;
    this.cells.merge({ firstRow: this.#row, lastRow, firstColumn: first, lastColumn: this.#column - 1 });
  }

  #lineBreak(): void {
    if (this.#tableDepth === 0) this.#endLine();
    else if (this.#runs.length > 0) this.#runs.push({ text: "\n", font: this.#runs.at(-1)?.font ?? null });
  }

  /** Words outside a table are a row of their own. */
  #endLine(): void {
    if (this.#tableDepth > 0) return;
    const content = this.#takeText();
    if (content === null) return;
    this.#row++;
    this.cells.row(this.#row);
    this.cells.cell(0, content);
  }

  #takeText() {
    const runs = [...this.#runs];
    this.#runs = [];
    const last = runs.at(-1);
    if (last !== undefined) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
    return textContent(runs);
  }
}

/** @throws AppError workbook-foreign for a page without a table, workbook-too-large, cancelled */
export function readHtml(text: string, reading: Reading): Workbook {
  const page = new PageReader(reading);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      ontext: (piece) => page.text(piece),
      onclosetag: (name) => page.close(name),
    },
    { decodeEntities: true },
  );
  const piece = 1 << 16;
  for (let at = 0; at < text.length; at += piece) {
    reading.took(Math.min(piece, text.length - at));
    reading.tell(at / text.length);
    parser.write(text.slice(at, at + piece));
  }
  parser.end();
  page.end();
  if (page.tables === 0) throw reading.foreign("webPage");
  return { format: "xls", date1904: false, sheets: [page.cells.sheet("", false)], left: [] };
}
