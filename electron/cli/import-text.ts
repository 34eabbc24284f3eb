/** What an import did, or would do, as lines for a terminal. */
import type { Translate } from "../../shared/i18n";
import { formatNumber } from "../../shared/text/format";
import type { ImportDocument } from "../services/import/document";
import { renderTable } from "./table";

/** Lines of each list; all of them are in the JSON document. */
const mostLines = 40;

export function importText(document: ImportDocument, isTrial: boolean, t: Translate): string {
  const { rows, people, added, changed, unchanged, duplicates, left, kept } = document;
  const counts = t("cli:import.counts", {
    rows: formatNumber(rows),
    people: formatNumber(people),
    added: formatNumber(added),
    changed: formatNumber(changed),
    unchanged: formatNumber(unchanged),
    duplicates: formatNumber(duplicates.length),
    left: formatNumber(left),
    kept: formatNumber(kept),
  });
  const place = [
    { heading: t("cli:import.sheet") },
    { heading: t("cli:import.row"), align: "right" },
    { heading: t("cli:import.column") },
  ] as const;
  const parts = [
    [...(isTrial ? [t("cli:import.trial")] : []), counts, ""].join("\n"),
    listed(
      t("cli:import.duplicates"),
      [
        ...place.slice(0, 2),
        { heading: t("cli:import.value") },
        { heading: t("cli:import.why") },
        { heading: t("cli:import.key") },
      ],
      duplicates.map(({ sheet, row, name, message, key }) => [sheet, String(row), name, message, key]),
      t,
    ),
    listed(
      t("cli:import.problems"),
      [...place, { heading: t("cli:import.value") }, { heading: t("cli:import.why") }],
      document.problems.map(({ sheet, row, column, value, message }) => [
        sheet,
        String(row),
        column,
        value,
        message,
      ]),
      t,
    ),
    listed(
      t("cli:import.questions"),
      [
        { heading: t("cli:import.key") },
        { heading: t("cli:import.question") },
        { heading: t("cli:import.choices") },
        { heading: t("cli:import.count"), align: "right" },
      ],
      document.questions
        .filter(({ answer }) => answer === null)
        .map(({ key, message, choices, count }) => [
          key,
          message,
          choices.map(({ value, label }) => (label === value ? value : `${value} (${label})`)).join("; "),
          formatNumber(count),
        ]),
      t,
    ),
    listed(
      t("cli:import.columns"),
      [
        ...place.filter(({ heading }) => heading !== t("cli:import.row")),
        { heading: t("cli:import.value") },
        { heading: t("cli:import.why") },
      ],
      document.columns
        .filter(({ role, cells }) => role.startsWith("#") && role !== "#person" && cells > 0)
        .map(({ sheet, column, heading, label }) => [sheet, column, heading, label]),
      t,
    ),
    listed(
      t("cli:import.rowsLeft"),
      [...place.slice(0, 2), { heading: t("cli:import.value") }, { heading: t("cli:import.why") }],
      document.rowsLeft.map(({ sheet, row, text, message }) => [sheet, String(row), text, message]),
      t,
    ),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function listed(
  title: string,
  columns: Parameters<typeof renderTable>[0],
  rows: readonly (readonly string[])[],
  t: Translate,
): string {
  if (rows.length === 0) return "";
  const more = rows.length - mostLines;
  const rest = more > 0 ? `${t("cli:import.more", { count: formatNumber(more) })}\n` : "";
  return `${title}\n${renderTable(columns, rows.slice(0, mostLines))}${rest}`;
}
