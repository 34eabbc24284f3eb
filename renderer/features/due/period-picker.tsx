/** Which time is shown: how long it is, and the way on and back. */
import { ActionIcon, SegmentedControl } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatDay } from "../../../shared/text/format";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import classes from "./due.module.css";
import { type Period, periodAround, periodSizes, steppedPeriod } from "./period";

/** "Tháng 11/2026" */
export function usePeriodWords(): (period: Period) => string {
  const { t } = useTranslation("screen-due");
  return ({ size, year, part, to }) => t(`time.${size}`, { year, part, day: formatDay(to) });
}

export function PeriodPicker({
  period,
  onPeriod,
}: {
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}) {
  const { t } = useTranslation("screen-due");
  const { on } = useMoment();
  const words = usePeriodWords();
  const now = periodAround(period.size, on);
  // Another size goes on around what is shown, of which today is the middle where it is in it.
  const around = period.from <= on && on <= period.to ? on : period.from;
  const step = (by: -1 | 1) => {
    const next = steppedPeriod(period, by);
    const Icon = by < 0 ? IconChevronLeft : IconChevronRight;
    return (
      <ActionIcon
        variant="default"
        size="md"
        aria-label={next === null ? t(by < 0 ? "time.before" : "time.after") : words(next)}
        disabled={next === null}
        onClick={() => {
          if (next !== null) onPeriod(next);
        }}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    );
  };
  return (
    <div className={classes.time} role="group" aria-label={t("time.label")}>
      <SegmentedControl
        aria-label={t("time.size")}
        value={period.size}
        onChange={(value) => {
          const size = periodSizes.find((one) => one === value);
          if (size !== undefined)
            onPeriod(periodAround(size, period.size === "overdue" || size === "overdue" ? on : around));
        }}
        data={periodSizes.map((size) => ({ value: size, label: t(`time.sizes.${size}`) }))}
      />
      {period.size === "overdue" ? null : step(-1)}
      <strong className={classes.timeName} role="status">
        {words(period)}
      </strong>
      {period.size === "overdue" ? null : step(1)}
      {period.key === now.key ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => onPeriod(now)}>
          {t("time.now", { time: words(now) })}
        </Button>
      )}
    </div>
  );
}
