/** Papers of the exchange: the key card to hand over, and the list of conflicts to settle with the files at hand. */
import type { WrittenFile } from "../../../shared/contract/schemas/reports";
import { instantText } from "../../../shared/i18n";
import { conflictsList } from "../../../shared/report/conflicts-list";
import { officialDay } from "../../../shared/text/format";
import type { PdfPrinter } from "../../files/report/pdf";
import { safeWrite } from "../../files/safe-write";
import { type Environment, todayOf } from "../environment";
import type { OpenRoster } from "../open-roster";
import { officeOf } from "../report";
import { cardFileName, keyCard } from "./cards";
import { conflictsPage } from "./conflicts";

/** Conflicts on one paper; who has more settles some first. */
const mostPrinted = 2000;

/** @throws AppError pdf-unavailable, and see safeWrite */
export async function printCard(
  roster: OpenRoster,
  environment: Environment,
  folder: string,
  printer: PdfPrinter,
): Promise<WrittenFile> {
  const card = keyCard(roster, environment);
  const { writeCardPage } = await import("../../files/exchange/card-page");
  const html = writeCardPage({ ...card, day: officialDay(todayOf(environment)) });
  const bytes = await printer(html, { headerTemplate: "<span></span>" });
  return safeWrite({ folder, name: cardFileName(card), extension: "pdf", bytes });
}

/** @throws AppError pdf-unavailable, and see safeWrite */
export async function printConflicts(
  roster: OpenRoster,
  environment: Environment,
  folder: string,
  printer: PdfPrinter,
): Promise<WrittenFile> {
  const { t } = environment;
  const { rows } = conflictsPage(roster, environment, { offset: 0, limit: mostPrinted, officialId: null });
  const lines = rows.map(({ label, unitName, entity, field, rowLabel, values }) => ({
    person: label,
    unit: unitName,
    field: [
      field === "presence" ? t("domain:presence") : t(`domain:field.${entity}.${field}`),
      ...(rowLabel === "" ? [] : [rowLabel]),
    ].join(" – "),
    values: values.map(
      ({ text, office, user, at }) => `${text ?? "—"} (${office}, ${user}, ${instantText(at)})`,
    ),
  }));
  const document = conflictsList(lines, officeOf(roster, roster.catalog()), todayOf(environment));
  const { writeReport } = await import("../../files/report/write-report");
  const [file] = await writeReport({
    document,
    formats: ["pdf"],
    folder,
    fileBase: document.fileName,
    printer,
  });
  if (file === undefined) throw new Error("No file was written");
  return file;
}
