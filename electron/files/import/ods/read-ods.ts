/**
 * Reads an .ods, packed or flat: styles first, then the sheets as they stream by. A row or cell may stand for a million
 * like it; only those that hold something are made, each against the reading's budget.
 */
import type { CellContent, LeftPart, Sheet, Workbook } from "../../../../shared/import/workbook";
import { isDateFormat } from "../../../../shared/import/number-format";
import { isoSerial } from "../iso-day";
import type { Reading } from "../reading";
import { columnsOfSheet, notCalculated, SheetCells, textContent } from "../sheet-cells";
import { counted } from "../xlsx/shared-texts";
import { type Attributes, readXml } from "../xml";
import type { ZipParts } from "../zip-parts";
import { OdsCellText } from "./cell-text";
import { OdsStyles } from "./styles";

/** @throws AppError workbook-damaged, workbook-password, workbook-too-large, cancelled */
export async function readOds(parts: ZipParts, reading: Reading): Promise<Workbook> {
  if (parts.has("encrypted-package")) throw reading.password();
  if (parts.has("META-INF/manifest.xml")) {
    const open = (element: string) => {
      if (element === "encryption-data") throw reading.password();
    };
    await readXml([await parts.whole("META-INF/manifest.xml")], { open }, reading);
  }
  const styles = new OdsStyles();
  if (parts.has("styles.xml")) {
    const handler = {
      open: (element: string, attributes: Attributes) => styles.open(element, attributes),
      text: (piece: string) => styles.text(piece),
      close: (element: string) => styles.close(element),
    };
    await readXml([await parts.whole("styles.xml")], handler, reading);
  }
  const claimed = Math.max(1, parts.claimedBytes("content.xml"));
  let done = 0;
  const pieces = counted(parts.pieces("content.xml"), (bytes) => {
    done += bytes;
    reading.tell(done / claimed);
  });
  const left = new Set<LeftPart>();
  if (parts.names.some((name) => /^(?:Basic|Scripts)\/.*\.(?:xml|xba|py|js)$/u.test(name)))
    left.add("macros");
  if (parts.names.some((name) => name.startsWith("Pictures/"))) left.add("pictures");
  return readContent(pieces, styles, left, reading);
}

/** A flat .ods (`.fods`), which is one part by itself. @throws as {@link readOds} */
export function readFlatOds(bytes: Buffer, reading: Reading): Promise<Workbook> {
  reading.took(bytes.length);
  return readContent([bytes], new OdsStyles(), new Set(), reading);
}

async function readContent(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  styles: OdsStyles,
  left: Set<LeftPart>,
  reading: Reading,
): Promise<Workbook> {
  const reader = new ContentReader(styles, left, reading);
  await readXml(pieces, reader, reading);
  return { format: "ods", date1904: false, sheets: reader.sheets, left: [...left] };
}

interface CellBeingRead {
  readonly attributes: Attributes;
  readonly style: string | null;
  readonly repeated: number;
}

class ContentReader {
  readonly sheets: Sheet[] = [];
  readonly #styles: OdsStyles;
  readonly #left: Set<LeftPart>;
  readonly #reading: Reading;
  readonly #text: OdsCellText;
  #table: { readonly name: string; readonly hidden: boolean; readonly cells: SheetCells } | null = null;
  /** Styles of columns, each with the first column after it. */
  #columns: { readonly end: number; readonly style: string | null }[] = [];
  #row = 1;
  #rowsRepeated = 1;
  #rowStyle: string | null = null;
  #rowCells: { readonly column: number; readonly content: CellContent; readonly formula: boolean }[] = [];
  #column = 0;
  #cell: CellBeingRead | null = null;
  #inStyles = true;

  constructor(styles: OdsStyles, left: Set<LeftPart>, reading: Reading) {
    this.#styles = styles;
    this.#left = left;
    this.#reading = reading;
    this.#text = new OdsCellText(styles);
  }

