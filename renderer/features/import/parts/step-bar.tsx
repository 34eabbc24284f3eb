/** The way back and on, always in the same place below the step. */
import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button";
import { type Step, steps } from "../steps";
import type { Flow, ImportActions } from "../use-import";
import type { Next } from "../use-next";
import classes from "../import.module.css";

export interface StepBarProps {
  readonly flow: Flow & ImportActions;
  readonly next: Next | null;
}

export function StepBar({ flow, next }: StepBarProps) {
  const { t } = useTranslation("screen-import");
  const before = stepBefore(flow);
  if (flow.step === "done" || (before === null && next === null)) return null;
  const isBusy = flow.work !== null;
  return (
    <footer className={classes.bar}>
      {before === null ? null : (
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          waiting={isBusy}
          onClick={() => void flow.go(before)}
        >
          {t("back")}
        </Button>
      )}
      <span className={classes.barText} role="status">
        {next?.waits ?? ""}
      </span>
      {next === null ? null : (
        <Button
          rightSection={next.writes ? undefined : <IconArrowRight size={16} aria-hidden />}
          waiting={isBusy}
          disabled={next.waits !== null}
          aria-keyshortcuts="Control+Enter"
          title={t("nextKeys")}
          onClick={() => void next.run()}
        >
          {next.label}
        </Button>
      )}
    </footer>
  );
}

function stepBefore({ step, plan }: Flow): Step | null {
  const before = steps[steps.indexOf(step) - 1] ?? null;
  const asked = (plan?.questions.asked ?? 0) > 0;
  return before === "questions" && !asked ? "columns" : before;
}
