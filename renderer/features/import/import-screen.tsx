/** The import of a workbook: one step on screen at a time, and the way through them above and below. */
import { useEffect, useEffectEvent, useState } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { confirm } from "../../app/feedback/confirm";
import { WorkProgress } from "../../app/feedback/progress";
import { useRefusal } from "../../app/roster/refusal";
import { EmptyState } from "../../components/empty-state";
import { settleFocus } from "../../components/keyboard/settle-focus";
import { ErrorNotice } from "../../components/error-notice";
import { ScreenHeader } from "../../components/screen-header";
import { ColumnsStep } from "./layout/columns-step";
import { SheetsStep } from "./layout/sheets-step";
import { DoneStep } from "./done-step";
import { FileStep } from "./file-step";
import { type ImportSource, useHandedOver } from "./hand-over";
import { StepBar } from "./parts/step-bar";
import { StepHeading } from "./parts/step-heading";
import { StepList } from "./parts/step-list";
import { PreviewStep } from "./preview/preview-step";
import { QuestionsStep } from "./questions/questions-step";
import { type Flow, type ImportActions, useImport } from "./use-import";
import { useNext } from "./use-next";
import classes from "./import.module.css";

export function ImportScreen() {
  const { t } = useTranslation("screen-import");
  const refusal = useRefusal();
  return (
    <div className={classes.screen}>
      {refusal !== null ? (
        <>
          <ScreenHeader title={t("title")} />
          <EmptyState title={t("readOnly")}>{refusal}</EmptyState>
        </>
      ) : (
        <Wizard />
      )}
    </div>
  );
}

function Wizard() {
  const { t } = useTranslation("screen-import");
  const flow = useImport();
  const next = useNext(flow);
  useHandedOver((source) => void openOther(flow, source, t));
  useCtrlEnter(() => {
    if (next !== null && flow.work === null && next.waits === null) void next.run();
  });
  return (
    <div className={classes.wizard}>
      <ScreenHeader
        title={t("title")}
        description={flow.state === null ? t("description") : t("of", { file: flow.state.name })}
      />
      <StepList flow={flow} onGo={(step) => void flow.go(step)} />
      <Content flow={flow} />
      <StepBar flow={flow} next={next} />
    </div>
  );
}

/** Wherever the keyboard is on the screen, but behind no dialog; before a list takes Enter for its row. */
function useCtrlEnter(onPress: () => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !event.ctrlKey || event.defaultPrevented || event.repeat) return;
      if (document.querySelector("[aria-modal=true]") !== null) return;
      event.preventDefault();
      event.stopPropagation();
      // What was typed as an answer counts.
      settleFocus(document.body);
      press();
    };
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}

/** What was chosen for the workbook that is open would be lost. */
async function openOther(flow: Flow & ImportActions, source: ImportSource, t: TFunction<"screen-import">) {
  if (flow.state !== null) {
    const { confirmed } = await confirm({
      title: t("other.title"),
      body: t("other.body"),
      confirmLabel: t("other.confirm"),
    });
    if (!confirmed) return;
  }
  await flow.open(source);
}

/** Shorter work leaves the step on screen: what flashes by is read by nobody. */
const shownAfterMs = 400;

function Content({ flow }: { readonly flow: Flow & ImportActions }) {
  const { t } = useTranslation("screen-import");
  const { work, step, failure } = flow;
  const shown = useLater(work);
  const isInPlace = work === "planning" && step === "preview";
  if (work !== null && !isInPlace && (work !== "planning" || shown))
    return (
      <div className={classes.scroll}>
        <StepHeading key={work}>{t(`work.${work}.title`)}</StepHeading>
        <WorkProgress key={`of ${work}`} text={t(`work.${work}.text`)} stoppable />
      </div>
    );
  return (
    <>
      {failure === null ? null : (
        <div className={classes.failure}>
          <ErrorNotice error={failure} />
        </div>
      )}
      <StepContent flow={flow} />
    </>
  );
}

function useLater(work: Flow["work"]): boolean {
  const [shown, setShown] = useState<Flow["work"]>(null);
  useEffect(() => {
    const timer = setTimeout(() => setShown(work), work === null ? 0 : shownAfterMs);
    return () => clearTimeout(timer);
  }, [work]);
  return work !== null && shown === work;
}

function StepContent({ flow }: { readonly flow: Flow & ImportActions }) {
  const { state, plan, step } = flow;
  if (step === "done") return <DoneStep flow={flow} />;
  if (state === null || step === "file") return <FileStep flow={flow} />;
  if (step === "sheets") return <SheetsStep state={state} onChoose={flow.choose} />;
  if (step === "columns") return <ColumnsStep state={state} onChoose={flow.choose} />;
  if (plan === null) return null;
  return step === "questions" ? (
    <QuestionsStep flow={flow} session={state.session} plan={plan} />
  ) : (
    <PreviewStep flow={flow} state={state} plan={plan} />
  );
}
