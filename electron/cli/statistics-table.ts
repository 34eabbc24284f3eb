/**
 * The per-commune table for a terminal: n/N and rate of each standard, then the other statuses.
 *
 * Statuses that nobody has are left out, so that the ordinary case fits a window of 120 columns.
 */
import type { StatisticsTable, UnitCounts } from "../../shared/contract/schemas/statistics";
import type { Standard } from "../../shared/domain/values";
import type { Translate } from "../../shared/i18n";
import { countedIn, countsOf, type StandardCounts } from "../../shared/statistics/by-unit";
import { rate } from "../../shared/statistics/rate";
import type { Status } from "../../shared/standards/types";
import { formatFraction, formatNumber, formatRange } from "../../shared/text/format";
import { type Column, renderTable } from "./table";

interface Figure {
  readonly column: Column;
  readonly text: (counts: UnitCounts) => string;
}

/** The table as lines; the last one is the total, in which each person is counted once. */
export function statisticsText(
  { rows, total }: Pick<StatisticsTable, "rows" | "total">,
  t: Translate,
): string {
  const figures: Figure[] = [
    {
      column: { heading: t("cli:stats.total"), align: "right" },
      text: (counts) => formatNumber(counts.total),
    },
    ...countedIn(total).flatMap((standard) => figuresOf(standard, total, t)),
    ...metFigures(({ all }) => all, t("domain:standard.all"), t),
  ];
  return renderTable(
    [
      { heading: t("cli:stats.code") },
      { heading: t("cli:stats.unit") },
      ...figures.map(({ column }) => column),
    ],
    rows.map((row) => [row.unitCode, row.unitName, ...figures.map(({ text }) => text(row))]),
    ["", t("cli:stats.sum"), ...figures.map(({ text }) => text(total))],
  );
}

function figuresOf(standard: Standard, total: UnitCounts, t: Translate): Figure[] {
  const group = t(`domain:standardShort.${standard}`);
  const others: readonly Status[] = ["unknown", "grace", "notApplicable"];
  const shown: readonly Status[] = [
    "notMet",
    ...others.filter((status) => countsOf(total, standard)[status] > 0),
  ];
  return [
    ...metFigures((counts) => countsOf(counts, standard), group, t),
    ...shown.map(
      (status): Figure => ({
        column: { heading: t(`domain:statusShort.${status}`), group, align: "right" },
        text: (counts) => formatNumber(countsOf(counts, standard)[status]),
      }),
    ),
  ];
}

/** n/N and the rate, over those to whom it applies. */
function metFigures(of: (counts: UnitCounts) => StandardCounts, group: string, t: Translate): Figure[] {
  return [
    {
      column: { heading: t("domain:statusShort.met"), group, align: "right" },
      text: (counts) => {
        const { part, whole } = rate(of(counts));
        return formatFraction(part, whole);
      },
    },
    {
      column: { heading: t("cli:stats.rate"), group, align: "right" },
      text: (counts) => {
        const { part, whole } = rate(of(counts));
        return formatRange(part, part + of(counts).unknown, whole);
      },
    },
  ];
}
