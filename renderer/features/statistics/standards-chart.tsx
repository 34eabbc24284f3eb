/**
 * The table as bars: each unit's people by status, lowest rate first, a pageful at a time. A pattern goes with each
 * colour, so that a black-and-white print and a colour-blind reader see the same chart; the table beside it is its
 * text for screen readers.
 */
import { ActionIcon, SegmentedControl } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Bar, BarChart, type BarRectangleItem, LabelList, Tooltip, XAxis, YAxis } from "recharts";
import { standardOrAllSchema } from "../../../shared/contract/schemas/common";
import { type StandardOrAll } from "../../../shared/domain/values";
import type { StatisticsRowData, StatisticsTable } from "../../../shared/contract/schemas/statistics";
import { countedIn, countsOf } from "../../../shared/statistics/by-unit";
import type { Status } from "../../../shared/standards/types";
import { formatNumber } from "../../../shared/text/format";
import { useHashLocation } from "../../app/navigation/navigation";
import { statusColour } from "../../app/theme/tokens";
import { useWords } from "../../components/words";
import { partsOf } from "./chart-parts";
import { PatternDefs, patternFill, Swatch } from "./chart-patterns";
import { ChartTip } from "./chart-tip";
import { figureOf, lowestFirst } from "./figures";
import classes from "./statistics.module.css";
import { type Scope, useOpens } from "./use-opens";

const leastBarPixels = 20;
const mostBarPixels = 32;
const axisPixels = 26;
const mostBars = 25;

export interface StandardsChartProps {
  readonly table: StatisticsTable;
  readonly scope: Scope;
}

interface BarsProps {
  readonly kinds: Scope["kinds"];
  readonly rows: readonly StatisticsRowData[];
  readonly standard: StandardOrAll;
  readonly parts: readonly Status[];
  readonly width: number;
  readonly height: number;
}

/** Room for the longest of the names, in CSS pixels. */
function nameWidth(rows: readonly StatisticsRowData[]): number {
  return Math.max(90, ...rows.map(({ unitName }) => shortName(unitName).length * 7 + 16));
}

/** Longest name that fits beside the bars; the full one is in the tip. */
function shortName(name: string): string {
  return name.length > 26 ? `${name.slice(0, 25)}…` : name;
}

function Bars({ kinds, rows, standard, parts, width, height }: BarsProps) {
  const location = useHashLocation();
  const opens = useOpens();
  const open = (part: Status, item: BarRectangleItem) => {
    const row = rows.find((candidate) => candidate.unitId === item.payload?.unitId);
    if (row === undefined) return;
    const scope: Scope = { id: row.unitId, name: row.unitName, only: true, kinds };
    const n = countsOf(row, standard)[part];
    void location.go(opens.status(n, scope, standard, part).href);
  };
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={[...rows]}
      stackOffset="expand"
      barCategoryGap={4}
      margin={{ top: 0, right: 28, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <PatternDefs parts={parts} />
      <XAxis
        type="number"
        domain={[0, 1]}
        ticks={[0, 0.25, 0.5, 0.75, 1]}
        tickFormatter={(share: number) => `${Math.round(share * 100)} %`}
        tick={{ fontSize: 12, fill: "var(--ink-muted)" }}
        stroke="var(--line-strong)"
        height={axisPixels}
      />
      <YAxis
        type="category"
        dataKey="unitName"
        width={nameWidth(rows)}
        interval={0}
        tickLine={false}
        tickFormatter={shortName}
        tick={{ fontSize: 12, fill: "var(--ink)" }}
        stroke="var(--line-strong)"
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: "var(--row-hover)" }}
        content={({ payload }) => (
          <ChartTip
            row={payload[0]?.payload as StatisticsRowData | undefined}
            standard={standard}
            parts={parts}
          />
        )}
      />
      {parts.map((part) => (
        <Bar
          key={part}
          stackId="people"
          dataKey={(row: StatisticsRowData) => countsOf(row, standard)[part]}
          fill={patternFill(part)}
          stroke="var(--surface)"
          isAnimationActive={false}
          onClick={(item) => open(part, item)}
        >
          <LabelList
            position="center"
            fontSize={11}
            fontWeight={600}
            fill={part === "met" ? "var(--surface)" : statusColour(part, "ink")}
            stroke={part === "met" ? "none" : statusColour(part, "soft")}
            strokeWidth={5}
            style={{ paintOrder: "stroke", pointerEvents: "none" }}
            valueAccessor={({ payload }: { payload?: StatisticsRowData }) => labelOf(payload, standard, part)}
          />
        </Bar>
      ))}
    </BarChart>
  );
}

