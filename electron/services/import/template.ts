/**
 * Writes the import template: every cell is a text, so that no program takes a number's zeros away or makes a day of 12/12;
 * closed lists are offered, and a second sheet says how to fill it in.
 */
import { basename, dirname, extname } from "node:path";
import type { Cell, DataValidation } from "hucre/xlsx";
import type { WrittenFile } from "../../../shared/contract/schemas/reports";
import type { Translate } from "../../../shared/i18n";
import { columnLetters } from "../../../shared/import/column-role";
import { type TemplateColumn, templateColumns } from "../../../shared/import/template";
import { safeWrite } from "../../files/safe-write";

/** Rows that are made ready: more than any commune has people. */
const rows = 500;
const asText = "@";
/** Letters and digits only: references to the sheet are then valid without quotes. */
const listsName = "Danh_muc";
/** As long as spreadsheet programs allow. */
const mostTitle = 32;
const mostMessage = 250;
const font = { name: "Times New Roman", size: 12 } as const;

/**
 * @param path of a name that is taken the next free one
 * @throws AppError see safeWrite
 */
export async function writeTemplate(path: string, t: Translate): Promise<WrittenFile> {
  const bytes = await templateBytes(t);
  const extension = extname(path);
  const name = basename(path, extension);
  return safeWrite({ folder: dirname(path), name, extension: extension.slice(1) || "xlsx", bytes });
}

async function templateBytes(t: Translate): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const columns = templateColumns(t);
  const head = {
    font: { ...font, bold: true },
    numFmt: asText,
    alignment: { wrapText: true, vertical: "center" },
  } as const;
  const body = { font, numFmt: asText } as const;
  const hints = columns.map((column) => hintOf(column, t));
  return writeXlsx({
    defaultFont: font,
    properties: { created: fixedDay, modified: fixedDay },
    sheets: [
      {
        name: t("import:template.sheet"),
        columns: columns.map(({ heading }) => ({ width: Math.max(12, heading.length + 2) })),
        cells: new Map<string, Partial<Cell>>([
          ...columns.map(
            ({ heading }, place) => [`0,${place}`, { value: heading, type: "string", style: head }] as const,
          ),
          // A format of the whole column is not written: cells that are empty and texts keep programs from guessing.
          ...Array.from({ length: rows - 1 }, (_, row) =>
            columns.map(
              (_column, place) =>
                [`${row + 1},${place}`, { value: null, type: "empty", style: body }] as const,
            ),
          ).flat(),
        ]),
        freezePane: { rows: 1, columns: 2 },
        dataValidations: columns.map(({ heading, choices }, place): DataValidation => {
          const letters = columnLetters(place);
          const shown = {
            showInputMessage: true,
            inputTitle: heading.slice(0, mostTitle),
            inputMessage: (hints[place] ?? "").slice(0, mostMessage),
            range: `${letters}2:${letters}${rows}`,
          };
          // Offered and not forced: what is written otherwise is understood by the import, or asked about.
          return choices.length === 0
            ? { type: "custom", formula1: "TRUE", ...shown }
            : {
                type: "list",
                formula1: `${listsName}!$${letters}$1:$${letters}$${choices.length}`,
                allowBlank: true,
                showErrorMessage: false,
                ...shown,
              };
        }),
      },
      {
        name: t("import:template.help"),
        columns: [
          { width: 30, style: body },
          { width: 90, style: body },
        ],
        cells: new Map(
          [
            [t("import:template.column"), t("import:template.how")],
            ...columns.map(({ heading }, place) => [heading, hints[place] ?? ""]),
          ].flatMap((texts, row) =>
            texts.map(
              (text, place) =>
                [
                  `${row},${place}`,
                  {
                    value: text,
                    type: "string",
                    style: row === 0 ? head : { ...body, alignment: { wrapText: true } },
                  },
                ] as const,
            ),
          ),
        ),
      },
      {
        name: listsName,
        // Some answers hold commas, which part answers where they are listed in the rule itself.
        cells: new Map(
          columns.flatMap(({ choices }, column) =>
            choices.map(
              (choice, row) => [`${row},${column}`, { value: choice, type: "string", style: body }] as const,
            ),
          ),
        ),
      },
    ],
  });
}

/** The same template gives the same bytes. */
const fixedDay = new Date("2000-01-01T00:00:00Z");

function hintOf({ choices, isDate, isNeeded }: TemplateColumn, t: Translate): string {
  return [
    ...(isNeeded ? [t("import:template.needed")] : []),
    ...(isDate ? [t("import:template.date")] : []),
    ...(choices.length > 0 ? [t("import:template.choices", { choices: choices.join("; ") })] : []),
  ].join(" ");
}
