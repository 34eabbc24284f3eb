/** What is to be reached by when, where, and with what. */
import { Checkbox, NumberInput } from "@mantine/core";
import { IconRoute } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CallArgs } from "../../../shared/contract/contract";
import { mostStudyMonths, standards } from "../../../shared/domain/values";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import { DayField } from "../../components/day-field";
import { UnitPicker } from "../../components/unit-picker";
import classes from "./plan.module.css";

export type PlanAsked = Omit<CallArgs<"planSolve">, "moment">;

const mostPercent = 100;
const mostMoney = 1_000_000_000_000;

export interface PlanFormProps {
  readonly asked: PlanAsked;
  readonly solving: boolean;
  readonly onAsked: (asked: PlanAsked) => void;
  readonly onSolve: () => void;
}

export function PlanForm({ asked, solving, onAsked, onSolve }: PlanFormProps) {
  const { t } = useTranslation(["screen-plan", "domain"]);
  const { on } = useMoment();
  const choice = useCall("standardChoice", { knownOn: null });
  const counted = standards.filter((one) => choice.data?.counted.includes(one) ?? one === asked.standard);
  const number = (
    label: string,
    value: number | null,
    take: (value: number | null) => void,
    [least, most, width]: readonly [number, number, string],
    blank = t("unlimited"),
  ) => (
    <NumberInput
      label={label}
      w={width}
      value={value ?? ""}
      min={least}
      max={most}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="blur"
      hideControls
      thousandSeparator="."
      decimalSeparator=","
      placeholder={blank}
      onChange={(typed) => take(typeof typed === "number" && Number.isInteger(typed) ? typed : null)}
    />
  );
  return (
    <div className={classes.formRoom}>
      <form
        className={classes.form}
        aria-label={t("form")}
        onSubmit={(event) => {
          event.preventDefault();
          onSolve();
        }}
      >
        <ChoiceField
          label={t("standard")}
          width="9rem"
          value={asked.standard}
          options={counted.map((one) => ({ value: one, label: t(`domain:standard.${one}`) }))}
          onChange={(value) => {
            const standard = standards.find((one) => one === value);
            if (standard !== undefined) onAsked({ ...asked, standard });
          }}
        />
        {number(
          t("percent"),
          asked.percent,
          (percent) => onAsked({ ...asked, percent: percent ?? mostPercent }),
          [1, mostPercent, "5.5rem"],
        )}
        <DayField
          label={t("by")}
          width="9.5rem"
          value={asked.by}
          onChange={(by) => onAsked({ ...asked, by })}
        />
        <UnitPicker
          label={t("unit")}
          placeholder={t("allUnits")}
          value={asked.unitId}
          on={on}
          level="all"
          clearable
          width="9rem"
          onChange={(unitId) => onAsked({ ...asked, unitId })}
        />
        {number(
          t("months"),
          asked.months,
          (months) => onAsked({ ...asked, months }),
          [1, mostStudyMonths, "7rem"],
          t("monthsBlank"),
        )}
        {number(t("seats"), asked.seats, (seats) => onAsked({ ...asked, seats }), [0, 1_000_000, "7rem"])}
        {number(
          t("cost"),
          asked.cost === 0 ? null : asked.cost,
          (cost) => onAsked({ ...asked, cost: cost ?? 0 }),
          [0, mostMoney, "9.5rem"],
          "0",
        )}
        {number(t("budget"), asked.budget, (budget) => onAsked({ ...asked, budget }), [
          0,
          mostMoney,
          "9.5rem",
        ])}
        <div className={classes.formFoot}>
          <Checkbox
            label={t("eachUnit")}
            checked={asked.eachUnit}
            onChange={(event) => onAsked({ ...asked, eachUnit: event.currentTarget.checked })}
          />
          <Button type="submit" loading={solving} leftSection={<IconRoute size={16} aria-hidden />}>
            {t("solve")}
          </Button>
        </div>
      </form>
    </div>
  );
}
