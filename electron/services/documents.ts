/** Documents of a roster as people meet them: said in words, and written out as a file again. */
import { basename, dirname, extname } from "node:path";
import { appError } from "../../shared/contract/errors";
import type { WrittenFile } from "../../shared/contract/schemas/reports";
import type { DocumentFacts } from "../../shared/contract/schemas/documents";
import { isDocumentHash } from "../../shared/domain/document-hash";
import { documentKindOf, isPicture, tellingBytes } from "../../shared/domain/document-kind";
import type { Translate } from "../../shared/i18n";
import { formatNumber } from "../../shared/text/format";
import { fromHex } from "../../shared/sync/bytes";
import { headOfBlob, readBlob, sizeOfBlob } from "../roster/log/blobs";
import { isNamed } from "../roster/read/documents";
import { readShownDocument } from "../files/document-file";
import { safeWrite } from "../files/safe-write";
import type { OpenRoster } from "./open-roster";

/** Says of a document whether it is there; the roster is the one of today, since a reading of a past day holds none. */
export function documentWord({ db }: Pick<OpenRoster, "db">, t: Translate): (hash: string) => string {
  return (hash) => {
    const bytes = isDocumentHash(hash) ? sizeOfBlob(db, fromHex(hash)) : null;
    return bytes === null
      ? t("domain:document.waiting", { hash })
      : t("domain:document.here", { hash, bytes: formatNumber(bytes) });
  };
}

/**
 * Takes a file that somebody chose for a field, for the change that will name it.
 * @param picture only a picture is taken
 * @returns its hash
 * @throws AppError document-unreadable, document-empty, document-too-large, photo-too-large, photo-foreign, scan-foreign
 */
export function bringDocument(roster: OpenRoster, path: string, picture: boolean): string {
  return roster.bring(readShownDocument(path, picture));
}

/** Null for a document that has not come. */
export function documentFacts(roster: OpenRoster, hash: string): DocumentFacts | null {
  const brought = roster.brought.get(hash);
  if (brought !== undefined) return { bytes: brought.length, kind: documentKindOf(brought) };
  const key = fromHex(hash);
  const bytes = sizeOfBlob(roster.db, key);
  const head = headOfBlob(roster.db, key, tellingBytes);
  return bytes === null || head === null ? null : { bytes, kind: documentKindOf(head) };
}

/**
 * A picture as an address that a page may show, which is no address of a file; null for what is none.
 * @throws AppError roster-damaged
 */
export function documentPicture(roster: OpenRoster, hash: string): string | null {
  const facts = documentFacts(roster, hash);
  if (facts === null || !isPicture(facts.kind)) return null;
  const bytes = bytesOf(roster, hash);
  return bytes === null ? null : `data:image/${facts.kind};base64,${Buffer.from(bytes).toString("base64")}`;
}

function bytesOf(roster: OpenRoster, hash: string): Uint8Array | null {
  return roster.brought.get(hash) ?? readBlob(roster.db, fromHex(hash), roster.path);
}

/**
 * Writes a document out under a name that is free.
 * @param path where to; of a name that is taken the next free one
 * @throws AppError document-unknown, document-waiting, roster-damaged, and see safeWrite
 */
export async function saveDocument(roster: OpenRoster, hash: string, path: string): Promise<WrittenFile> {
  if (!isDocumentHash(hash)) throw appError("document-unknown", { hash });
  const bytes = bytesOf(roster, hash);
  if (bytes === null) {
    throw isNamed(roster.db, fromHex(hash))
      ? appError("document-waiting")
      : appError("document-unknown", { hash });
  }
  const extension = extname(path);
  const name = basename(path, extension);
  return safeWrite({ folder: dirname(path), name, extension: extension.slice(1), bytes });
}
