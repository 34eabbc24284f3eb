/**
 * A training plan: what is to be reached, the best plan for it, who is in it and who is not and why. It is held in the main
 * process while somebody works on it here, and changed person by person; the roster changes only when it is kept.
 */
import { SegmentedControl, TextInput } from "@mantine/core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanSummary } from "../../../shared/contract/schemas/training-plan";
import { planClassName, planName } from "../../../shared/i18n/plan-sentence";
import { entities } from "../../../shared/domain/entities";
import { maxLengthOf } from "../../../shared/domain/text-fields";
import { formatNumber } from "../../../shared/text/format";
import { WorkProgress } from "../../app/feedback/progress";
import { toastFailed } from "../../app/feedback/toast";
import { ListingButtons } from "../../app/roster/listing-buttons";
import { toastSaved } from "../../app/roster/toast-saved";
import { call, errorDataOf } from "../../bridge/bridge";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import { EmptyState } from "../../components/empty-state";
import { ScreenHeader } from "../../components/screen-header";
import { limitError } from "../../components/text-limit";
import { useTranslate } from "../../components/translate";
import { KeptPlans } from "./kept-plans";
import { type PlanAsked, PlanForm } from "./plan-form";
import { LeftList, SentList } from "./plan-lists";
import { PlanResult } from "./plan-result";
import classes from "./plan.module.css";

const lists = ["sent", "left", "kept"] as const;
type List = (typeof lists)[number];

export function PlanScreen() {
  const { t } = useTranslation("screen-plan");
  const translate = useTranslate();
  const { on, moment } = useMoment();
  const [asked, setAsked] = useState<PlanAsked>({
    standard: "professional",
    percent: 100,
    by: `${Number(on.slice(0, 4)) + 1}-12-31`,
    unitId: null,
    eachUnit: false,
    seats: null,
    months: null,
    cost: 0,
    budget: null,
  });
  const [summary, setSummary] = useState<PlanSummary | null>(null);
  const [turn, setTurn] = useState(0);
  const [list, setList] = useState<List>("sent");
  const [name, setName] = useState("");
  const [classId, setClassId] = useState<string | null>(null);
  const [work, setWork] = useState<"solving" | "keeping" | null>(null);
  const kept = useCall("planList", {});
  const plans = kept.data?.plans ?? [];

  const solve = async () => {
    if (work !== null) return;
    setWork("solving");
    try {
      const found = await call("planSolve", { ...asked, moment });
      setSummary(found);
      setTurn((before) => before + 1);
      setName(planName(translate, found.plan));
      setClassId(found.plan.classes[0]?.id ?? null);
      setList("sent");
    } catch (error) {
      if (errorDataOf(error).code !== "cancelled") toastFailed(error);
    } finally {
      setWork(null);
    }
  };
  const id = summary?.id ?? "";
  const change = useCallback(
    (person: string, into: string | null) => {
      call("planChange", { id, person, classId: into }).then((found) => {
        setSummary(found);
        setTurn((before) => before + 1);
      }, toastFailed);
    },
    [id],
  );
  const nameTooLong = limitError(t, name.trim(), maxLengthOf(entities.trainingPlan.fields.name));
  const keep = async () => {
    if (nameTooLong !== undefined) return;
    if (work !== null || name.trim() === "") return;
    setWork("keeping");
    try {
      toastSaved(t("kept", { name }), await call("planKeep", { id, name }), { undo: true });
    } catch (error) {
      toastFailed(error);
    } finally {
      setWork(null);
    }
  };
  const countOf = { sent: summary?.sent ?? 0, left: summary?.left ?? 0, kept: plans.length };
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t("title")}
        actions={
          <ListingButtons
            listing={
              summary === null || list === "kept"
                ? null
                : {
                    moment,
                    unitId: null,
                    question: { of: list === "sent" ? "plan-sent" : "plan-left", plan: summary.id },
                  }
            }
          />
        }
      />
      <PlanForm asked={asked} solving={work === "solving"} onAsked={setAsked} onSolve={() => void solve()} />
      {work === "solving" ? (
        <div className={classes.work}>
          <WorkProgress text={t("solving")} stoppable />
        </div>
      ) : null}
      {summary === null || list === "kept" ? null : <PlanResult summary={summary} />}
      <div className={classes.listHead}>
        <SegmentedControl
          className={classes.beside}
          aria-label={t("list.label")}
          value={list}
          onChange={(value) => setList(lists.find((one) => one === value) ?? "sent")}
          data={lists.map((one) => ({
            value: one,
            label: t(`list.${one}`, { text: formatNumber(countOf[one]) }),
          }))}
        />
        {summary === null || list !== "left" || summary.plan.classes.length === 0 ? null : (
          <ChoiceField
            label={t("putInto")}
            width="15rem"
            value={classId}
            options={summary.plan.classes.map((one) => ({
              value: one.id,
              label: planClassName(translate, one),
            }))}
            onChange={setClassId}
          />
        )}
        {summary === null || list === "kept" || summary.sent === 0 ? null : (
          <form
            className={classes.keep}
            onSubmit={(event) => {
              event.preventDefault();
              void keep();
            }}
          >
            <TextInput
              label={t("name")}
              w="17rem"
              error={nameTooLong}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button
              className={classes.beside}
              type="submit"
              loading={work === "keeping"}
              disabled={name.trim() === "" || nameTooLong !== undefined}
            >
              {t("keep")}
            </Button>
          </form>
        )}
      </div>
      {list === "kept" ? (
        <KeptPlans plans={plans} />
      ) : summary === null ? (
        <EmptyState title={t("before")}>{t("beforeText")}</EmptyState>
      ) : list === "sent" ? (
        <SentList summary={summary} turn={turn} onChange={change} />
      ) : (
        <LeftList summary={summary} turn={turn} onChange={change} classId={classId} />
      )}
    </div>
  );
}
