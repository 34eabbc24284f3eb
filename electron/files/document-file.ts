/** Reads a document that somebody chose, without taking a huge one into memory first. */
import { closeSync, fstatSync, readFileSync } from "node:fs";
import { AppError, appError } from "../../shared/contract/errors";
import { largestDocument } from "../../shared/sync/packet/pieces-codec";
import { plainFile } from "./plain-file";

/** @throws AppError document-unreadable, document-too-large */
export function readDocumentFile(path: string): Uint8Array {
  try {
    const file = plainFile(path);
    if (file === null) throw appError("document-unreadable", { path });
    try {
      if (fstatSync(file).size > largestDocument)
        throw appError("document-too-large", { megabytes: largestDocument / (1 << 20) });
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof AppError ? error : appError("document-unreadable", { path }, error);
  }
}
