/** One sheet of an .xls: the records of its cells as values in their fonts. */
import type { CellContent, LeftPart, Sheet, SheetCell, TextRun } from "../../../../shared/import/workbook";
import { limits, type Reading } from "../reading";
import { notCalculated, SheetCells, textContent } from "../sheet-cells";
import { type CellFormat, plainCell } from "../xlsx/styles";
import type { Globals, ListedSheet } from "./globals";
import { recordsFrom, recordTypes, type XlsRecord } from "./records";
import { codePageText, type FontStart, RecordReader, unicodeText, type XlsText } from "./texts";

const errorCodes: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};
/** Kind of a drawn thing that is a picture ([MS-XLS] 2.5.143). */
const picture = 8;

/** A number in four bytes ([MS-XLS] 2.5.122). */
function rkNumber(bits: number): number {
  let value: number;
  if ((bits & 2) !== 0) value = bits >> 2;
  else {
    const double = Buffer.alloc(8);
    double.writeInt32LE(bits & ~3, 4);
    value = double.readDoubleLE(0);
  }
  return (bits & 1) === 0 ? value : value / 100;
}

class SheetReader {
  readonly left = new Set<LeftPart>();
  readonly #globals: Globals;
  readonly #reading: Reading;
  readonly #rows = new Map<number, SheetCell[]>();
  readonly #merges: (readonly [number, number, number, number])[] = [];
  #count = 0;
  /** A formula whose result is the text of a record to come. */
  #awaiting: { readonly row: number; readonly column: number; readonly look: CellFormat } | null = null;

  constructor(globals: Globals, reading: Reading) {
    this.#globals = globals;
    this.#reading = reading;
  }

