/** People as `people` prints them: the shape of its JSON and the table for a terminal. */
import type { FindingData } from "../../shared/contract/schemas/common";
import { type MainDoubt, type NoteMark, noteMarks, type Standard } from "../../shared/domain/values";
import type { Translate } from "../../shared/i18n";
import { formatDay } from "../../shared/text/format";
import { renderTable } from "./table";
import { dateText, levelText } from "./words";

export interface PersonDocument {
  readonly id: string;
  readonly name: string;
  readonly birth: string | null;
  /** The unit that the person counts in on the day. */
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly post: string | null;
  /** Why it is not clear that they are counted by that post. */
  readonly mainDoubt: MainDoubt | null;
  readonly findings: readonly Omit<FindingData, "evidence" | "keptTexts">[];
}

export interface PersonEntry {
  readonly unitName: string | null;
  readonly document: PersonDocument;
}

/** @param counted the standards that stand in columns */
export function peopleText(
  entries: readonly PersonEntry[],
  counted: readonly Standard[],
  t: Translate,
): string {
  const table = renderTable(
    [
      { heading: t("cli:people.name") },
      { heading: t("cli:people.birth"), align: "right" },
      { heading: t("cli:people.unit") },
      { heading: t("cli:people.post") },
      ...counted.map((standard) => ({ heading: t(`domain:standardShort.${standard}`) })),
      { heading: t("cli:people.id") },
    ],
    entries.map(({ unitName, document }) => [
      document.name,
      dateText(document.birth),
      unitName ?? "",
      marked(document.post ?? "", document.mainDoubt === null ? [] : ["mainUnclear"]),
      ...counted.map((standard) => findingText(document, standard, t)),
      document.id,
    ]),
  );
  const borne = new Set(
    entries.flatMap(({ document }) => [
      ...(document.mainDoubt === null ? [] : ["mainUnclear" as const]),
      ...document.findings.flatMap(marksOf),
    ]),
  );
  const legend = noteMarks
    .filter((mark) => borne.has(mark))
    .map((mark) => `${signs[mark]} ${t(`cli:people.mark.${mark}`)}`);
  return legend.length === 0 ? table : `${table}\n${legend.join("\n")}\n`;
}

/** What stands for a mark in the table, explained under it. */
const signs: Readonly<Record<NoteMark, string>> = {
  unverified: "[1]",
  assumed: "[2]",
  mainUnclear: "[3]",
  uncovered: "[4]",
};

function marked(text: string, marks: readonly NoteMark[]): string {
  return [text, ...marks.map((mark) => signs[mark])].join(" ");
}

function marksOf({
  verified,
  assumed,
  missing,
}: Pick<FindingData, "verified" | "assumed" | "missing">): NoteMark[] {
  return [
    ...(verified === false ? ["unverified" as const] : []),
    ...(assumed ? ["assumed" as const] : []),
    ...(missing.includes("noRule") ? ["uncovered" as const] : []),
  ];
}

/** "Chưa đạt (Trung cấp)", "Trong thời hạn hoàn thiện đến 25/12/2024 (Trung cấp) [1]" */
function findingText({ findings }: PersonDocument, standard: Standard, t: Translate): string {
  const finding = findings.find((one) => one.standard === standard);
  if (finding === undefined) return "";
  const word = t(`domain:status.${finding.status}`);
  const until = finding.graceUntil === null ? "" : formatDay(finding.graceUntil);
  const status = until === "" ? word : t("cli:people.until", { status: word, day: until });
  if (finding.actual === null) return marked(status, marksOf(finding));
  const level = levelText(t, standard, finding.actual);
  return marked(t("cli:people.finding", { status, level }), marksOf(finding));
}
