/** A table of texts as a file that somebody asked for, by the writers of long tables. */
import { basename, dirname, extname } from "node:path";
import { appError } from "../../shared/contract/errors";
import type { WrittenFile } from "../../shared/contract/schemas/reports";
import { safeWrite } from "../files/safe-write";

/** Headings first; every line has as many texts. */
export type TextTable = readonly [readonly string[], ...(readonly (readonly string[])[])];

const endings = ["xlsx", "csv"] as const;

/**
 * @param path whose ending says what it becomes; of a name that is taken the next free one
 * @throws AppError format-unknown; see safeWrite
 */
export async function saveTable(path: string, [headings, ...lines]: TextTable): Promise<WrittenFile> {
  const ending = extname(path);
  const format = endings.find((one) => `.${one}` === ending.toLowerCase());
  if (format === undefined) throw appError("format-unknown", { format: ending, known: endings.join(", ") });
  const { longCsv, longXlsx } = await import("../files/report/long-table");
  const table = {
    headings,
    types: headings.map(() => "text" as const),
    // oxlint-disable-next-line typescript/require-await -- what writes tables takes them as they come
    slices: async function* () {
      yield lines.map((line) => line.map((text) => ({ kind: "text", text }) as const));
    },
  };
  const bytes = format === "xlsx" ? longXlsx(table) : longCsv(table);
  return safeWrite({ folder: dirname(path), name: basename(path, ending), extension: format, bytes });
}
