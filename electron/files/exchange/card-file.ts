/** Key cards as files (`.scbkey`): one line of text, the same that stands in the card's QR code. */
import { closeSync, fstatSync, readFileSync } from "node:fs";
import { AppError, appError, type PathErrorCode } from "../../../shared/contract/errors";
import { cardText, type ProvenCard, readCardText } from "../../../shared/sync/packet/card-codec";
import { PacketFormatError } from "../../../shared/sync/packet/format-error";
import { plainFile } from "../plain-file";
import { verifySignature } from "./verify-signature";

export const cardExtension = "scbkey";
const longestFile = 64 * 1024;

const codes: Readonly<Record<PacketFormatError["kind"], PathErrorCode>> = {
  foreign: "card-foreign",
  // No code of its own: "update the program, then take it in again" is what this one says.
  newer: "packet-newer",
  damaged: "card-damaged",
};

/** What a card's file holds. */
export function cardFileBytes(card: ProvenCard): Uint8Array {
  return Buffer.from(`${cardText(card)}\n`, "ascii");
}

/**
 * Reads a card and checks its signatures; whether it is trusted is another question.
 * @throws AppError packet-missing, card-foreign, card-damaged, packet-newer
 */
export function readCardFile(path: string): ProvenCard {
  let text: string;
  try {
    const file = plainFile(path);
    if (file === null) throw appError("card-foreign", { path });
    try {
      if (fstatSync(file).size > longestFile) throw appError("card-foreign", { path });
      text = readFileSync(file, "latin1");
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw appError("packet-missing", { path }, error);
  }
  // An editor may have put the mark of UTF-8 before the card.
  if (text.startsWith("\u00EF\u00BB\u00BF")) text = text.slice(3);
  try {
    return readCardText(text, verifySignature);
  } catch (error) {
    if (error instanceof PacketFormatError) throw appError(codes[error.kind], { path }, error);
    throw error;
  }
}
