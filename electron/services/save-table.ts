/** A table of texts as a file that somebody asked for, by the writers of long tables. */
import { basename, dirname, extname } from "node:path";
import { appError } from "../../shared/contract/errors";
import type { WrittenFile } from "../../shared/contract/schemas/reports";
import { safeWrite } from "../files/safe-write";

/** Headings first; every line has as many texts. */
export type TextTable = readonly [readonly string[], ...(readonly (readonly string[])[])];

const endings = ["xlsx", "csv"] as const;

/** Lines that are written before other work may run. */
const slice = 500;

/**
 * @param path whose ending says what it becomes; of a name that is taken the next free one
 * @param pause lets other work run, and throws where the work is to end
 * @throws AppError format-unknown; see safeWrite
 */
export async function saveTable(
  path: string,
  [headings, ...lines]: TextTable,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<WrittenFile> {
  const ending = extname(path);
  const format = endings.find((one) => `.${one}` === ending.toLowerCase());
  if (format === undefined) throw appError("format-unknown", { format: ending, known: endings.join(", ") });
  const { longCsv, longXlsx } = await import("../files/report/long-table");
  const table = {
    headings,
    types: headings.map(() => "text" as const),
    slices: async function* () {
      for (let from = 0; from < lines.length; from += slice) {
        if (from > 0) await pause();
        yield lines
          .slice(from, from + slice)
          .map((line) => line.map((text) => ({ kind: "text", text }) as const));
      }
    },
  };
  const bytes = format === "xlsx" ? longXlsx(table) : longCsv(table);
  return safeWrite({ folder: dirname(path), name: basename(path, ending), extension: format, bytes });
}
