/** How near a plan comes, what it costs, what it rests on, and what is wrong with one that was changed by hand. */
import { useTranslation } from "react-i18next";
import type { PlanSummary } from "../../../shared/contract/schemas/training-plan";
import { planClassName, planShortText } from "../../../shared/i18n/plan-sentence";
import { formatNumber, formatPercent } from "../../../shared/text/format";
import { useTranslate } from "../../components/translate";
import classes from "./plan.module.css";

/** What is shown at once; the count says how many there are. */
const mostFaults = 4;

export function PlanResult({ summary: { plan, faults, short } }: { readonly summary: PlanSummary }) {
  const { t } = useTranslation(["screen-plan", "plan"]);
  const translate = useTranslate();
  const { total, turns, cost } = plan;
  const nameOf = (id: string | null) => {
    const found = plan.classes.find((one) => one.id === id);
    return found === undefined ? null : planClassName(translate, found);
  };
  const figures = {
    reached: formatNumber(total.reached),
    whole: formatNumber(total.whole),
    share: formatPercent(total.reached, total.whole),
  };
  return (
    <div className={classes.result}>
      <p role="status">
        <strong>{t(plan.reached ? "reached" : "near", figures)}</strong>
      </p>
      <p>
        {t("figures", {
          met: formatNumber(total.met),
          wanted: formatNumber(total.wanted),
          turns: formatNumber(turns),
          cost: formatNumber(cost),
        })}
      </p>
      {plan.unasked === 0 ? null : (
        <p className={classes.muted}>
          {t("unasked", { count: plan.unasked, text: formatNumber(plan.unasked) })}
        </p>
      )}
      {short.count === 0 ? null : <p>{planShortText(translate, short.units, short.count)}</p>}
      {plan.classes.length === 0 ? null : (
        <p className={classes.muted}>{t(plan.thoughtOf ? "plan:thoughtOf" : "plan:ofRecord")}</p>
      )}
      {plan.undated === 0 ? null : (
        <p className={classes.muted}>{t("plan:undated", { count: plan.undated })}</p>
      )}
      {plan.studyRules.map(({ key, source, verified }) => (
        <p key={key} className={classes.muted}>
          {t("rule", { source, rule: t(`plan:studyRule.${key}`) })}
          {verified ? "" : ` (${t("plan:unverified")})`}
        </p>
      ))}
      {faults.length === 0 ? null : (
        <section aria-label={t("faults", { count: faults.length })}>
          <strong>{t("faults", { count: faults.length })}</strong>
          <ul className={classes.faults}>
            {faults.slice(0, mostFaults).map(({ fault, person, classId }) => (
              <li key={`${fault} ${person ?? ""} ${classId ?? ""}`}>
                {t("fault", { who: person ?? nameOf(classId) ?? t("title"), what: t(`plan:fault.${fault}`) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
