/**
 * The XML workbook of Excel 2003 ("XML Spreadsheet"), which programs of offices still write under the name of an .xls. Read
 * like the newer formats: texts with their fonts, formats of numbers, formulas noted.
 */
import type { CellContent, Sheet, TextRun, Workbook } from "../../../../shared/import/workbook";
import { isDateFormat } from "../../../../shared/import/number-format";
import { isoSerial } from "../iso-day";
import type { Reading } from "../reading";
import { notCalculated, SheetCells, textContent } from "../sheet-cells";
import { type Attributes, attributeOf, readXml } from "../xml";

interface Style {
  readonly parent: string | null;
  font: string | null;
  format: string | null;
}

const namedFormats: Readonly<Record<string, string>> = {
  "Short Date": "dd/mm/yyyy",
  "Medium Date": "dd/mm/yyyy",
  "Long Date": "dd/mm/yyyy",
  "General Date": "dd/mm/yyyy",
  Fixed: "0.00",
  Standard: "#,##0.00",
  Percent: "0.00%",
};

/** @throws AppError workbook-damaged, workbook-too-large, cancelled */
export async function readSpreadsheetXml(bytes: Buffer, reading: Reading): Promise<Workbook> {
  const reader = new SpreadsheetXmlReader(reading);
  reading.took(bytes.length);
  await readXml(piecesOf(bytes, reading), reader, reading);
  return { format: "xls", date1904: reader.date1904, sheets: reader.sheets, left: [] };
}

function* piecesOf(bytes: Buffer, reading: Reading): Generator<Buffer> {
  const length = 1 << 16;
  for (let at = 0; at < bytes.length; at += length) {
    reading.pause();
    reading.tell(at / bytes.length);
    yield bytes.subarray(at, at + length);
  }
}

class SpreadsheetXmlReader {
  readonly sheets: Sheet[] = [];
  date1904 = false;
  readonly #reading: Reading;
  readonly #styles = new Map<string, Style>();
  #style: Style | null = null;
  #sheet: { readonly name: string; readonly cells: SheetCells; hidden: boolean } | null = null;
  #row = 0;
  #column = 0;
  #cell: { style: string | null; formula: boolean; across: number; type: string } | null = null;
  #runs: TextRun[] = [];
  #fonts: (string | null)[] = [];
  #inData = false;
  #inVisible = false;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  open = (element: string, attributes: Attributes): void => {
    if (this.#inData) {
      this.#fonts.push(attributeOf(attributes, "Face") ?? null);
      return;
    }
    switch (element) {
      case "Date1904":
        this.date1904 = true;
        return;
      case "Style":
        this.#style = { parent: attributeOf(attributes, "Parent") ?? null, font: null, format: null };
        this.#styles.set(attributeOf(attributes, "ID") ?? "", this.#style);
        return;
      case "Font":
        if (this.#style !== null) this.#style.font = attributeOf(attributes, "FontName") ?? null;
        return;
      case "NumberFormat": {
        const format = attributeOf(attributes, "Format");
        if (this.#style !== null && format !== undefined) this.#style.format = namedFormats[format] ?? format;
        return;
      }
      case "Worksheet":
        this.#reading.parts(this.sheets.length);
        this.#sheet = {
          name: attributeOf(attributes, "Name") ?? "",
          cells: new SheetCells(this.#reading),
          hidden: false,
        };
        this.#row = 0;
        return;
      case "Visible":
        this.#inVisible = true;
        return;
      case "Row":
        this.#row = Number(attributeOf(attributes, "Index") ?? this.#row + 1);
        this.#column = 0;
        return this.#sheet?.cells.row(this.#row);
      case "Cell":
        return this.#openCell(attributes);
      case "Data":
        if (this.#cell !== null) this.#cell.type = attributeOf(attributes, "Type") ?? "String";
        this.#inData = true;
        return;
    }
  };

  text = (piece: string): void => {
    if (this.#inVisible && this.#sheet !== null) this.#sheet.hidden = piece !== "SheetVisible";
    if (!this.#inData || this.#cell === null) return;
    const font =
      this.#fonts.findLast((one) => one !== null) ?? this.#of(this.#cell.style, ({ font: own }) => own);
    this.#runs.push({ text: piece, font });
  };

  close = (element: string): void => {
    if (element === "Data" && this.#fonts.length === 0) this.#inData = false;
    else if (this.#inData) this.#fonts.pop();
    else if (element === "Style") this.#style = null;
    else if (element === "Visible") this.#inVisible = false;
    else if (element === "Cell") this.#closeCell();
    else if (element === "Worksheet" && this.#sheet !== null) {
      const { cells, name, hidden } = this.#sheet;
      this.sheets.push(cells.sheet(name, hidden));
      this.#sheet = null;
    }
  };

  #openCell(attributes: Attributes): void {
    const index = attributeOf(attributes, "Index");
    if (index !== undefined) this.#column = Number(index) - 1;
    const across = Number(attributeOf(attributes, "MergeAcross") ?? 0);
    const down = Number(attributeOf(attributes, "MergeDown") ?? 0);
    this.#sheet?.cells.merge({
      firstRow: this.#row,
      lastRow: this.#row + down,
      firstColumn: this.#column,
      lastColumn: this.#column + across,
    });
    const formula = attributeOf(attributes, "Formula") !== undefined;
    this.#cell = { style: attributeOf(attributes, "StyleID") ?? null, formula, across, type: "" };
    this.#runs = [];
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    const content = this.#content(cell.type, cell.style) ?? (cell.formula ? notCalculated : null);
    this.#sheet?.cells.cell(this.#column, content, cell.formula);
    this.#column += 1 + cell.across;
  }

  #content(type: string, style: string | null): CellContent | null {
    const text = this.#runs.map((run) => run.text).join("");
    const format = this.#of(style ?? "Default", (one) => one.format);
    switch (type) {
      case "Number": {
        const value = Number(text);
        if (text === "" || !Number.isFinite(value)) return textContent(this.#runs);
        return { kind: "number", value, format, isDate: isDateFormat(format) };
      }
      case "DateTime": {
        const value = isoSerial(text, this.date1904);
        if (value === null) return textContent(this.#runs);
        return { kind: "number", value, format: isDateFormat(format) ? format : "dd/mm/yyyy", isDate: true };
      }
      case "Boolean":
        return { kind: "boolean", value: text === "1" };
      case "Error":
        return { kind: "error", code: text };
      default:
        return textContent(this.#runs);
    }
  }

  #of(name: string | null, part: (style: Style) => string | null): string | null {
    let at = name ?? "Default";
    for (let depth = 0; depth < 20; depth++) {
      const style = this.#styles.get(at);
      const found = style === undefined ? null : part(style);
      if (found !== null) return found;
      if (at === "Default") return null;
      at = style?.parent ?? "Default";
    }
    return null;
  }
}
