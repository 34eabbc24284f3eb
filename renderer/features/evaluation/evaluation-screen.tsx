/**
 * Evaluations of a period entered line by line, as in a spreadsheet: points, the grade that they give, the grade chosen. All
 * that was entered is written at once; beside it stands the share of xuất sắc that a unit may have.
 */
import { IconMapPin } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { evaluationPeriods } from "../../../shared/domain/values";
import { useMoment } from "../../bridge/moment";
import { ChoiceField } from "../../components/choice-field";
import { ScreenHeader } from "../../components/screen-header";
import { UnitPicker } from "../../components/unit-picker";
import { Sheet } from "./sheet";
import { useSheetState } from "./sheet-state";
import classes from "./evaluation.module.css";

/** Years before that of the day which are offered. */
const yearsBack = 14;

export function EvaluationScreen() {
  const { t } = useTranslation(["screen-evaluation", "domain"]);
  const { on, moment } = useMoment();
  const [state, change] = useSheetState();
  const { year, period, unitId } = state;
  const now = Number(on.slice(0, 4));
  const offered = Array.from({ length: yearsBack + 2 }, (_none, back) => now + 1 - back);
  const years = offered.includes(year) ? offered : [year, ...offered];
  const asked = { moment, year, period, unitId };
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t("title")}
        description={t("intro")}
        actions={
          <>
            <ChoiceField
              aria-label={t("year")}
              width="7rem"
              value={String(year)}
              options={years.map((one) => ({ value: String(one), label: String(one) }))}
              onChange={(chosen) => {
                if (chosen !== null) change({ year: Number(chosen) });
              }}
            />
            <ChoiceField
              aria-label={t("period")}
              width="8.5rem"
              value={period}
              options={evaluationPeriods.map((one) => ({
                value: one,
                label: t(`domain:evaluationPeriod.${one}`),
              }))}
              onChange={(chosen) => {
                const found = evaluationPeriods.find((one) => one === chosen);
                if (found !== undefined) change({ period: found });
              }}
            />
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
          </>
        }
      />
      <Sheet key={JSON.stringify(asked)} asked={asked} />
    </div>
  );
}
