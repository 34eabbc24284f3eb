/** The program's first screen: how every commune stands on the as-of day. */
import { SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChartBar, IconFileExport, IconMapPin, IconTable, IconUsers } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StatisticsTable } from "../../../shared/contract/schemas/statistics";
import { readKinds } from "../../../shared/domain/kinds-text";
import { officialCategories } from "../../../shared/domain/values";
import { formatDay } from "../../../shared/text/format";
import { useRunCommand } from "../../app/commands/commands";
import { WorkProgress } from "../../app/feedback/progress";
import { useGo, useHashLocation, useLocationParts } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { useSession } from "../../app/session/session";
import { useMoment } from "../../bridge/moment";
import { useCall } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { KindsPicker } from "../../components/kinds-picker";
import { ScreenHeader } from "../../components/screen-header";
import { UnitPicker } from "../../components/unit-picker";
import { ToDoList } from "../to-do/to-do-list";
import { CoverageLine } from "./coverage-line";
import { type FigureColumn, roomForBoth, useColumns } from "./standards-columns";
import { StandardsTable } from "./standards-table";
import classes from "./statistics.module.css";
import { SummaryCards } from "./summary-cards";
import { TableHead } from "./table-head";
import { UnpostedLine } from "./unposted-line";
import type { Scope } from "./use-opens";

/** Loaded when first looked at: drawing bars takes a third of the page's code, which the table need not wait for. */
const StandardsChart = lazy(async () => ({ default: (await import("./standards-chart")).StandardsChart }));

type View = "table" | "chart";

/** Why nothing is known of the day, in a sentence, where the roster was made after it. */
function useNotBegun(): string | null {
  const { t } = useTranslation("screen-app");
  const { knownOn } = useMoment();
  const { data } = useCall("pastKnowledge", { knownOn: knownOn ?? "" }, { enabled: knownOn !== null });
  if (knownOn === null || data == null || knownOn >= data.began) return null;
  return t("moment.notBegun", { began: formatDay(data.began) });
}
/** On a screen of 1366 pixels title, pickers and buttons share one line. */
const pickerWidth = "clamp(10.75rem, 15vw - 2rem, 14rem)";

interface FiguresProps {
  readonly table: StatisticsTable;
  readonly scope: Scope;
  readonly views: readonly View[];
  readonly columns: readonly FigureColumn[];
}

function Figures({ table, scope, views, columns }: FiguresProps) {
  const { t } = useTranslation("screen-statistics");
  const began = useNotBegun();
  const { knownOn } = useMoment();
  const { officialCount } = useSession();
  if (officialCount === 0 && began === null) return <NobodyYet />;
  if (table.rows.length === 0)
    return <EmptyState title={began ?? t("empty")}>{began === null ? t("emptyText") : undefined}</EmptyState>;
  return (
    <>
      {knownOn === null ? null : <UnpostedLine people={table.unposted} />}
      <CoverageLine total={table.total} scope={scope} />
      <SummaryCards total={table.total} units={table.rows.length} scope={scope} />
      <div className={classes.panes}>
        {views.includes("table") ? <StandardsTable table={table} scope={scope} columns={columns} /> : null}
        {views.includes("chart") ? (
          <Suspense fallback={<section className={classes.pane} aria-busy="true" />}>
            <StandardsChart table={table} scope={scope} />
          </Suspense>
        ) : null}
      </div>
    </>
  );
}

/** A new roster: a table of zeros would only hide what is to be done. */
function NobodyYet() {
  const { t } = useTranslation("screen-statistics");
  const go = useGo();
  return (
    <EmptyState
      icon={<IconUsers size={36} stroke={1.5} aria-hidden />}
      title={t("begin.title")}
      action={<Button onClick={() => void go.toGuide()}>{t("begin.go")}</Button>}
    >
      {t("begin.text")}
    </EmptyState>
  );
}

export function StatisticsScreen() {
  const { t } = useTranslation("screen-statistics");
  const { on: asOf, moment, knownOn } = useMoment();
  const location = useHashLocation();
  const run = useRunCommand();
  const { query } = useLocationParts();
  const asked = new URLSearchParams(query);
  const unitId = asked.get("unit");
  const kinds = readKinds(asked.get("kinds")) ?? officialCategories;
  const [view, setView] = useState<View>("table");
  const unit = useCall("unitGet", { id: unitId ?? "", knownOn }, { enabled: unitId !== null });
  const figures = useCall("statisticsByUnit", { moment, unitId, kinds: [...kinds] }, { keepPrevious: true });
  const columns = useColumns(figures.data?.total ?? null);
  const bothFit = useMediaQuery(roomForBoth(columns), false, { getInitialValueInEffect: false });
  const views: readonly View[] = bothFit ? ["table", "chart"] : [view];
  const scope: Scope = { id: unitId, name: unit.data?.fullName ?? t("scopeAll"), kinds };
  return (
    <>
      <ScreenHeader
        title={
          <>
            {t("title")} <span className={classes.titleDay}>{t("asOf", { day: formatDay(asOf) })}</span>
          </>
        }
        notes={figures.data === undefined ? null : <TableHead table={figures.data} scope={scope} />}
        actions={
          <>
            <UnitPicker
              aria-label={t("scope")}
              placeholder={t("scopeAll")}
              value={unitId}
              on={asOf}
              level="all"
              clearable
              width={pickerWidth}
              leftSection={<IconMapPin size={16} aria-hidden />}
              onChange={(id) => void location.go(paths.statistics(id, kinds))}
            />
            <KindsPicker
              aria-label={t("kinds.label")}
              width={pickerWidth}
              value={kinds}
              onChange={(chosen) => void location.go(paths.statistics(unitId, chosen))}
            />
            {bothFit ? null : (
              <SegmentedControl
                aria-label={t("view.label")}
                value={view}
                onChange={(value) => setView(value === "chart" ? "chart" : "table")}
                data={[
                  { value: "table", label: <ViewLabel icon={IconTable} text={t("view.table")} /> },
                  { value: "chart", label: <ViewLabel icon={IconChartBar} text={t("view.chart")} /> },
                ]}
              />
            )}
            <Button variant="default" onClick={() => run("reportNotMet")}>
              {t("exportNotMet")}
            </Button>
            <Button leftSection={<IconFileExport size={16} aria-hidden />} onClick={() => run("report")}>
              {t("export")}
            </Button>
          </>
        }
      />
      <div className={classes.body} aria-busy={figures.isFetching}>
        <ToDoList figures={figures.data === undefined ? null : { ...figures.data, scope }} />
        {figures.isError ? (
          <ErrorNotice error={figures.error} onRetry={() => void figures.refetch()} />
        ) : figures.data === undefined || columns === null ? (
          <div className={classes.counting}>
            <WorkProgress text={t("counting")} />
          </div>
        ) : (
          <Figures table={figures.data} scope={scope} views={views} columns={columns} />
        )}
      </div>
    </>
  );
}

function ViewLabel(props: { readonly icon: typeof IconTable; readonly text: string }) {
  const Icon = props.icon;
  return (
    <span className={classes.viewLabel}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {props.text}
    </span>
  );
}
