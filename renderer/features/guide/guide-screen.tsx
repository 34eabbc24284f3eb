/**
 * The first morning with a new roster, step by step: who keeps it, who signs, which rules judge, who serves. Each step can
 * be put off; what is left stands on the main screen too.
 */
import { IconArrowRight, IconCircleCheckFilled, IconCircleDashed } from "@tabler/icons-react";
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useGo } from "../../app/navigation/navigation";
import { usePersonAtWork } from "../../app/session/person-at-work";
import { Button } from "../../components/button";
import { ErrorNotice } from "../../components/error-notice";
import { ScreenHeader } from "../../components/screen-header";
import { OfficeTab } from "../catalog/office-tab";
import classes from "./guide.module.css";
import { PeopleStep } from "./people-step";
import { RulesStep } from "./rules-step";
import { isDone, type SetUp, type StepKey, stepKeys, stepsLeft } from "./steps";
import { useSetUp } from "./use-set-up";

export function GuideScreen() {
  const { t } = useTranslation("guide");
  const go = useGo();
  const { setUp, error, retry } = useSetUp();
  const leave = useRef<HTMLButtonElement>(null);
  return (
    <>
      <ScreenHeader
        title={t("title")}
        description={t("text")}
        actions={
          <Button
            ref={leave}
            variant="default"
            rightSection={<IconArrowRight size={16} aria-hidden />}
            onClick={() => void go.toStatistics()}
          >
            {t("leave")}
          </Button>
        }
      />
      <div className={classes.scroll}>
        {error === null ? null : <ErrorNotice error={error} onRetry={retry} />}
        {setUp === null ? null : <Steps setUp={setUp} leave={leave} />}
      </div>
    </>
  );
}

interface StepsProps {
  readonly setUp: SetUp;
  /** Where the keyboard goes once no step is left. */
  readonly leave: RefObject<HTMLButtonElement | null>;
}

function Steps({ setUp, leave }: StepsProps) {
  // The first that is left is open to begin with; what was put off or done closes, and opens again by its heading.
  const [open, setOpen] = useState<StepKey | null>(() => stepsLeft(setUp)[0] ?? null);
  /** The step that was gone on to, and not opened by its heading. */
  const [arrived, setArrived] = useState<StepKey | null>(null);
  const { name } = usePersonAtWork();
  const goOn = (from: StepKey) => {
    const later = stepKeys.slice(stepKeys.indexOf(from) + 1);
    const next = later.find((step) => !isDone(step, setUp)) ?? null;
    setOpen(next);
    setArrived(next);
    if (next === null) leave.current?.focus();
  };
  const content: Readonly<Record<StepKey, ReactNode>> = {
    unit: null,
    office: (
      <div className={classes.office}>
        <OfficeTab onSaved={() => goOn("office")} preparer={name} />
      </div>
    ),
    rules: <RulesStep offered={setUp.rules} />,
    people: <PeopleStep />,
  };
  return (
    <ol className={classes.steps}>
      {stepKeys.map((key) => (
        <Step
          key={key}
          step={key}
          setUp={setUp}
          open={open === key}
          arrived={arrived === key}
          onToggle={() => {
            setOpen(open === key ? null : key);
            setArrived(null);
          }}
          onLater={() => goOn(key)}
        >
          {content[key]}
        </Step>
      ))}
    </ol>
  );
}

/** What a step asks, in its order. */
const controls =
  "input:not([type=hidden]):not(:disabled), textarea:not(:disabled), button:not(:disabled), a[href]";

function isSwitch(target: EventTarget): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === "checkbox";
}

interface StepProps {
  readonly step: StepKey;
  readonly setUp: SetUp;
  readonly open: boolean;
  /** The keyboard goes on from its heading. */
  readonly arrived: boolean;
  readonly onToggle: () => void;
  readonly onLater: () => void;
  /** Null: there is nothing left to do in it. */
  readonly children: ReactNode;
}

function Step({ step, setUp, open, arrived, onToggle, onLater, children }: StepProps) {
  const { t } = useTranslation("guide");
  const id = useId();
  const head = useRef<HTMLButtonElement>(null);
  const content = useRef<HTMLElement>(null);
  useEffect(() => {
    if (arrived) (content.current?.querySelector<HTMLElement>(controls) ?? head.current)?.focus();
  }, [arrived]);
  const finished = isDone(step, setUp);
  const { unitName, unitCode } = setUp.session;
  const Icon = finished ? IconCircleCheckFilled : IconCircleDashed;
  const words = (
    <>
      <span className={classes.stepTitle} id={`${id}-title`}>
        {t(`step.${step}.title`)}
      </span>
      <span className={classes.stepText}>
        {t(`step.${step}.${finished ? "done" : "text"}`, { unit: unitName, code: unitCode })}
      </span>
    </>
  );
  return (
    <li className={classes.step} data-done={finished || undefined} data-open={open || undefined}>
      <div className={classes.head}>
        <Icon size={22} className={classes.mark} aria-hidden />
        {children === null ? (
          <div className={classes.words}>{words}</div>
        ) : (
          <button
            type="button"
            ref={head}
            className={classes.words}
            aria-expanded={open}
            aria-controls={`${id}-content`}
            onClick={onToggle}
          >
            {words}
          </button>
        )}
        <span className="visually-hidden">{t(finished ? "finished" : "left")}</span>
      </div>
      <section
        ref={content}
        id={`${id}-content`}
        className={classes.content}
        aria-labelledby={`${id}-title`}
        hidden={!open || children === null}
      >
        {open ? (
          // The keys of what is asked; the box itself is nothing to press.
          <div
            className={classes.asked}
            role="presentation"
            onKeyDown={(event) => {
              // A switch has no use for the key of its own; whoever presses it there means the switch. A key that is
              // still held since the step before is of that one.
              if (event.key !== "Enter" || !isSwitch(event.target)) return;
              event.preventDefault();
              if (!event.repeat) event.target.click();
            }}
          >
            {children}
          </div>
        ) : null}
        <div className={classes.foot}>
          <Button variant="subtle" size="compact-sm" onClick={onLater}>
            {t(finished ? "next" : "later")}
          </Button>
        </div>
      </section>
    </li>
  );
}
