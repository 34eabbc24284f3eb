/** One answer for all whose post or level differs from the record and of whom nobody said yet what that is. */
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { columnOfKey } from "../../../../shared/columns/column";
import { columnLabel } from "../../../../shared/columns/label";
import type { ImportPlanData } from "../../../../shared/contract/schemas/imports";
import { whichAnswers } from "../../../../shared/import/which-row";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import { useTranslate } from "../../../components/translate";
import classes from "../import.module.css";
import { answerOf, type Chosen, chosenBy, groupKey, type Held } from "./half-answers";
import { WhichAnswer } from "./which-answer";

export interface WhichForAllProps {
  readonly group: ImportPlanData["questions"]["whichRows"][number];
  readonly held: Held;
  /** What was answered for all of them, shown in the same place; null: not answered. */
  readonly given?: Chosen | null;
  readonly onAnswer: (answer: string) => void;
}

export function WhichForAll({ group, held, given = null, onAnswer }: WhichForAllProps) {
  const { t } = useTranslation(["screen-import", "import"]);
  const say = useTranslate();
  const id = useId();
  const { open, isDated, needsDay } = group;
  const column = columnOfKey(group.column);
  const label = column === null ? group.column : columnLabel(say, column);
  const choices = whichAnswers.map((value) => ({
    value,
    label: t(`import:answer.${value}${isDated ? "Post" : "Level"}`),
  }));
  const text = formatNumber(open);
  const which = { needsDay, since: null };
  const chosen = given ?? held.half ?? chosenBy(null);
  const answer = answerOf(chosen, which);
  const led = held.led?.key === groupKey(group.rows) ? held.led : null;
  const button = useRef<HTMLButtonElement>(null);
  const isUnsaid = led !== null && answer !== null && given === null;
  useEffect(() => {
    // A whole answer has no mistake to lead to: what is missing is that it is said.
    if (led !== null && button.current?.disabled === false) button.current.focus();
  }, [led]);
  return (
    <section aria-labelledby={id} className={classes.card}>
      <h3 id={id} className={classes.cardTitle}>
        {given === null
          ? t("screen-import:questions.whichAll", { column: label, text })
          : t("screen-import:questions.whichAllGiven", { column: label })}
      </h3>
      <WhichAnswer
        labelledBy={id}
        choices={choices}
        which={which}
        chosen={chosen}
        isTold={led !== null}
        led={led}
        isFixed={given !== null}
        onChoose={held.hold}
      />
      <div className={classes.row}>
        <Button
          ref={button}
          variant="default"
          disabled={answer === null}
          // It stays under the keyboard and the mouse, and takes no second press.
          {...(given === null ? {} : { "aria-disabled": true, "data-disabled": true })}
          onClick={() => (answer === null || given !== null ? undefined : onAnswer(answer))}
        >
          {given === null
            ? t("screen-import:questions.whichAllSay", { text })
            : t("screen-import:answersAtOnce.people", { text })}
        </Button>
        {chosen.as === null || given !== null ? null : (
          <Button variant="subtle" onClick={() => held.hold(null)}>
            {t("screen-import:questions.takeBack")}
          </Button>
        )}
      </div>
      {isUnsaid ? (
        <p className={classes.notice} role="alert">
          {t("screen-import:questions.whichAllUnsaid")}
        </p>
      ) : null}
    </section>
  );
}
