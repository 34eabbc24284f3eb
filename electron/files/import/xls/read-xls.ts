/**
 * Reads the old binary .xls (Excel 5 to 2003): its values by a library, its fonts by its records, its container here. A file of this container
 * may as well be a Word document or a newer workbook with a password; its streams tell.
 */
import { type CellObject, read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { CellContent, LeftPart, Sheet, Workbook } from "../../../../shared/import/workbook";
import { isDateFormat } from "../../../../shared/import/number-format";
import type { Reading } from "../reading";
import { notCalculated, SheetCells, textContent } from "../sheet-cells";
import { openContainer } from "./container";
import { xlsLooks, type XlsLooks } from "./fonts";

/** @throws AppError workbook-foreign, workbook-password, workbook-damaged, workbook-too-large, cancelled */
export function readXls(bytes: Buffer, reading: Reading): Workbook {
  try {
    const container = openContainer(bytes);
    const has = (name: string) => container.names.has(name);
    if (has("EncryptedPackage") || has("EncryptionInfo")) throw reading.password();
    const stream = container.stream("Workbook") ?? container.stream("Book");
    if (stream === null) {
      if (has("WordDocument")) throw reading.foreign("document");
      throw reading.foreign(has("PowerPoint Document") ? "slides" : "unknown");
    }
    return readStream(stream, has("_VBA_PROJECT_CUR") ? ["macros"] : [], reading);
  } catch (error) {
    throw reading.refusal(error);
  }
}

/** The records of an .xls without their container, as Excel 2 to 4 wrote them and some programs still do. */
export function readBareXls(bytes: Buffer, reading: Reading): Workbook {
  try {
    return readStream(bytes, [], reading);
  } catch (error) {
    throw reading.refusal(error);
  }
}

/** Second byte of a workbook's first record, by Excel's versions 2 to 2003. */
const startVersions: ReadonlySet<number> = new Set([0x00, 0x02, 0x04, 0x08]);

function readStream(stream: Buffer, left: readonly LeftPart[], reading: Reading): Workbook {
  // Whatever else it begins with, the library would take for another kind of file and unpack without limits.
  if (stream[0] !== 0x09 || !startVersions.has(stream[1] ?? 0xff)) throw reading.damaged();
  const looks = xlsLooks(stream);
  if (looks.password) throw reading.password();
  reading.took(stream.length);
  const book = read(stream, {
    type: "buffer",
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
    dense: true,
  });
  reading.pause();
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, place): Sheet[] => {
    const sheet = book.Sheets[name];
    reading.tell((place + 1) / book.SheetNames.length);
    return sheet === undefined ? [] : [sheetOf({ book, sheet, name, place }, looks, reading)];
  });
  return { format: "xls", date1904, sheets, left: [...left, ...looks.left] };
}

interface NamedSheet {
  readonly book: WorkBook;
  readonly sheet: WorkSheet;
  readonly name: string;
  readonly place: number;
}

function sheetOf({ book, sheet, name, place }: NamedSheet, looks: XlsLooks, reading: Reading): Sheet {
  const cells = new SheetCells(reading);
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet["!data"] ?? [];
  // Rows and cells without anything are holes of the lists, which are passed over.
  rows.forEach((held, row) => {
    cells.row(row + 1);
    held?.forEach((cell, column) => {
      if (cell === undefined) return;
      const formula = looks.isFormula(place, row, column);
      const text = (one: string) => textContent(looks.runs(place, row, column, one));
      cells.cell(column, contentOf(cell, text) ?? (formula ? notCalculated : null), formula);
    });
    reading.pause();
  });
  for (const { s: first, e: last } of sheet["!merges"] ?? [])
    cells.merge({ firstRow: first.r + 1, lastRow: last.r + 1, firstColumn: first.c, lastColumn: last.c });
  return cells.sheet(name, (book.Workbook?.Sheets?.[place]?.Hidden ?? 0) !== 0);
}

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

function contentOf(cell: CellObject, text: (one: string) => CellContent | null): CellContent | null {
  switch (cell.t) {
    case "n": {
      if (typeof cell.v !== "number") return null;
      const format = cell.z === undefined || cell.z === "General" ? null : String(cell.z);
      return {
        kind: "number",
        value: cell.v,
        format: format === "m/d/yy" ? "dd/mm/yyyy" : format,
        isDate: isDateFormat(format),
      };
    }
    case "b":
      return { kind: "boolean", value: cell.v === true };
    case "e":
      return { kind: "error", code: errorCodes[Number(cell.v)] ?? "#VALUE!" };
    case "s":
      return text(String(cell.v ?? ""));
    default:
      return null;
  }
}
