/**
 * The name that somebody typed in a dialog of saving. Dialogs of Linux put no ending behind it, and what follows the last dot
 * may be no ending at all ("Danh sách 11.2026"): such a file would be of no kind, and no program would open it.
 */
import { extname } from "node:path";

/** Endings that somebody means by typing them; what is none of them belongs to the name. */
const knownEndings = new Set(
  "xlsx xls xlsm xlsb ods csv txt docx doc odt rtf pdf html json xml scb scbkey zip".split(" "),
);

/**
 * @param endings of the kinds that are offered, the main one first
 * @returns the path with the main ending where it has none; one of another kind stays, and is refused by what writes it
 */
export function withChosenEnding(path: string, endings: readonly string[]): string {
  const [main] = endings;
  const ending = extname(path).slice(1).toLowerCase();
  if (main === undefined || endings.includes(ending) || knownEndings.has(ending)) return path;
  return `${path.replace(/\.+$/u, "")}.${main}`;
}