/** The count, where its piece of the bar is wide enough to hold it. */
function labelOf(row: StatisticsRowData | undefined, standard: StandardOrAll, part: Status): string {
  if (row === undefined) return "";
  const count = countsOf(row, standard)[part];
  return count / Math.max(1, figureOf(row, standard).whole) < 0.025 ? "" : String(count);
}

export function StandardsChart({ table }: StandardsChartProps) {
  const { t } = useTranslation("screen-statistics");
  const words = useWords();
  const { ref, width, height } = useElementSize();
  const choices = useMemo((): StandardOrAll[] => [...countedIn(table.total), "all"], [table.total]);
  const [chosen, setStandard] = useState<StandardOrAll | null>(null);
  const standard = choices.find((one) => one === chosen) ?? choices[0] ?? "all";
  const [page, setPage] = useState(0);
  const rows = useMemo(() => lowestFirst(table.rows, standard), [table.rows, standard]);
  const parts = useMemo(() => partsOf(table.total, standard), [table.total, standard]);

  const apart = countsOf(table.total, standard).notApplicable;

  const pageSize = Math.max(5, Math.min(mostBars, Math.floor((height - axisPixels) / leastBarPixels)));
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const shownPage = Math.min(page, pages - 1);
  const shown = rows.slice(shownPage * pageSize, (shownPage + 1) * pageSize);
  const standardName = t(`longStandard.${standard}`);
  return (
    <section className={classes.pane} aria-label={t("view.chart")}>
      <div className={classes.chartHead}>
        <SegmentedControl
          aria-label={t("chart.standard")}
          value={standard}
          onChange={(value) => {
            setStandard(standardOrAllSchema.parse(value));
            setPage(0);
          }}
          data={choices.map((value) => ({ value, label: words.standardShort(value) }))}
        />
        <ul className={classes.legend} aria-label={t("chart.legend")}>
          {parts.map((part) => (
            <li key={part}>
              <Swatch part={part} />
              {words.statusShort(part)}
            </li>
          ))}
          {apart === 0 ? null : <li>{t("chart.apartOf", { text: formatNumber(apart) })}</li>}
        </ul>
        <div className={classes.pager}>
          <span>
            {t("chart.order")}
            {pages === 1
              ? null
              : ` · ${t("chart.page", {
                  from: formatNumber(shownPage * pageSize + 1),
                  to: formatNumber(shownPage * pageSize + shown.length),
                  total: formatNumber(rows.length),
                })}`}
          </span>
          {pages === 1 ? null : (
            <>
              <ActionIcon
                variant="default"
                aria-label={t("chart.previous")}
                disabled={shownPage === 0}
                onClick={() => setPage(shownPage - 1)}
              >
                <IconChevronLeft size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={t("chart.next")}
                disabled={shownPage === pages - 1}
                onClick={() => setPage(shownPage + 1)}
              >
                <IconChevronRight size={16} aria-hidden />
              </ActionIcon>
            </>
          )}
        </div>
      </div>
      <div
        ref={ref}
        className={classes.chart}
        role="img"
        aria-label={t("chart.label", { standard: standardName })}
      >
        {width > 0 ? (
          <Bars
            kinds={table.kinds}
            rows={shown}
            standard={standard}
            parts={parts}
            width={width}
            height={Math.min(height, shown.length * mostBarPixels + axisPixels)}
          />
        ) : null}
      </div>
    </section>
  );
}
