/** Turns a file in an old code into one in Unicode beside it, which a clerk can open in any program; the source stays. */
import { basename, dirname, extname } from "node:path";
import type { WrittenFile } from "../../shared/contract/schemas/reports";
import { settleDoubtful } from "../../shared/import/decode-cells";
import type { DecodedWorkbook } from "../../shared/import/encoding";
import type { LegacyCode } from "../../shared/text/legacy/codes";
import { readWorkbookInThread } from "../files/import/read-decoded";
import { writeUnicode } from "../files/import/unicode-file";
import type { UnicodeFormat } from "../files/import/unicode-formats";
import { safeWrite } from "../files/safe-write";
import type { Environment } from "./environment";

export interface TextConversion {
  readonly path: string;
  /** Where to; of a name that is taken the next free one. */
  readonly to: string;
  readonly format: UnicodeFormat;
  /** Codes whose doubtful cells are turned as well; all others stay as they stand. */
  readonly turn: readonly LegacyCode[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (share: number) => void;
}

export interface ConvertedText {
  readonly written: WrittenFile;
  /** What was found; cells that stay doubtful are listed and written as they stand. */
  readonly found: DecodedWorkbook;
}

/** @throws AppError as `readWorkbookHere` and `safeWrite` */
export async function convertText(
  { path, to, format, turn, signal, onProgress }: TextConversion,
  { readWorkbookElsewhere = readWorkbookInThread }: Pick<Environment, "readWorkbookElsewhere">,
): Promise<ConvertedText> {
  const decoded = await readWorkbookElsewhere(
    { kind: "file", path, lines: format === "txt" },
    { signal, onProgress },
  );
  const found = settleDoubtful(decoded, ({ code }) => (turn.includes(code) ? "turn" : null));
  const bytes = await writeUnicode(found.workbook, format);
  const extension = extname(to);
  const name = basename(to, extension);
  const written = await safeWrite({
    folder: dirname(to),
    name,
    extension: extension.slice(1),
    bytes,
    signal,
  });
  return { written, found };
}
