/** One sheet of an .xlsx, cell by cell as its part streams by. Formulas are noted, never worked out. */
import type { CellContent, Sheet } from "../../../../shared/import/workbook";
import { isoSerial } from "../iso-day";
import type { Reading } from "../reading";
import { cellPlace, notCalculated, SheetCells } from "../sheet-cells";
import type { Attributes } from "../xml";
import { readXml } from "../xml";
import { unescaped } from "./escapes";
import { RichText } from "./rich-text";
import { inFont, type SharedTexts } from "./shared-texts";
import { type CellFormat, plainCell } from "./styles";

export interface SheetSource {
  readonly name: string;
  readonly hidden: boolean;
  readonly pieces: AsyncIterable<Buffer>;
  readonly texts: SharedTexts;
  readonly styles: readonly CellFormat[];
  readonly date1904: boolean;
}

interface CellBeingRead {
  column: number;
  type: string;
  style: CellFormat;
  value: string | null;
  formula: boolean;
}

/** @throws AppError workbook-damaged, workbook-too-large, cancelled */
export async function readSheet(source: SheetSource, reading: Reading): Promise<Sheet> {
  const sheet = new SheetReader(source, reading);
  await readXml(source.pieces, sheet, reading);
  return sheet.cells.sheet(source.name, source.hidden);
}

class SheetReader {
  readonly cells: SheetCells;
  readonly #source: SheetSource;
  readonly #reading: Reading;
  readonly #rich = new RichText();
  #row = 0;
  #column = -1;
  #cell: CellBeingRead | null = null;
  #inValue = false;
  #inInline = false;

  constructor(source: SheetSource, reading: Reading) {
    this.cells = new SheetCells(reading);
    this.#source = source;
    this.#reading = reading;
  }

  open = (element: string, attributes: Attributes): void => {
    if (this.#inInline) return this.#rich.open(element, attributes);
    switch (element) {
      case "row":
        this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r);
        this.#column = -1;
        return this.cells.row(this.#row);
      case "c":
        return this.#begin(attributes);
      case "v":
        this.#inValue = true;
        return;
      case "f":
        if (this.#cell !== null) this.#cell.formula = true;
        return;
      case "is":
        this.#inInline = true;
        return;
      case "mergeCell":
        return this.#merge(attributes.ref ?? "");
    }
  };

  text = (piece: string): void => {
    if (this.#inInline) this.#rich.text(piece);
    else if (this.#inValue && this.#cell !== null) {
      this.#cell.value = (this.#cell.value ?? "") + piece;
      this.#reading.held(this.#cell.value.length);
    }
  };

  close = (element: string): void => {
    if (element === "is") this.#inInline = false;
    else if (this.#inInline) this.#rich.close(element);
    else if (element === "v") this.#inValue = false;
    else if (element === "c" && this.#cell !== null) {
      const { column, formula } = this.#cell;
      this.cells.cell(column, this.#content(this.#cell), formula);
      this.#cell = null;
    }
  };

  #begin(attributes: Attributes): void {
    const place = attributes.r === undefined ? null : cellPlace(attributes.r);
    if (attributes.r !== undefined && place?.row !== this.#row) throw this.#reading.damaged();
    this.#column = place?.column ?? this.#column + 1;
    const style =
      attributes.s === undefined ? plainCell : (this.#source.styles[Number(attributes.s)] ?? plainCell);
    this.#cell = { column: this.#column, type: attributes.t ?? "n", style, value: null, formula: false };
  }

  #content({ type, style, value, formula }: CellBeingRead): CellContent | null {
    if (type === "inlineStr") return inFont(this.#rich.take(), style.font);
    if (value === null || (value === "" && type !== "str")) return formula ? notCalculated : null;
    switch (type) {
      case "s":
        return this.#source.texts.content(Number(value), style.font);
      case "str":
        return inFont([{ text: unescaped(value), font: null }], style.font);
      case "b":
        return { kind: "boolean", value: value === "1" || value === "true" };
      case "e":
        return { kind: "error", code: value };
      case "d": {
        const serial = isoSerial(value, this.#source.date1904);
        if (serial === null) return inFont([{ text: value, font: null }], style.font);
        return { kind: "number", value: serial, format: style.format ?? "dd/mm/yyyy", isDate: true };
      }
      default: {
        const number = Number(value);
        if (!Number.isFinite(number)) return inFont([{ text: value, font: null }], style.font);
        return { kind: "number", value: number, format: style.format, isDate: style.isDate };
      }
    }
  }

  #merge(reference: string): void {
    const [first, last] = reference.split(":").map(cellPlace);
    if (first === undefined || first === null || last === null) throw this.#reading.damaged();
    const end = last ?? first;
    this.cells.merge({
      firstRow: first.row,
      lastRow: end.row,
      firstColumn: first.column,
      lastColumn: end.column,
    });
  }
}
