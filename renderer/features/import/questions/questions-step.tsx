/** What the file can be read in two ways, each thing once; what is not answered is kept as it is written. */
import { useTranslation } from "react-i18next";
import type { ImportPlanData } from "../../../../shared/contract/schemas/imports";
import { formatNumber } from "../../../../shared/text/format";
import { keepAsText } from "../../../../shared/import/questions";
import { useCall } from "../../../bridge/hooks";
import { ErrorNotice } from "../../../components/error-notice";
import { AnswersAtOnce } from "../parts/answers-at-once";
import { StepHeading } from "../parts/step-heading";
import type { Flow, ImportActions } from "../use-import";
import classes from "../import.module.css";
import { groupKey, type Held, isGroupAsked, pageSize } from "./half-answers";
import { QuestionCard } from "./question-card";
import { QuestionPages } from "./question-pages";
import { GroupAnswers } from "./group-answers";

export interface QuestionsStepProps {
  readonly flow: Pick<ImportActions, "answer" | "answerAll" | "hold" | "turn"> &
    Pick<Flow, "halves" | "led" | "page">;
  readonly session: string;
  readonly plan: ImportPlanData;
}

export function QuestionsStep({ flow, session, plan }: QuestionsStepProps) {
  const { t } = useTranslation("screen-import");
  const { asked, open, openEncodings, openTexts, recalled, cameUp, whichRows } = plan.questions;
  const page = Math.min(flow.page, Math.max(0, Math.ceil(asked / pageSize) - 1));
  const args = { session, offset: page * pageSize, limit: pageSize };
  const { data, error, refetch } = useCall("importQuestions", args, { keepPrevious: true });
  const heldOf = (key: string): Held => ({
    half: flow.halves.get(key) ?? null,
    hold: (chosen) => flow.hold(key, chosen),
    led: flow.led,
  });
  return (
    <div className={classes.scroll}>
      <StepHeading>{t("questions.title")}</StepHeading>
      <p className={classes.text} role="status">
        {open === 0
          ? t("questions.noneOpen")
          : t("questions.open", { open: formatNumber(open), all: formatNumber(asked) })}{" "}
        {recalled === 0 ? "" : `${t("questions.asBefore", { text: formatNumber(recalled) })} `}
        {t("questions.unanswered")}
      </p>
      {cameUp === 0 ? null : (
        <p className={classes.notice} role="alert">
          {t("questions.cameUp", { text: formatNumber(cameUp) })}
        </p>
      )}
      <AnswersAtOnce
        className={classes.row ?? ""}
        answers={[
          {
            key: "encodings",
            label: t("questions.turnAll", { text: formatNumber(openEncodings) }),
            applies: openEncodings > 1,
            done: t("answersAtOnce.columns", { text: formatNumber(openEncodings) }),
            onPress: () => flow.answerAll("encodings", "turn"),
          },
          {
            key: "texts",
            label: t(openTexts === open ? "questions.keepAll" : "questions.keepSome", {
              text: formatNumber(openTexts),
              open: formatNumber(open),
            }),
            applies: openTexts > 1,
            done: t("answersAtOnce.questions", { text: formatNumber(openTexts) }),
            onPress: () => flow.answerAll("texts", keepAsText),
          },
        ]}
      />
      <GroupAnswers
        groups={whichRows.filter(isGroupAsked)}
        heldOf={({ rows }) => heldOf(groupKey(rows))}
        onAnswer={({ rows }, answer) => flow.answerAll("whichRows", answer, { rows })}
      />
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <ul className={classes.cards} aria-label={t("questions.title")}>
        {data?.rows.map((question) => (
          <li key={question.key}>
            <QuestionCard
              question={question}
              held={heldOf(question.key)}
              onAnswer={(answer) => void flow.answer([{ key: question.key, answer }])}
            />
          </li>
        ))}
      </ul>
      <QuestionPages page={page} pageSize={pageSize} total={asked} onPage={flow.turn} />
    </div>
  );
}
