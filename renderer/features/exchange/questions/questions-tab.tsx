/** Questions between offices: those that wait for our answer, and those that we asked. */
import { useTranslation } from "react-i18next";
import type { QuestionData } from "../../../../shared/contract/schemas/conflicts";
import { formatNumber } from "../../../../shared/text/format";
import { useCall } from "../../../bridge/hooks";
import { ErrorNotice } from "../../../components/error-notice";
import { FormSection } from "../../../components/form-section";
import classes from "../exchange.module.css";
import { AnsweredQuestion, QuestionToUs } from "./question-item";

export function QuestionsTab() {
  const { t } = useTranslation("screen-conflicts");
  const { data, error, refetch } = useCall("questionsList", {});
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const open = data.filter(({ toUs, answer }) => toUs && answer === null);
  const done = data.filter(({ toUs, answer }) => toUs && answer !== null);
  const ours = data.filter(({ toUs }) => !toUs);
  return (
    <>
      <FormSection title={t("questions.toUs")} description={t("questions.hint")}>
        {open.length === 0 ? (
          <p className={classes.text} role="status">
            {t("questions.toUsNone")}
          </p>
        ) : (
          <ul className={classes.list} aria-label={t("questions.toUs")}>
            {open.map((question) => (
              <QuestionToUs key={question.id} question={question} />
            ))}
          </ul>
        )}
      </FormSection>
      <FormSection title={t("questions.ours")}>
        {ours.length === 0 ? (
          <p className={classes.text}>{t("questions.oursNone")}</p>
        ) : (
          <Answered questions={ours} label={t("questions.ours")} />
        )}
      </FormSection>
      {done.length === 0 ? null : (
        <FormSection title={t("questions.earlier", { text: formatNumber(done.length) })}>
          <Answered questions={done} label={t("questions.earlier", { text: formatNumber(done.length) })} />
        </FormSection>
      )}
    </>
  );
}

function Answered(props: { readonly questions: readonly QuestionData[]; readonly label: string }) {
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.questions.map((question) => (
        <AnsweredQuestion key={question.id} question={question} />
      ))}
    </ul>
  );
}
