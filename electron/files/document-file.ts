/**
 * Reads a document that somebody chose. How large it is and what it is are looked at first, so that a scan of 2 GB is
 * refused at once and a photo that is none never comes in.
 */
import { closeSync, fstatSync, readFileSync, readSync } from "node:fs";
import { AppError, appError } from "../../shared/contract/errors";
import { documentKindOf, isPicture, tellingBytes } from "../../shared/domain/document-kind";
import { largestDocument } from "../../shared/sync/packet/pieces-codec";
import { plainFile } from "./plain-file";

const megabyte = 1 << 20;
/** A portrait of 4 x 6 cm at 600 dots an inch takes less than one. */
const largestPhoto = 10 * megabyte;

/**
 * @param picture only a picture is taken
 * @throws AppError document-unreadable, document-too-large, photo-too-large, photo-foreign
 */
export function readDocumentFile(path: string, picture = false): Uint8Array {
  return readChecked(path, (size, headOf) => {
    if (!picture) {
      if (size > largestDocument)
        throw appError("document-too-large", { megabytes: largestDocument / megabyte });
      return;
    }
    if (size > largestPhoto) throw appError("photo-too-large", { megabytes: largestPhoto / megabyte });
    if (!isPicture(documentKindOf(headOf()))) throw appError("photo-foreign");
  });
}

/**
 * As `readDocumentFile`, of a file that somebody chose in the window, where a scan must be one that any PC can show.
 * @throws AppError as there; scan-foreign
 */
export function readShownDocument(path: string, picture: boolean): Uint8Array {
  const bytes = readDocumentFile(path, picture);
  if (documentKindOf(bytes) === null) throw appError(bytes.length === 0 ? "document-empty" : "scan-foreign");
  return bytes;
}

function readChecked(path: string, check: (size: number, headOf: () => Uint8Array) => void): Uint8Array {
  try {
    const file = plainFile(path);
    if (file === null) throw appError("document-unreadable", { path });
    try {
      check(fstatSync(file).size, () => {
        const head = Buffer.alloc(tellingBytes);
        return head.subarray(0, readSync(file, head, 0, tellingBytes, 0));
      });
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof AppError ? error : appError("document-unreadable", { path }, error);
  }
}
