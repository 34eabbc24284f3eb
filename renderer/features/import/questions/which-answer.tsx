/**
 * What another post or level in the table is: a row of its own, since when where the table does not say, or the row on record
 * put right. Nothing is answered before the day is there by which it would be written.
 */
import { Radio } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ImportQuestion } from "../../../../shared/contract/schemas/imports";
import { whichAnswers } from "../../../../shared/import/which-row";
import { leadToMistake } from "../../../components/keyboard/first-mistake";
import { BackToGood } from "../../../components/keyboard/back-to-good";
import { dateProblem, PartialDateField } from "../../../components/partial-date-field";
import { useWords } from "../../../components/words";
import classes from "../import.module.css";
import { type Chosen, type DayAsked, dayFault, type Led } from "./half-answers";

export interface WhichAnswerProps {
  /** Id of what names the question. */
  readonly labelledBy: string;
  readonly choices: ImportQuestion["choices"];
  readonly which: DayAsked;
  readonly chosen: Chosen;
  /** Whether somebody wanted to go on, so that a day that is missing is told. */
  readonly isTold: boolean;
  /** Leads to the mistake here, each one once; null: none, or elsewhere. */
  readonly led: Led | null;
  /** Only shown: it was answered. */
  readonly isFixed?: boolean;
  readonly onChoose: (chosen: Chosen) => void;
}

export function WhichAnswer(props: WhichAnswerProps) {
  const { labelledBy, choices, which, chosen, isTold, led, isFixed = false, onChoose } = props;
  const { t } = useTranslation("screen-import");
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (led !== null && box.current !== null) leadToMistake(box.current);
  }, [led]);
  const { needsDay, since } = which;
  const { as, day } = chosen;
  const fault = dayFault(chosen, which);
  const error =
    fault === "missing" && isTold
      ? t("questions.whichFromMissing")
      : fault !== "notLater"
        ? undefined
        : since === null
          ? t("questions.whichFromFirst")
          : t("questions.whichFromEarly", { since: words.date(since) });
  return (
    <div ref={box} className={classes.which}>
      <Radio.Group
        value={as}
        aria-labelledby={labelledBy}
        onChange={(value) => onChoose({ as: whichAnswers.find((one) => one === value) ?? null, day })}
      >
        <div className={classes.answers}>
          {choices.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} disabled={isFixed} />
          ))}
        </div>
      </Radio.Group>
      {needsDay && as === "new" ? (
        <BackToGood
          value={day}
          isWrong={error !== undefined || dateProblem(day) !== null}
          onBack={(back) => onChoose({ as, day: back })}
        >
          <PartialDateField
            label={t("questions.whichFrom")}
            description={
              since === null
                ? t("questions.whichFromHelp")
                : t("questions.whichFromSince", { since: words.date(since) })
            }
            required
            disabled={isFixed}
            value={day}
            {...(error === undefined ? {} : { error })}
            onChange={(value) => onChoose({ as, day: value })}
          />
        </BackToGood>
      ) : null}
    </div>
  );
}
