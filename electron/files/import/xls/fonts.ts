/**
 * The fonts of an .xls by cell and run, which the library that reads its values does not tell, and where formulas stand. Without them a text of an
 * old code could only be judged by its letters, and .VnTimeH, which draws small letters as capitals, not at all.
 */
import type { LeftPart, TextRun } from "../../../../shared/import/workbook";
import { recordsFrom, recordTypes, type XlsRecord } from "./records";
import { type FontStart, sharedRuns } from "./shared-runs";

/** [MS-XLS] 2.4.122: there is no font of this number, those behind it count one more. */
const missingFont = 4;

export interface XlsLooks {
  readonly password: boolean;
  readonly left: readonly LeftPart[];
  /** A text of a cell in its fonts. Sheets by their place among all sheets of the file; rows and columns from 0. */
  readonly runs: (sheet: number, row: number, column: number, text: string) => readonly TextRun[];
  readonly isFormula: (sheet: number, row: number, column: number) => boolean;
}

interface Globals {
  readonly version8: boolean;
  readonly fonts: (string | null)[];
  readonly cellFonts: number[];
  readonly sheetStarts: number[];
  readonly shared: Buffer[];
  password: boolean;
  links: number;
}

const places = (row: number, column: number) => row * 0x1_0000 + column;

function fontName(data: Buffer, version8: boolean): string | null {
  const length = data[14] ?? 0;
  if (!version8) return data.subarray(15, 15 + length).toString("latin1");
  const wide = ((data[15] ?? 0) & 1) === 1;
  return wide
    ? data.subarray(16, 16 + 2 * length).toString("utf16le")
    : data.subarray(16, 16 + length).toString("latin1");
}

function readGlobals(stream: Buffer): Globals {
  const version8 = stream.length > 6 && stream.readUInt16LE(4) === 0x600;
  const globals: Globals = {
    version8,
    fonts: [],
    cellFonts: [],
    sheetStarts: [],
    shared: [],
    password: false,
    links: 0,
  };
  let before = 0;
  for (const { type, data } of recordsFrom(stream, 0)) {
    if (type === recordTypes.eof) break;
    if (type === recordTypes.filePass) globals.password = true;
    else if (type === recordTypes.font && data.length > 14) {
      if (globals.fonts.length === missingFont) globals.fonts.push(null);
      globals.fonts.push(fontName(data, version8));
    } else if (type === recordTypes.xf && data.length >= 2) globals.cellFonts.push(data.readUInt16LE(0));
    else if (type === recordTypes.boundSheet && data.length >= 4)
      globals.sheetStarts.push(data.readUInt32LE(0));
    else if (type === recordTypes.sst) globals.shared.push(data);
    else if (type === recordTypes.continued && before === recordTypes.sst) globals.shared.push(data);
    // A book that is none of the file itself or of a program part says so by its address.
    else if (type === recordTypes.supBook && data.length > 4) globals.links++;
    if (type !== recordTypes.continued) before = type;
  }
  return globals;
}

interface CellLooks {
  readonly font: number;
  readonly formula: boolean;
  readonly starts: readonly FontStart[];
}

/** Runs of a text that stands in the cell's own record: behind it, as many as are told. */
function labelRuns({ data }: XlsRecord, version8: boolean): FontStart[] {
  if (data.length < 9) return [];
  const length = data.readUInt16LE(6);
  const wide = version8 && ((data[8] ?? 0) & 1) === 1;
  let at = (version8 ? 9 : 8) + length * (wide ? 2 : 1);
  const starts: FontStart[] = [];
  if (version8) {
    const count = at + 2 <= data.length ? data.readUInt16LE(at) : 0;
    at += 2;
    for (let run = 0; run < count && at + 4 <= data.length; run++, at += 4)
      starts.push({ at: data.readUInt16LE(at), font: data.readUInt16LE(at + 2) });
    return starts;
  }
  const count = data[at++] ?? 0;
  for (let run = 0; run < count && at + 2 <= data.length; run++, at += 2)
    starts.push({ at: data[at] ?? 0, font: data[at + 1] ?? 0 });
  return starts;
}

const formulas: ReadonlySet<number> = new Set([
  recordTypes.formula,
  recordTypes.formulaOf3,
  recordTypes.formulaOf4,
]);
const withText: ReadonlySet<number> = new Set([
  recordTypes.labelSst,
  recordTypes.label,
  recordTypes.richLabel,
  ...formulas,
]);
/** Kind of a drawn thing that is a picture ([MS-XLS] 2.5.143). */
const picture = 8;

/** @param stream the records of the workbook, as they lie in the file's stream "Workbook" or "Book" */
export function xlsLooks(stream: Buffer): XlsLooks {
  const globals = readGlobals(stream);
  const left = new Set<LeftPart>(globals.links > 0 ? ["externalLinks"] : []);
  if (globals.password)
    return {
      password: true,
      left: [...left],
      runs: (_s, _r, _c, text) => [{ text, font: null }],
      isFormula: () => false,
    };
  const shared = sharedRuns(globals.shared);
  const sheets = globals.sheetStarts.map((start) => {
    const cells = new Map<number, CellLooks>();
    let depth = 0;
    for (const record of recordsFrom(stream, start)) {
      const { type, data } = record;
      // A chart within a sheet has a beginning and an end of its own.
      if (type === recordTypes.bof) depth++;
      if (type === recordTypes.eof && --depth <= 0) break;
      if (type === recordTypes.note) left.add("comments");
      if (type === recordTypes.drawing && data.length > 6 && data.readUInt16LE(4) === picture)
        left.add("pictures");
      if (!withText.has(type) || data.length < 6) continue;
      const format = data.readUInt16LE(4);
      const starts =
        type === recordTypes.labelSst && data.length >= 10
          ? (shared[data.readUInt32LE(6)] ?? [])
          : type === recordTypes.richLabel
            ? labelRuns(record, globals.version8)
            : [];
      cells.set(places(data.readUInt16LE(0), data.readUInt16LE(2)), {
        font: globals.cellFonts[format] ?? 0,
        formula: formulas.has(type),
        starts,
      });
    }
    return cells;
  });
  const named = (font: number) => globals.fonts[font] ?? null;
  return {
    password: false,
    left: [...left],
    isFormula: (sheet, row, column) => sheets[sheet]?.get(places(row, column))?.formula === true,
    runs(sheet, row, column, text) {
      const looks = sheets[sheet]?.get(places(row, column));
      if (looks === undefined) return [{ text, font: null }];
      const runs: TextRun[] = [];
      let from = 0;
      let font = named(looks.font);
      for (const start of looks.starts) {
        if (start.at > from) runs.push({ text: text.slice(from, start.at), font });
        from = Math.max(from, start.at);
        font = named(start.font);
      }
      if (from < text.length) runs.push({ text: text.slice(from), font });
      return runs;
    },
  };
}
