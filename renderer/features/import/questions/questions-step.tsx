/** What the file can be read in two ways, each thing once; what is not answered is kept as it is written. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportPlanData, ImportQuestion } from "../../../../shared/contract/schemas/imports";
import { formatNumber } from "../../../../shared/text/format";
import { keepAsText } from "../../../../shared/import/questions";
import { Button } from "../../../components/button";
import { StepHeading } from "../parts/step-heading";
import { isAsked } from "../steps";
import type { ImportActions } from "../use-import";
import classes from "../import.module.css";
import { QuestionCard } from "./question-card";

const shownAtOnce = 40;

export interface QuestionsStepProps {
  readonly plan: ImportPlanData;
  /** Questions that came up by the last answers. */
  readonly cameUp: number;
  readonly onAnswer: ImportActions["answer"];
}

export function QuestionsStep({ plan, cameUp, onAnswer }: QuestionsStepProps) {
  const { t } = useTranslation("screen-import");
  const [shown, setShown] = useState(shownAtOnce);
  const asked = plan.questions.filter(isAsked);
  const open = asked.filter(({ answer }) => answer === null);
  const encodings = open.filter(({ kind }) => kind === "encoding");
  const texts = open.filter(canStayText);
  const all = (questions: readonly ImportQuestion[], answer: string) =>
    void onAnswer(questions.map(({ key }) => ({ key, answer })));
  return (
    <div className={classes.scroll}>
      <StepHeading>{t("questions.title")}</StepHeading>
      <p className={classes.text} role="status">
        {open.length === 0
          ? t("questions.noneOpen")
          : t("questions.open", { open: formatNumber(open.length), all: formatNumber(asked.length) })}{" "}
        {t("questions.unanswered")}
      </p>
      {cameUp === 0 ? null : (
        <p className={classes.notice} role="alert">
          {t("questions.cameUp", { text: formatNumber(cameUp) })}
        </p>
      )}
      <div className={classes.row}>
        {encodings.length < 2 ? null : (
          <Button variant="default" onClick={() => all(encodings, "turn")}>
            {t("questions.turnAll", { text: formatNumber(encodings.length) })}
          </Button>
        )}
        {texts.length < 2 ? null : (
          <Button variant="default" onClick={() => all(texts, keepAsText)}>
            {t("questions.keepAll", { text: formatNumber(texts.length) })}
          </Button>
        )}
      </div>
      <ul className={classes.cards} aria-label={t("questions.title")}>
        {asked.slice(0, shown).map((question) => (
          <li key={question.key}>
            <QuestionCard
              question={question}
              onAnswer={(answer) => void onAnswer([{ key: question.key, answer }])}
            />
          </li>
        ))}
      </ul>
      {shown >= asked.length ? null : (
        <Button variant="default" onClick={() => setShown(shown + shownAtOnce)}>
          {t("questions.more", { text: formatNumber(asked.length - shown) })}
        </Button>
      )}
    </div>
  );
}

/** Whether staying as it is written is an answer. */
function canStayText({ kind, choices }: ImportQuestion): boolean {
  return kind === "word" || choices.some(({ value }) => value === keepAsText);
}
