/** The columns of the table per commune: one for each number, with the list that the number opens. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type StandardOrAll } from "../../../shared/domain/values";
import type { UnitCounts } from "../../../shared/contract/schemas/statistics";
import { countedIn, countsOf } from "../../../shared/statistics/by-unit";
import type { Status } from "../../../shared/standards/types";
import { formatNumber } from "../../../shared/text/format";
import { NumberLink } from "../../components/number-link";
import { UnverifiedMark } from "../../components/unverified-mark";
import type { GridColumn } from "../../components/virtual-grid/virtual-grid";
import { figureOf, fractionText, judgementOf, percentText, statusColumns } from "./figures";
import classes from "./statistics.module.css";
import { type Opens, type OpensBuilder, type Scope, useOpens } from "./use-opens";

/** A row of the table, or its last line: counts with the unit they are about. */
export interface Line {
  readonly scope: Scope;
  readonly code: string | null;
  readonly counts: UnitCounts;
}

export interface FigureColumn extends GridColumn<Line> {
  /** Least width in rem. */
  readonly least: number;
  /** What the column's number opens; null for the column that names the unit. */
  readonly opens: ((line: Line) => Opens) | null;
}

const pixelsPerRem = 16;
/** Room of one digit or sign, and of the empty edges of a cell, in rem. */
const letter = 0.465;
/** Sums are printed bolder than the rows above them. */
const boldFraction = 1.08;
const edges = 0.9;
const leastCount = 2.85;
/** For headings whose longer line is a longer word. */
const leastLong = 3.1;
const leastUnit = 8.25;

/** Window in rem from which table and chart are looked at side by side. */
const leastWindow = 112;
/** What else stands beside the table then: the rail, the edges, the bar that scrolls, and a chart that can be read. */
const besideTable = 40;

const longestPercent = "100,0 %";
const longestRange = "95,5–100,0 %";

/** A column as wide as its longest text: that of all rows together, or the heading above it. */
function track(
  longest: string,
  heading: number,
  share: number,
  wider = 1,
): Pick<FigureColumn, "least" | "width"> {
  const least = Math.max(heading, longest.length * letter * wider + edges);
  return { least, width: `minmax(${least}rem, ${share}fr)` };
}

/** Width in CSS pixels below which the columns would cut their numbers. */
export function leastWidth(columns: readonly FigureColumn[]): number {
  return Math.ceil(columns.reduce((sum, { least }) => sum + least, 0) * pixelsPerRem);
}

function buildColumns(
  total: UnitCounts,
  opens: OpensBuilder,
  t: (key: string) => string,
): readonly FigureColumn[] {
  const unit: FigureColumn = {
    key: "unit",
    header: t("column.unit"),
    least: leastUnit,
    width: `minmax(${leastUnit}rem, 3fr)`,
    sortable: true,
    rowHeader: true,
    opens: null,
    cell: ({ scope, code }) => (
      <span className={classes.unit} title={code === null ? scope.name : `${scope.name} (${code})`}>
        <span className={classes.unitName}>{scope.name}</span>
        {code === null ? null : <span className={classes.code}>{code}</span>}
      </span>
    ),
  };
  const openTotal = ({ scope, counts }: Line) => opens.total(counts.total, scope);
  const people: FigureColumn = {
    key: "total",
    header: t("column.total"),
    headerTitle: t("column.totalLong"),
    ...track(formatNumber(total.total), leastCount, 0.5),
    align: "end",
    sortable: true,
    opens: openTotal,
    cell: (line) => <NumberLink value={line.counts.total} tabIndex={-1} {...openTotal(line)} />,
  };
  const status = (standard: StandardOrAll, which: Status): FigureColumn => {
    const countOf = ({ counts }: Line) => countsOf(counts, standard)[which];
    const open = (line: Line) => opens.status(countOf(line), line.scope, standard, which);
    // Who meets it is printed with how many it applies to: the fraction that the rate beside it is of.
    const textOf = ({ counts }: Pick<Line, "counts">) =>
      which === "met"
        ? fractionText(figureOf(counts, standard))
        : formatNumber(countsOf(counts, standard)[which]);
    return {
      key: `${standard}.${which}`,
      header: t(`column.${which}`),
      headerTitle: `${t(`group.${standard}`)}: ${t(`column.${which}Long`)}`,
      group: t(`group.${standard}`),
      groupMark: <UnverifiedMark of={judgementOf(total, standard)} look="sign" />,
      ...track(
        textOf({ counts: total }),
        which === "grace" || which === "notApplicable" ? leastLong : leastCount,
        0.5,
        which === "met" ? boldFraction : 1,
      ),
      align: "end",
      sortable: true,
      opens: open,
      cell: (line) => <NumberLink value={countOf(line)} text={textOf(line)} tabIndex={-1} {...open(line)} />,
    };
  };
  const rate = (standard: StandardOrAll): FigureColumn => ({
    key: `${standard}.rate`,
    header: t("column.rate"),
    headerTitle: `${t(`group.${standard}`)}: ${t("column.rateLong")}`,
    group: t(`group.${standard}`),
    ...track(countsOf(total, standard).unknown > 0 ? longestRange : longestPercent, 4.2, 0.6),
    align: "end",
    sortable: true,
    opens: ({ scope, counts }) => opens.status(countsOf(counts, standard).met, scope, standard, "met"),
    cell: ({ counts }) => <span className={classes.percent}>{percentText(figureOf(counts, standard))}</span>,
  });
  return [
    unit,
    people,
    ...[...countedIn(total), "all" as const].flatMap((standard) => [
      ...statusColumns(total, standard).map((which) => status(standard, which)),
      rate(standard),
    ]),
  ];
}

/** Whether a window has room for the table without scrolling sideways, and the chart beside it. */
export function roomForBoth(columns: readonly FigureColumn[] | null): string {
  const table = columns === null ? 0 : leastWidth(columns) / pixelsPerRem;
  return `(min-width: ${Math.max(leastWindow, table + besideTable)}rem)`;
}

/**
 * @param total figures of all rows together, which decide what columns there are and how wide; null while they are
 *   on their way
 */
export function useColumns(total: UnitCounts | null): readonly FigureColumn[] | null {
  const { t } = useTranslation("screen-statistics");
  const opens = useOpens();
  return useMemo(
    () => (total === null ? null : buildColumns(total, opens, (key) => t(key))),
    [t, total, opens],
  );
}
