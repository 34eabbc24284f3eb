/** Reads a document that somebody chose, without taking a huge one into memory first. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { AppError, appError } from "../../shared/contract/errors";
import { largestDocument } from "../../shared/sync/packet/pieces-codec";

/** A pipe or device answers at once, so that it can be refused, and not when somebody writes into it. */
const atOnce = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** @throws AppError document-unreadable, document-too-large */
export function readDocumentFile(path: string): Uint8Array {
  try {
    const file = openSync(path, atOnce);
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