  take(record: XlsRecord): void {
    const { type, data } = record;
    switch (type) {
      case recordTypes.note:
        this.left.add("comments");
        return;
      case recordTypes.drawing:
        if (data.length > 6 && data.readUInt16LE(4) === picture) this.left.add("pictures");
        return;
      case recordTypes.merges:
        for (let at = 2; at + 8 <= data.length; at += 8)
          this.#merges.push([
            data.readUInt16LE(at),
            data.readUInt16LE(at + 2),
            data.readUInt16LE(at + 4),
            data.readUInt16LE(at + 6),
          ]);
        return;
      case recordTypes.formulaText:
        return this.#formulaText(record);
      case recordTypes.manyRk:
        return this.#manyNumbers(data);
      default:
        if (data.length >= 8) this.#cell(record);
    }
  }

  sheet({ name, hidden }: ListedSheet): Sheet {
    const cells = new SheetCells(this.#reading);
    for (const row of [...this.#rows.keys()].sort((a, b) => a - b)) {
      cells.row(row + 1);
      for (const { column, content, formula } of this.#rows.get(row) ?? [])
        cells.cell(column, content, formula);
    }
    for (const [firstRow, lastRow, firstColumn, lastColumn] of this.#merges)
      cells.merge({ firstRow: firstRow + 1, lastRow: lastRow + 1, firstColumn, lastColumn });
    return cells.sheet(name, hidden);
  }

  #cell(record: XlsRecord): void {
    const { type, data } = record;
    const row = data.readUInt16LE(0);
    const column = data.readUInt16LE(2);
    const look = this.#globals.cellFormats[data.readUInt16LE(4)] ?? plainCell;
    const content = (): CellContent | null => {
      switch (type) {
        case recordTypes.labelSst: {
          const text = data.length < 10 ? undefined : this.#globals.texts[data.readUInt32LE(6)];
          if (text === undefined) throw this.#reading.damaged();
          return this.#text(text, look);
        }
        case recordTypes.label:
        case recordTypes.richLabel:
          return this.#text(this.#label(record), look);
        case recordTypes.number:
          return data.length < 14 ? null : numberOf(data.readDoubleLE(6), look);
        case recordTypes.rk:
          return data.length < 10 ? null : numberOf(rkNumber(data.readInt32LE(6)), look);
        case recordTypes.truthOrError:
          return truthOrError(data[7] === 1, data[6] ?? 0);
        default:
          return null;
      }
    };
    if (type === recordTypes.formula) this.#formula(data, row, column, look);
    else this.#put(row, column, content(), false);
  }

  #label({ data, more }: XlsRecord): XlsText {
    if (this.#globals.unicode) {
      const { text } = unicodeText(new RecordReader([data, ...more], 6));
      return { text, fonts: [] };
    }
    const read = new RecordReader([data], 6);
    const text = codePageText(read.bytes(read.number(2)), this.#globals.codePage);
    const fonts: FontStart[] = [];
    const count = read.byte();
    for (let run = 0; run < count && !read.ended; run++) fonts.push({ at: read.byte(), font: read.byte() });
    return { text, fonts };
  }

  /** A formula's last result; the formula itself is not looked at. */
  #formula(data: Buffer, row: number, column: number, look: CellFormat): void {
    if (data.length < 14) return;
    if (data.readUInt16LE(12) !== 0xffff)
      return this.#put(row, column, numberOf(data.readDoubleLE(6), look), true);
    const [kind = 0, , value = 0] = data.subarray(6, 9);
    if (kind === 0) this.#awaiting = { row, column, look };
    else if (kind === 1 || kind === 2) this.#put(row, column, truthOrError(kind === 2, value), true);
    else this.#put(row, column, notCalculated, true);
  }

  #formulaText({ data, more }: XlsRecord): void {
    const place = this.#awaiting;
    this.#awaiting = null;
    if (place === null) return;
    const { unicode, codePage } = this.#globals;
    const text = unicode
      ? unicodeText(new RecordReader([data, ...more])).text
      : codePageText(data.subarray(2), codePage);
    this.#put(place.row, place.column, this.#text({ text, fonts: [] }, place.look), true);
  }

  #manyNumbers(data: Buffer): void {
    if (data.length < 6) return;
    const row = data.readUInt16LE(0);
    let column = data.readUInt16LE(2);
    for (let at = 4; at + 6 <= data.length - 2; at += 6, column++) {
      const look = this.#globals.cellFormats[data.readUInt16LE(at)] ?? plainCell;
      this.#put(row, column, numberOf(rkNumber(data.readInt32LE(at + 2)), look), false);
    }
  }

  #put(row: number, column: number, content: CellContent | null, formula: boolean): void {
    if (content === null) return;
    this.#count++;
    if (this.#count > limits.cells) throw this.#reading.tooLarge("cells");
    if (this.#count % 10_000 === 0) this.#reading.pause();
    const cells = this.#rows.get(row);
    if (cells === undefined) this.#rows.set(row, [{ column, content, formula }]);
    else cells.push({ column, content, formula });
  }

  #text({ text, fonts }: XlsText, look: CellFormat): CellContent | null {
    const runs: TextRun[] = [];
    let from = 0;
    let { font } = look;
    for (const start of fonts) {
      if (start.at > from) runs.push({ text: text.slice(from, start.at), font });
      from = Math.max(from, start.at);
      font = this.#globals.fonts[start.font] ?? null;
    }
    if (from < text.length) runs.push({ text: text.slice(from), font });
    return textContent(runs);
  }
}

function numberOf(value: number, { format, isDate }: CellFormat): CellContent | null {
  return Number.isFinite(value) ? { kind: "number", value, format, isDate } : null;
}

function truthOrError(isError: boolean, value: number): CellContent {
  return isError
    ? { kind: "error", code: errorCodes[value] ?? "#VALUE!" }
    : { kind: "boolean", value: value !== 0 };
}

/** @param left gets what the sheet holds beside cells. @throws AppError workbook-damaged, workbook-too-large, cancelled */
export function readXlsSheet(
  stream: Buffer,
  listed: ListedSheet,
  globals: Globals,
  left: Set<LeftPart>,
  reading: Reading,
): Sheet {
  const reader = new SheetReader(globals, reading);
  let depth = 0;
  for (const record of recordsFrom(stream, listed.start)) {
    // A chart within a sheet has a beginning and an end of its own, and cells that are none of the sheet's.
    if (record.type === recordTypes.bof) depth++;
    else if (record.type === recordTypes.eof && --depth <= 0) break;
    else if (depth === 1) reader.take(record);
    else if (depth === 0) throw reading.damaged();
  }
  for (const part of reader.left) left.add(part);
  return reader.sheet(listed);
}
