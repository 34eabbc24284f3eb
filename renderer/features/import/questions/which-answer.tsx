/**
 * What another post or level in the table is: a row of its own, since when where the table does not say, or the row on record
 * put right. Nothing is answered before the day is there by which it would be written.
 */
import { Radio } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportQuestion } from "../../../../shared/contract/schemas/imports";
import { parsePartialDate } from "../../../../shared/domain/partial-date";
import { readWhich, whichAnswer, whichAnswers, type WhichSaid } from "../../../../shared/import/which-row";
import { PartialDateField } from "../../../components/partial-date-field";
import { useWords } from "../../../components/words";
import classes from "../import.module.css";

export interface WhichAnswerProps {
  /** Id of what names the question. */
  readonly labelledBy: string;
  readonly choices: ImportQuestion["choices"];
  readonly which: Pick<NonNullable<ImportQuestion["which"]>, "needsDay" | "since">;
  readonly answer: string | null;
  readonly onAnswer: (answer: string | null) => void;
}

interface Chosen {
  readonly as: WhichSaid["as"] | null;
  readonly day: string;
}

export function WhichAnswer({ labelledBy, choices, which, answer, onAnswer }: WhichAnswerProps) {
  const { t } = useTranslation("screen-import");
  const words = useWords();
  const { needsDay, since } = which;
  const [own, choose] = useState<Chosen | null>(null);
  const { as, day } = own ?? chosenBy(answer);
  const say = (chosen: Chosen) => {
    choose(chosen);
    const next = answerOf(chosen, needsDay);
    if (next !== answer) onAnswer(next);
  };
  return (
    <div className={classes.which}>
      <Radio.Group
        value={as}
        aria-labelledby={labelledBy}
        onChange={(value) => say({ as: whichAnswers.find((one) => one === value) ?? null, day })}
      >
        <div className={classes.answers}>
          {choices.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </div>
      </Radio.Group>
      {needsDay && as === "new" ? (
        <PartialDateField
          label={t("questions.whichFrom")}
          description={
            since === null
              ? t("questions.whichFromHelp")
              : t("questions.whichFromSince", { since: words.date(since) })
          }
          required
          value={day}
          onChange={(value) => say({ as, day: value })}
        />
      ) : null}
    </div>
  );
}

function chosenBy(answer: string | null): Chosen {
  const said = readWhich(answer ?? undefined);
  return { as: said?.as ?? null, day: said?.as === "new" ? (said.from ?? "") : "" };
}

/** Null while the day is missing or no date. */
function answerOf({ as, day }: Chosen, needsDay: boolean): string | null {
  if (as === null || as === "correct" || !needsDay) return as;
  return parsePartialDate(day) === null ? null : whichAnswer(as, day);
}
