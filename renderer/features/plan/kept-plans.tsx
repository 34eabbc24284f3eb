/** Plans that were kept, and how many people two of them share. */
import { IconTrash } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeptPlan } from "../../../shared/contract/schemas/training-plan";
import { formatDay, formatNumber } from "../../../shared/text/format";
import { confirm } from "../../app/feedback/confirm";
import { toastFailed } from "../../app/feedback/toast";
import { PartButtons } from "../../app/roster/listing-buttons";
import { toastSaved } from "../../app/roster/toast-saved";
import { useReadOnly } from "../../app/session/session";
import { useCall, useSend } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import { EmptyState } from "../../components/empty-state";
import classes from "./plan.module.css";

export function KeptPlans({ plans }: { readonly plans: readonly KeptPlan[] }) {
  const { t } = useTranslation(["screen-plan", "domain"]);
  const { moment } = useMoment();
  const [one, setOne] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const heading = useId();
  const isAsked = one !== null && other !== null && one !== other;
  const compared = useCall("planCompare", { one: one ?? "", other: other ?? "" }, { enabled: isAsked });
  const removing = useSend("planRemove");
  const readOnly = useReadOnly();
  const remove = async ({ id, name, people }: KeptPlan) => {
    const answer = await confirm({
      title: t("removeTitle", { name }),
      body: t("removeBody", { count: formatNumber(people) }),
      confirmLabel: t("removeConfirm"),
      danger: true,
    });
    if (!answer.confirmed) return;
    try {
      toastSaved(t("removed", { name }), await removing.mutateAsync({ id }), { undo: true });
    } catch (error) {
      toastFailed(error);
    }
  };
  if (plans.length === 0) return <EmptyState title={t("noneKept")}>{t("noneKeptText")}</EmptyState>;
  const options = plans.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {plans.length < 2 ? null : (
        <div className={classes.compare} role="group" aria-labelledby={heading}>
          <h2 id={heading}>{t("compare")}</h2>
          <div className={classes.compared}>
            <ChoiceField
              label={t("compareOne")}
              width="20rem"
              value={one}
              options={options}
              onChange={setOne}
            />
            <ChoiceField
              label={t("compareOther")}
              width="20rem"
              value={other}
              options={options}
              onChange={setOther}
            />
            <span role="status">
              {isAsked && compared.data !== undefined
                ? t("compared", {
                    both: formatNumber(compared.data.both),
                    onlyOne: formatNumber(compared.data.onlyOne),
                    onlyOther: formatNumber(compared.data.onlyOther),
                  })
                : ""}
            </span>
          </div>
        </div>
      )}
      {/* The keyboard scrolls the region itself, whatever takes the focus inside. */}
      <div
        className={classes.kept}
        role="region"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t("list.kept", { text: formatNumber(plans.length) })}
      >
        <ul>
          {plans.map((plan) => {
            const { id, name, standard, target, day, people, turns, unitName } = plan;
            return (
              <li key={id}>
                <div className={classes.keptHead}>
                  <span className={classes.keptName}>
                    <strong>{name}</strong>
                    {unitName === null ? "" : ` – ${unitName}`}
                  </span>
                  <PartButtons
                    name={name}
                    listing={{ moment, unitId: null, question: { of: "plan-sent", plan: id } }}
                  />
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    disabled={readOnly}
                    aria-label={t("removeOf", { name })}
                    leftSection={<IconTrash size={14} aria-hidden />}
                    onClick={() => void remove(plan)}
                  >
                    {t("remove")}
                  </Button>
                </div>
                <span className={classes.muted}>
                  {t("keptLine", {
                    standard: t(`domain:standard.${standard}`, { defaultValue: standard }),
                    target,
                    day: formatDay(day),
                    people: formatNumber(people),
                    turns: formatNumber(turns),
                  })}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
