/** People as `people` prints them: the shape of its JSON and the table for a terminal. */
import type { FindingData } from "../../shared/contract/schemas/common";
import { type Standard, standards } from "../../shared/domain/values";
import type { Translate } from "../../shared/i18n";
import { renderTable } from "./table";
import { dateText, levelText } from "./words";

export interface PersonDocument {
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly unitCode: string | null;
  readonly post: string | null;
  readonly findings: readonly Pick<
    FindingData,
    "standard" | "status" | "required" | "actual" | "clause" | "missing"
  >[];
}

export interface PersonEntry {
  readonly unitName: string | null;
  readonly document: PersonDocument;
}

export function peopleText(entries: readonly PersonEntry[], t: Translate): string {
  return renderTable(
    [
      { heading: t("cli:people.name") },
      { heading: t("cli:people.birth"), align: "right" },
      { heading: t("cli:people.unit") },
      { heading: t("cli:people.post") },
      ...standards.map((standard) => ({ heading: t(`domain:standardShort.${standard}`) })),
      { heading: t("cli:people.id") },
    ],
    entries.map(({ unitName, document }) => [
      document.name,
      dateText(document.birth),
      unitName ?? "",
      document.post ?? "",
      ...standards.map((standard) => findingText(document, standard, t)),
      document.id,
    ]),
  );
}

/** "Chưa đạt (Trung cấp)" */
function findingText({ findings }: PersonDocument, standard: Standard, t: Translate): string {
  const finding = findings.find((one) => one.standard === standard);
  if (finding === undefined) return "";
  const status = t(`domain:status.${finding.status}`);
  if (finding.actual === null) return status;
  return t("cli:people.finding", { status, level: levelText(t, standard, finding.actual) });
}
