/**
 * What falls due in a month: kinds with their counts at the side, and of each the people with the day and the reason, or
 * those of whom the day cannot be worked out. Everything shown is in the address.
 */
import { SegmentedControl } from "@mantine/core";
import { IconCalendarDown, IconMapPin } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../shared/text/format";
import { ListingButtons } from "../../app/roster/listing-buttons";
import { WorkProgress } from "../../app/feedback/progress";
import { useMoment } from "../../bridge/moment";
import { useCall } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { ErrorNotice } from "../../components/error-notice";
import { ScreenHeader } from "../../components/screen-header";
import { UnitPicker } from "../../components/unit-picker";
import { DueKinds } from "./due-kinds";
import { DueList } from "./due-list";
import { kindsIn, useDueState } from "./due-state";
import classes from "./due.module.css";
import { PeriodPicker, usePeriodWords } from "./period-picker";
import { UnknownList } from "./unknown-list";
import { useCalendar } from "./use-calendar";

export function DueScreen() {
  const { t } = useTranslation(["screen-due", "due", "work"]);
  const { on, moment } = useMoment();
  const [state, change] = useDueState();
  const { period, kind, unitId, unknown } = state;
  const words = usePeriodWords();
  const time = { moment, from: period.from, to: period.to, unitId };
  const counts = useCall("dueCounts", time, { keepPrevious: true });
  const kinds = kind === null ? kindsIn(period) : [kind];
  const asked = { ...time, kinds: [...kinds] };
  const saveCalendar = useCalendar();
  const countOf = (list: "due" | "unknown") =>
    counts.data === undefined
      ? ""
      : formatNumber(kinds.reduce((sum, one) => sum + (counts.data.kinds[one]?.[list] ?? 0), 0));
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t("title")}
        actions={
          <>
            <UnitPicker
              aria-label={t("unit")}
              placeholder={t("allUnits")}
              value={unitId}
              on={on}
              level="all"
              clearable
              width="13rem"
              leftSection={<IconMapPin size={16} aria-hidden />}
              onChange={(id) => change({ unitId: id })}
            />
            <ListingButtons
              listing={{
                moment,
                unitId,
                question: unknown
                  ? { of: "due-unknown", kind: asked.kinds }
                  : { of: "due", from: period.from, to: period.to, kind: asked.kinds },
              }}
            />
            <Button
              variant="default"
              leftSection={<IconCalendarDown size={16} aria-hidden />}
              onClick={() => void saveCalendar(asked, words(period))}
            >
              {t("calendar.save")}
            </Button>
          </>
        }
      />
      <PeriodPicker period={period} onPeriod={(next) => change({ period: next })} />
      <div className={classes.split}>
        <DueKinds state={state} counts={counts.data?.kinds ?? null} />
        <section
          className={classes.master}
          aria-label={kind === null ? t("allKinds") : t(`due:kind.${kind}`)}
        >
          <div className={classes.masterHead}>
            <SegmentedControl
              aria-label={t("list.label")}
              value={unknown ? "unknown" : "due"}
              onChange={(value) => change({ unknown: value === "unknown" })}
              data={[
                { value: "due", label: t("list.due", { text: countOf("due") }) },
                { value: "unknown", label: t("list.unknown", { text: countOf("unknown") }) },
              ]}
            />
            {unknown ? <span className={classes.muted}>{t("list.unknownText")}</span> : null}
          </div>
          {counts.isError ? (
            <ErrorNotice error={counts.error} onRetry={() => void counts.refetch()} />
          ) : counts.data === undefined ? (
            <WorkProgress text={t("work:due")} />
          ) : unknown ? (
            <UnknownList asked={asked} />
          ) : (
            <DueList asked={asked} />
          )}
        </section>
      </div>
    </div>
  );
}
