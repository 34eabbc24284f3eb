/**
 * Reads the old binary .xls (Excel 5 to 2003): its values by a library, its fonts by its records. A file of this container
 * may as well be a Word document or a newer workbook with a password; its streams tell.
 */
import { type CellObject, CFB, read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { CellContent, LeftPart, Sheet, Workbook } from "../../../../shared/import/workbook";
import { isDateFormat } from "../../../../shared/import/number-format";
import type { Reading } from "../reading";
import { notCalculated, SheetCells, textContent } from "../sheet-cells";
import { xlsLooks, type XlsLooks } from "./fonts";

/** As far as it is used here; the library gives its types for workbooks alone. */
interface Container {
  readonly FileIndex: readonly unknown[];
  readonly FullPaths: readonly string[];
}
interface Containers {
  readonly read: (bytes: Buffer, options: { readonly type: "buffer" }) => Container;
  readonly find: (container: Container, name: string) => { readonly content: Uint8Array } | null;
}
const containers = CFB as Containers;

const streamOf = (container: Container, ...names: readonly string[]): Buffer | null => {
  for (const name of names) {
    const content = containers.find(container, name)?.content;
    if (content !== undefined) return Buffer.from(content);
  }
  return null;
};

function isProtected(container: Container): boolean {
  return (
    containers.find(container, "EncryptedPackage") !== null ||
    containers.find(container, "EncryptionInfo") !== null
  );
}

/** @throws AppError workbook-foreign, workbook-password, workbook-damaged, workbook-too-large, cancelled */
export function readXls(bytes: Buffer, reading: Reading): Workbook {
  try {
    const container = containers.read(bytes, { type: "buffer" });
    reading.parts(container.FileIndex.length);
    if (isProtected(container)) throw reading.password();
    const stream = streamOf(container, "Workbook", "Book");
    if (stream === null) {
      if (containers.find(container, "WordDocument") !== null) throw reading.foreign("document");
      if (containers.find(container, "PowerPoint Document") !== null) throw reading.foreign("slides");
      throw reading.foreign("unknown");
    }
    const hasMacros = container.FullPaths.some((path) => /_VBA_PROJECT/iu.test(path));
    return readStream(stream, bytes, hasMacros ? ["macros"] : [], reading);
  } catch (error) {
    throw reading.refusal(error);
  }
}

/** The records of an .xls without their container, as Excel 2 to 4 wrote them and some programs still do. */
export function readBareXls(bytes: Buffer, reading: Reading): Workbook {
  try {
    return readStream(bytes, bytes, [], reading);
  } catch (error) {
    throw reading.refusal(error);
  }
}

function readStream(stream: Buffer, file: Buffer, left: readonly LeftPart[], reading: Reading): Workbook {
  const looks = xlsLooks(stream);
  if (looks.password) throw reading.password();
  reading.took(stream.length);
  const book = read(file, { type: "buffer", cellNF: true, cellText: false, cellHTML: false, dense: true });
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
      const formula = cell.f !== undefined;
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
