/** What holds for all sheets of an .xls: fonts, number formats, shared texts, and where its sheets begin. */
import { isDateFormat } from "../../../../shared/import/number-format";
import { builtInFormat } from "../built-in-formats";
import type { CellFormat } from "../xlsx/styles";
import { recordsFrom, recordTypes } from "./records";
import { codePageText, RecordReader, sharedTexts, unicodeText, type XlsText } from "./texts";

/** [MS-XLS] 2.4.122: there is no font of this number, those behind it count one more. */
const missingFont = 4;
const western = 1252;

export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Where its records begin; only sheets of cells are listed. */
  readonly start: number;
}

export interface Globals {
  /** Excel 97 or later: texts are Unicode. */
  readonly unicode: boolean;
  codePage: number;
  password: boolean;
  date1904: boolean;
  links: boolean;
  readonly fonts: (string | null)[];
  readonly sheets: ListedSheet[];
  texts: readonly XlsText[];
  /** Looks of cells by the number that a cell names. */
  cellFormats: readonly CellFormat[];
}

/** @param stream the workbook's records, beginning with a BOF of Excel 5 or later */
export function readGlobals(stream: Buffer): Globals {
  const globals: Globals = {
    unicode: stream.length > 6 && stream.readUInt16LE(4) === 0x600,
    codePage: western,
    password: false,
    date1904: false,
    links: false,
    fonts: [],
    sheets: [],
    texts: [],
    cellFormats: [],
  };
  const formats = new Map<number, string>();
  const looks: { readonly font: number; readonly format: number }[] = [];
  for (const { type, data, more } of recordsFrom(stream, 0)) {
    if (type === recordTypes.eof) break;
    switch (type) {
      case recordTypes.filePass:
        globals.password = true;
        return globals;
      case recordTypes.codePage:
        if (data.length >= 2) globals.codePage = data.readUInt16LE(0);
        break;
      case recordTypes.dateMode:
        globals.date1904 = data[0] === 1;
        break;
      case recordTypes.font:
        if (globals.fonts.length === missingFont) globals.fonts.push(null);
        globals.fonts.push(shortText(data, 14, globals));
        break;
      case recordTypes.format:
        if (data.length > 2) formats.set(data.readUInt16LE(0), formatText(data, globals));
        break;
      case recordTypes.xf:
        if (data.length >= 4) looks.push({ font: data.readUInt16LE(0), format: data.readUInt16LE(2) });
        break;
      case recordTypes.boundSheet:
        // Kind 0: a sheet of cells; others are charts and old macros.
        if (data.length > 6 && data[5] === 0)
          globals.sheets.push({
            name: shortText(data, 6, globals),
            hidden: ((data[4] ?? 0) & 3) !== 0,
            start: data.readUInt32LE(0),
          });
        break;
      case recordTypes.sst:
        globals.texts = sharedTexts([data, ...more]);
        break;
      case recordTypes.supBook:
        // Links within the file itself, or to parts of Excel, have no address.
        globals.links ||= data.length > 4;
        break;
    }
  }
  globals.cellFormats = looks.map(({ font, format }) => {
    const shown = formats.get(format) ?? builtInFormat(format);
    return {
      font: globals.fonts[font] ?? null,
      format: shown === "General" ? null : shown,
      isDate: isDateFormat(shown),
    };
  });
  return globals;
}

/** A text whose length is one byte. */
function shortText(data: Buffer, at: number, { unicode, codePage }: Globals): string {
  const length = data[at] ?? 0;
  if (!unicode) return codePageText(data.subarray(at + 1, at + 1 + length), codePage);
  return new RecordReader([data], at + 2).letters(length, ((data[at + 1] ?? 0) & 1) === 1);
}

function formatText(data: Buffer, globals: Globals): string {
  return globals.unicode ? unicodeText(new RecordReader([data], 2)).text : shortText(data, 2, globals);
}
