/**
 * Reads whatever somebody chose or pasted into the one model of workbooks, by what it holds and never by its name: an .xls of
 * a portal is often a web page, an .xlsx a renamed Word document. What is none is refused in one sentence.
 */
import { mainPartOf, readXlsx } from "./xlsx/read-xlsx";
import { readFlatOds, readOds } from "./ods/read-ods";
import { readHtml } from "./text/html-table";
import { readLines, readSeparated } from "./text/separated";
import { readSpreadsheetXml } from "./text/spreadsheet-xml";
import { textOfBytes } from "./text/text-bytes";
import { readBareXls, readXls } from "./xls/read-xls";
import { type ForeignFile, Reading, type ReadingWatch } from "./reading";
import { readWholeFile } from "./whole-file";
import { ZipParts } from "./zip-parts";
import type { Workbook } from "../../../shared/import/workbook";

/** What is read: a file, or a block of cells from the clipboard under the name that sentences give it. */
export type WorkbookSource =
  | {
      readonly kind: "file";
      readonly path: string;
      /** A text is read line by line, each one a cell whatever stands in it, instead of being parted. */
      readonly lines?: boolean;
    }
  | { readonly kind: "pasted"; readonly text: string; readonly name: string };

/**
 * @returns what the workbook says; texts of old codes as they stand in it
 * @throws AppError workbook-missing, workbook-no-file, workbook-unreadable, workbook-in-use, workbook-foreign,
 *   workbook-password, workbook-empty, workbook-damaged, workbook-too-large, cancelled
 */
export async function readWorkbookHere(source: WorkbookSource, watch: ReadingWatch = {}): Promise<Workbook> {
  const reading = new Reading(source.kind === "file" ? source.path : source.name, watch);
  const workbook =
    source.kind === "file"
      ? await workbookOfBytes(await readWholeFile(source.path, reading, watch.signal), reading, source)
      : readPasted(source.text, reading);
  reading.tell(1);
  return workbook;
}

interface TextReading {
  readonly lines?: boolean;
}

/** @throws as {@link readWorkbookHere}, but for what concerns the file's place */
export async function workbookOfBytes(
  bytes: Buffer,
  reading: Reading,
  { lines = false }: TextReading = {},
): Promise<Workbook> {
  try {
    return notEmpty(await read(bytes, reading, lines), reading);
  } catch (error) {
    throw reading.refusal(error);
  }
}

function readPasted(text: string, reading: Reading): Workbook {
  reading.held(text.length);
  return notEmpty(readSeparated(text, "pasted", reading), reading);
}

function notEmpty(workbook: Workbook, reading: Reading): Workbook {
  if (workbook.sheets.every(({ rows }) => rows.length === 0)) throw reading.empty();
  return workbook;
}

/** Beginnings of files that are no workbooks. */
const beginnings: readonly (readonly [ForeignFile, string])[] = [
  ["pdf", "%PDF"],
  ["picture", "\x89PNG"],
  ["picture", "\xff\xd8\xff"],
  ["picture", "GIF8"],
  ["picture", "BM"],
  ["picture", "II*\0"],
  ["picture", "MM\0*"],
  ["archive", "Rar!"],
  ["archive", "7z\xbc\xaf"],
  ["archive", "\x1f\x8b"],
  ["program", "MZ"],
  ["program", "\x7fELF"],
  ["document", "{\\rtf"],
  ["roster", "SQLite format 3\0"],
  ["packet", "SCBSYNC"],
];

async function read(bytes: Buffer, reading: Reading, lines: boolean): Promise<Workbook> {
  if (bytes.length === 0) throw reading.empty();
  const start = bytes.toString("latin1", 0, 16);
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/u.test(start)) return readPacked(bytes, reading);
  if (start.startsWith("\xd0\xcf\x11\xe0")) return readXls(bytes, reading);
  // The beginning of records without a container: its length, then Excel's version 2 to 5.
  if (/^\t[\0\x02\x04\x08][\x04\x06\x08\x10]\0/u.test(start)) return readBareXls(bytes, reading);
  const foreign = beginnings.find(([, sign]) => start.startsWith(sign) && !mayBeList(sign, bytes));
  if (foreign !== undefined) throw reading.foreign(foreign[0]);
  const text = textOfBytes(bytes);
  if (text === null) throw reading.foreign("unknown");
  return readText(text, bytes, reading, lines);
}

/** Two letters alone may as well begin a list, which has no byte nought. */
function mayBeList(sign: string, bytes: Buffer): boolean {
  return /^[A-Z]{2}$/u.test(sign) && !bytes.subarray(0, 4096).includes(0);
}

async function readPacked(bytes: Buffer, reading: Reading): Promise<Workbook> {
  const parts = await ZipParts.open(bytes, reading);
  if (parts.has("mimetype")) {
    const type = (await parts.whole("mimetype")).toString("latin1");
    if (type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) return readOds(parts, reading);
    if (type.startsWith("application/vnd.oasis.opendocument.text")) throw reading.foreign("document");
    if (type.startsWith("application/vnd.oasis.opendocument.presentation")) throw reading.foreign("slides");
  }
  if (parts.names.some((name) => /\.iwa$|^index\.zip$/iu.test(name))) throw reading.foreign("numbers");
  if (!parts.has("[Content_Types].xml") || !parts.has("_rels/.rels")) throw reading.foreign("archive");
  const main = await mainPartOf(parts, reading);
  if (main === null) throw reading.damaged();
  if (main.startsWith("word/")) throw reading.foreign("document");
  if (main.startsWith("ppt/")) throw reading.foreign("slides");
  if (main.endsWith(".bin")) throw reading.foreign("binaryWorkbook");
  return readXlsx(parts, main, reading);
}

function readText(
  text: string,
  bytes: Buffer,
  reading: Reading,
  lines: boolean,
): Workbook | Promise<Workbook> {
  const start = text.slice(0, 4096).trimStart();
  if (/^<\?xml/iu.test(start)) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/u.test(start))
      return readSpreadsheetXml(bytes, reading);
    if (/office:mimetype="application\/vnd\.oasis\.opendocument\.spreadsheet/u.test(start))
      return readFlatOds(bytes, reading);
    if (!/<html[\s>]/iu.test(start)) throw reading.foreign("unknown");
  }
  if (/^<(?:!doctype\s+html|\?xml|html|head|body|meta|style|table|div|center|!--)/iu.test(start))
    return readHtml(text, reading);
  if (/^MIME-Version:/iu.test(start)) throw reading.foreign("webPage");
  return lines ? readLines(text, reading) : readSeparated(text, "csv", reading);
}
