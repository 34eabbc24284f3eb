/** Documents of a roster as people meet them: said in words, and written out as a file again. */
import { basename, dirname, extname } from "node:path";
import { appError } from "../../shared/contract/errors";
import type { WrittenFile } from "../../shared/contract/schemas/reports";
import { isDocumentHash } from "../../shared/domain/document-hash";
import type { Translate } from "../../shared/i18n";
import { formatNumber } from "../../shared/text/format";
import { fromHex } from "../../shared/sync/bytes";
import { readBlob, sizeOfBlob } from "../roster/log/blobs";
import { isNamed } from "../roster/read/documents";
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
 * Writes a document out under a name that is free.
 * @param path where to; of a name that is taken the next free one
 * @throws AppError document-unknown, document-waiting, roster-damaged, and see safeWrite
 */
export async function saveDocument(roster: OpenRoster, hash: string, path: string): Promise<WrittenFile> {
  if (!isDocumentHash(hash)) throw appError("document-unknown", { hash });
  const bytes = readBlob(roster.db, fromHex(hash), roster.path);
  if (bytes === null) {
    throw isNamed(roster.db, fromHex(hash))
      ? appError("document-waiting")
      : appError("document-unknown", { hash });
  }
  const extension = extname(path);
  const name = basename(path, extension);
  return safeWrite({ folder: dirname(path), name, extension: extension.slice(1), bytes });
}
