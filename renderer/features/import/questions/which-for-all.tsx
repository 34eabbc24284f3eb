/** One answer for all whose post or level differs from the record and of whom nobody said yet what that is. */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { columnOfKey } from "../../../../shared/columns/column";
import { columnLabel } from "../../../../shared/columns/label";
import type { ImportPlanData } from "../../../../shared/contract/schemas/imports";
import { whichAnswers } from "../../../../shared/import/which-row";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import { useTranslate } from "../../../components/translate";
import classes from "../import.module.css";
import { WhichAnswer } from "./which-answer";

export interface WhichForAllProps {
  readonly group: ImportPlanData["questions"]["whichRows"][number];
  readonly onAnswer: (answer: string) => void;
}

export function WhichForAll({ group, onAnswer }: WhichForAllProps) {
  const { t } = useTranslation(["screen-import", "import"]);
  const say = useTranslate();
  const id = useId();
  const [answer, setAnswer] = useState<string | null>(null);
  const { open, isDated, needsDay } = group;
  const column = columnOfKey(group.column);
  const label = column === null ? group.column : columnLabel(say, column);
  const choices = whichAnswers.map((value) => ({
    value,
    label: t(`import:answer.${value}${isDated ? "Post" : "Level"}`),
  }));
  const text = formatNumber(open);
  return (
    <section aria-labelledby={id} className={classes.card}>
      <h3 id={id} className={classes.cardTitle}>
        {t("screen-import:questions.whichAll", { column: label, text })}
      </h3>
      <WhichAnswer
        labelledBy={id}
        choices={choices}
        which={{ needsDay, since: null }}
        answer={answer}
        onAnswer={setAnswer}
      />
      <div className={classes.row}>
        <Button
          variant="default"
          disabled={answer === null}
          onClick={() => (answer === null ? undefined : onAnswer(answer))}
        >
          {t("screen-import:questions.whichAllSay", { text })}
        </Button>
      </div>
    </section>
  );
}
