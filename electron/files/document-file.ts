/** Reads a document that somebody chose, without taking a huge one into memory first. */
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { AppError, appError } from "../../shared/contract/errors";
import { largestDocument } from "../../shared/sync/packet/pieces-codec";

/** @throws AppError document-unreadable, document-too-large */
export function readDocumentFile(path: string): Uint8Array {
  try {
    const file = openSync(path, "r");
    try {
      const stat = fstatSync(file);
      if (!stat.isFile()) throw appError("document-unreadable", { path });
      if (stat.size > largestDocument)
        throw appError("document-too-large", { megabytes: largestDocument / (1 << 20) });
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof AppError ? error : appError("document-unreadable", { path }, error);
  }
}
