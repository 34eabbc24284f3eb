/**
 * Reads the binary .xls of Excel 5 to 2003. A file of this container may as well be a Word document or a newer workbook with
 * a password; its streams tell.
 *
 * By the program itself, because the library for it hangs on a changed byte or takes the whole process down, tells no fonts,
 * and follows formulas that nobody needs; what an office list holds are a dozen kinds of records.
 */
import type { LeftPart, Workbook } from "../../../../shared/import/workbook";
import type { Reading } from "../reading";
import { openContainer } from "./container";
import { readGlobals } from "./globals";
import { readXlsSheet } from "./sheet";

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

/** The records of an .xls without their container, as some programs write them. @throws as {@link readXls} */
export function readBareXls(bytes: Buffer, reading: Reading): Workbook {
  try {
    return readStream(bytes, [], reading);
  } catch (error) {
    throw reading.refusal(error);
  }
}

function readStream(stream: Buffer, told: readonly LeftPart[], reading: Reading): Workbook {
  // Excel 2 to 4 had other records; nobody keeps lists of 1992.
  if (stream.length < 8 || stream.readUInt16LE(0) !== 0x809) throw reading.damaged();
  reading.took(stream.length);
  const globals = readGlobals(stream);
  if (globals.password) throw reading.password();
  reading.parts(globals.sheets.length);
  const left = new Set<LeftPart>(told);
  if (globals.links) left.add("externalLinks");
  const sheets = globals.sheets.map((listed, place) => {
    reading.pause();
    reading.tell(place / globals.sheets.length);
    return readXlsSheet(stream, listed, globals, left, reading);
  });
  if (sheets.length === 0) throw reading.damaged();
  return { format: "xls", date1904: globals.date1904, sheets, left: [...left] };
}
