/** The steps above the one on screen: where one is, what is done, and the way back to it. */
import { UnstyledButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Step, steps } from "../steps";
import type { Flow } from "../use-import";
import classes from "../import.module.css";

export interface StepListProps {
  readonly flow: Flow;
  readonly onGo: (step: Step) => void;
}

export function StepList({ flow, onGo }: StepListProps) {
  const { t } = useTranslation("screen-import");
  const at = steps.indexOf(flow.step);
  const isSkipped = (step: Step) =>
    step === "questions" && flow.plan !== null && flow.plan.questions.asked === 0;
  const canGo = (step: Step, place: number) =>
    flow.work === null && flow.step !== "done" && place < at && !isSkipped(step);
  return (
    <nav aria-label={t("steps")} className={classes.steps}>
      <ol>
        {steps.map((step, place) => {
          const label = (
            <>
              <span className={classes.stepMark} aria-hidden>
                {place < at ? <IconCheck size={13} stroke={2.5} /> : place + 1}
              </span>
              {t(`step.${step}`)}
            </>
          );
          const state = place === at ? "current" : place < at ? "done" : "ahead";
          return (
            <li key={step} data-state={state} aria-current={place === at ? "step" : undefined}>
              {canGo(step, place) ? (
                <UnstyledButton className={classes.stepWay ?? ""} onClick={() => onGo(step)}>
                  {label}
                </UnstyledButton>
              ) : (
                <span className={classes.stepWay}>{label}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
