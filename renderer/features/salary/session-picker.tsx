/** Which session is shown: how long it is, and the way on and back. */
import { ActionIcon, SegmentedControl } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import {
  aroundMonth,
  type SessionLength,
  sessionLengths,
  steppedMonth,
} from "../../../shared/due/session-days";
import type { SalaryState } from "./salary-state";
import classes from "./salary.module.css";

/** "Quý 4/2021" */
function useSessionWords(): (month: string, length: SessionLength) => string {
  const { t } = useTranslation("screen-salary");
  return (month, length) => {
    const [year, part] = month.split("-").map(Number);
    return t(`time.months${length}`, { year, part: Math.trunc(((part ?? 1) - 1) / length) + 1 });
  };
}

export function SessionPicker({
  state: { month, length },
  onChange,
}: {
  readonly state: SalaryState;
  readonly onChange: (patch: Partial<Pick<SalaryState, "month" | "length">>) => void;
}) {
  const { t } = useTranslation("screen-salary");
  const words = useSessionWords();
  const step = (by: -1 | 1) => {
    const next = steppedMonth(month, length, by);
    const Icon = by < 0 ? IconChevronLeft : IconChevronRight;
    return (
      <ActionIcon
        variant="default"
        size="md"
        aria-label={next === null ? t(by < 0 ? "time.before" : "time.after") : words(next, length)}
        disabled={next === null}
        onClick={() => {
          if (next !== null) onChange({ month: next });
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
        value={String(length)}
        onChange={(value) => {
          const chosen = sessionLengths.find((one) => String(one) === value) ?? length;
          onChange({ length: chosen, month: aroundMonth(month, chosen) ?? month });
        }}
        data={sessionLengths.map((one) => ({ value: String(one), label: t(`time.sizes.months${one}`) }))}
      />
      {step(-1)}
      <strong className={classes.timeName} role="status">
        {words(month, length)}
      </strong>
      {step(1)}
    </div>
  );
}