  open = (element: string, attributes: Attributes): void => {
    if (element === "body") this.#inStyles = false;
    if (this.#inStyles) return this.#styles.open(element, attributes);
    if (element === "annotation") this.#left.add("comments");
    if (element === "image") this.#left.add("pictures");
    if (element === "table-source") this.#left.add("externalLinks");
    if (this.#cell !== null) return this.#text.open(element, attributes);
    switch (element) {
      case "table":
        return this.#openTable(attributes);
      case "table-column": {
        const from = this.#columns.at(-1)?.end ?? 0;
        const end = from + repeatedOf(attributes, "table:number-columns-repeated");
        this.#columns.push({ end, style: attributes["table:default-cell-style-name"] ?? null });
        return;
      }
      case "table-row":
        this.#rowsRepeated = repeatedOf(attributes, "table:number-rows-repeated");
        this.#rowStyle = attributes["table:default-cell-style-name"] ?? null;
        this.#rowCells = [];
        this.#column = 0;
        return;
      case "table-cell":
      case "covered-table-cell":
        return this.#openCell(attributes);
    }
  };

  text = (piece: string): void => {
    if (this.#inStyles) this.#styles.text(piece);
    else if (this.#cell !== null) this.#text.text(piece);
  };

  close = (element: string): void => {
    if (this.#inStyles) return this.#styles.close(element);
    if (this.#cell !== null && element !== "table-cell" && element !== "covered-table-cell")
      return this.#text.close(element);
    if (this.#table === null) return;
    if (element === "table-cell" || element === "covered-table-cell") this.#closeCell(this.#table.cells);
    else if (element === "table-row") this.#closeRow(this.#table.cells);
    else if (element === "table") {
      this.sheets.push(this.#table.cells.sheet(this.#table.name, this.#table.hidden));
      this.#table = null;
    }
  };

  #openTable(attributes: Attributes): void {
    // Within a table there is none that a sheet shows.
    if (this.#table !== null) throw this.#reading.damaged();
    this.#reading.parts(this.sheets.length);
    const hidden = this.#styles.isHiddenTable(attributes["table:style-name"] ?? null);
    this.#table = { name: attributes["table:name"] ?? "", hidden, cells: new SheetCells(this.#reading) };
    this.#columns = [];
    this.#row = 1;
  }

  #openCell(attributes: Attributes): void {
    const style =
      attributes["table:style-name"] ??
      this.#rowStyle ??
      this.#columns.find(({ end }) => this.#column < end)?.style ??
      null;
    this.#cell = { attributes, style, repeated: repeatedOf(attributes, "table:number-columns-repeated") };
    this.#text.begin(this.#styles.font("table-cell", style));
  }

  #closeCell(cells: SheetCells): void {
    const cell = this.#cell;
    if (cell === null) return;
    this.#cell = null;
    const formula = cell.attributes["table:formula"] !== undefined;
    const content = this.#content(cell) ?? (formula ? notCalculated : null);
    const first = this.#column;
    this.#column += cell.repeated;
    const columns = repeatedOf(cell.attributes, "table:number-columns-spanned");
    const rows = repeatedOf(cell.attributes, "table:number-rows-spanned");
    if (columns > 1 || rows > 1)
      cells.merge({
        firstRow: this.#row,
        lastRow: this.#row + rows - 1,
        firstColumn: first,
        lastColumn: first + columns - 1,
      });
    if (content === null) return;
    if (this.#column > columnsOfSheet) throw this.#reading.damaged();
    for (let column = first; column < this.#column; column++)
      this.#rowCells.push({ column, content, formula });
  }

  #closeRow(cells: SheetCells): void {
    const first = this.#row;
    this.#row += this.#rowsRepeated;
    if (this.#rowCells.length === 0) return;
    for (let row = first; row < this.#row; row++) {
      cells.row(row);
      for (const { column, content, formula } of this.#rowCells) cells.cell(column, content, formula);
    }
  }

  #content({ attributes, style }: CellBeingRead): CellContent | null {
    const { runs } = this.#text;
    const type = attributes["office:value-type"] ?? attributes["calcext:value-type"];
    if (attributes["calcext:value-type"] === "error")
      return { kind: "error", code: runs.map(({ text }) => text).join("") || "#VALUE!" };
    const stored = attributes["office:value"];
    switch (type) {
      case "float":
      case "percentage":
      case "currency": {
        const value = Number(stored);
        if (stored === undefined || !Number.isFinite(value)) return textContent(runs);
        const format = this.#styles.format(style);
        return { kind: "number", value, format, isDate: isDateFormat(format) };
      }
      case "date": {
        const value = isoSerial(attributes["office:date-value"] ?? "");
        if (value === null) return textContent(runs);
        const format = this.#styles.format(style);
        return { kind: "number", value, format: isDateFormat(format) ? format : "dd/mm/yyyy", isDate: true };
      }
      case "time": {
        const value = dayShare(attributes["office:time-value"] ?? "");
        if (value === null) return textContent(runs);
        return { kind: "number", value, format: this.#styles.format(style), isDate: false };
      }
      case "boolean":
        return { kind: "boolean", value: attributes["office:boolean-value"] === "true" };
      default: {
        const whole = attributes["office:string-value"];
        if (runs.length > 0 || whole === undefined) return textContent(runs);
        return textContent([{ text: whole, font: this.#styles.font("table-cell", style) }]);
      }
    }
  }
}

/** How many like it an element stands for. */
function repeatedOf(attributes: Attributes, name: string): number {
  const count = Number(attributes[name] ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

/** `PT07H30M00S` as a share of a day; null for what is no length of time. */
function dayShare(text: string): number | null {
  const parts = /^(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/u.exec(text);
  if (parts === null) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(2)
    .map((part: string | undefined) => Number((part ?? "0").replace(",", ".")));
  const share = days + (hours * 3600 + minutes * 60 + seconds) / 86_400;
  return parts[1] === "-" ? -share : share;
}
