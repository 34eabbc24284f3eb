/**
 * What imports left as tables for a file: whoever goes through the workbook again needs the sheet, the row and the column of
 * each place, and why it was not taken.
 */
import { createTranslate, languages, type Translate } from "../../../shared/i18n";
import type { ImportLeftover } from "../../../shared/contract/schemas/kept-texts";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import type { TextTable } from "../save-table";
import { allLeftovers } from "./leftovers";
import type { PersonProblem } from "./summary";

/** What the last import did not take as it stood, with the name of its workbook. */
export interface Told {
  readonly file: string;
  readonly problems: readonly PersonProblem[];
}

/** @param told null where nothing was imported since the roster was opened */
export function toldTable(told: Told | null, t: Translate): TextTable {
  const columns = ["file", "sheet", "row", "letters", "heading", "text", "person", "outcome", "why"] as const;
  return [
    columns.map((column) => t(`import:leftFile.head.${column}`)),
    ...(told?.problems ?? []).map(({ sheet, row, column, heading, value, person, severity, message }) => [
      told?.file ?? "",
      sheet,
      String(row),
      column,
      heading,
      value,
      person,
      t(`screen-import:preview.severity.${severity}`),
      message,
    ]),
  ];
}

/** Lines that are put together before other work may run. */
const slice = 200;

/** Who waits for a long table. */
export interface TableWatch {
  /** Lets other work run. @throws AppError cancelled */
  readonly pause: () => Promise<void>;
  readonly onProgress: (done: number, total: number) => void;
}

/** All that waits, of whatever import, and the lines that the last one did not take. @throws AppError cancelled */
export async function leftTable(
  roster: OpenRoster,
  environment: Environment,
  lines: readonly ImportLeftover[],
  settled: ReadonlySet<string>,
  { pause, onProgress }: TableWatch,
): Promise<TextTable> {
  const { t } = environment;
  const columns = ["file", "sheet", "row", "heading", "text", "person", "todo"] as const;
  const rows: string[][] = [];
  const { total, places } = allLeftovers(roster, environment, lines, settled);
  for (const { where, column, text, person, todo } of places()) {
    rows.push([...placeIn(where), column, text, person?.fullName ?? "", todo]);
    if (rows.length % slice > 0) continue;
    onProgress(rows.length, total);
    await pause();
  }
  return [columns.map((column) => t(`import:leftFile.head.${column}`)), ...rows];
}

const parts = ["file", "sheet", "row"] as const;

/** How a place is written in any language, the longer form first. */
const places = languages.flatMap((language) => {
  const t = createTranslate(language);
  const marks = { file: "<file>", sheet: "<sheet>", row: "<row>" };
  return [t("import:source", marks), t("import:sourceOfList", marks)].map(
    (text) =>
      new RegExp(
        `^${text.replace("<file>", "(?<file>.*)").replace("<sheet>", "(?<sheet>.*)").replace("<row>", "(?<row>\\d+)")}$`,
        "u",
      ),
  );
});

/** File, sheet and row of a place as records keep it; one that is cut stands whole in the file's cell. */
function placeIn(where: string): readonly string[] {
  for (const place of places) {
    const groups = place.exec(where)?.groups;
    if (groups !== undefined) return parts.map((part) => groups[part] ?? "");
  }
  return [where, "", ""];
}
