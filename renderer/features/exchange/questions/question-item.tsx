/** One question between offices: who asks, what about, and the answer or a field for it. */
import { Anchor, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { QuestionData } from "../../../../shared/contract/schemas/conflicts";
import { textLimits } from "../../../../shared/contract/limits";
import { cleanText } from "../../../../shared/text/clean";
import { limitError } from "../../../components/text-limit";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { paths } from "../../../app/navigation/paths";
import { useReadOnly } from "../../../app/session/session";
import { useUnsavedGuard } from "../../../app/unsaved/guard";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { useWords } from "../../../components/words";
import classes from "../exchange.module.css";

interface QuestionProps {
  readonly question: QuestionData;
}

/** A question that waits for our answer. What is typed is kept from being lost by leaving. */
export function QuestionToUs({ question }: QuestionProps) {
  const { t } = useTranslation(["screen-conflicts", "issues"]);
  const readOnly = useReadOnly();
  const send = useSend("questionAnswer");
  const [typed, setTyped] = useState("");
  const [attempted, setAttempted] = useState(false);
  const answer = cleanText(typed, { lines: true });
  const tooLong = limitError(t, answer, textLimits.question);

  const save = async (): Promise<boolean> => {
    setAttempted(true);
    if (answer === "" || tooLong !== undefined) return false;
    try {
      const saved = await send.mutateAsync({ id: question.id, answer });
      setTyped("");
      toastSaved(t("questions.sent"), saved, { undo: true });
      return true;
    } catch (error) {
      toastFailed(error);
      return false;
    }
  };
  useUnsavedGuard({ dirty: answer !== "", save });
  return (
    <li className={classes.card}>
      <QuestionText question={question} />
      <form
        noValidate
        className={classes.stack}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <Textarea
          label={t("questions.answer")}
          description={t("questions.answerHint")}
          rows={2}
          disabled={readOnly}
          value={typed}
          error={attempted && answer === "" ? t("questions.answerMissing") : tooLong}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" disabled={readOnly} loading={send.isPending}>
            {t("questions.send")}
          </Button>
        </div>
      </form>
    </li>
  );
}

/** A question of ours, or one that we answered. */
export function AnsweredQuestion({ question }: QuestionProps) {
  const { t } = useTranslation("screen-conflicts");
  const { answer, answeredBy } = question;
  return (
    <li className={classes.card}>
      <QuestionText question={question} />
      {answer === null ? (
        <p className={classes.text}>
          <span className={classes.mark} data-kind="ask">
            {t("questions.waiting")}
          </span>
        </p>
      ) : (
        <p className={`${classes.text} ${classes.strong} ${classes.selectable}`}>
          {answeredBy === null
            ? t("questions.answeredNobody", { text: answer })
            : t("questions.answered", { who: answeredBy, text: answer })}
        </p>
      )}
    </li>
  );
}

function QuestionText({ question }: QuestionProps) {
  const { t } = useTranslation(["screen-conflicts", "domain"]);
  const words = useWords();
  const { officialId, label, field } = question;
  return (
    <>
      <div className={classes.spread}>
        <span className={classes.muted}>
          {question.toUs
            ? t("screen-conflicts:questions.asked", {
                office: question.askedBy,
                at: words.instant(question.askedAt),
              })
            : t("screen-conflicts:questions.askedTo", {
                office: question.to,
                at: words.instant(question.askedAt),
              })}
          {" · "}
          {field === null
            ? t("screen-conflicts:questions.about", { what: label })
            : t("screen-conflicts:questions.aboutField", { what: label, field: fieldName(t, field) })}
        </span>
        {officialId === null ? null : (
          <Anchor
            inherit
            href={paths.person(officialId)}
            aria-label={t("screen-conflicts:questions.openNamed", { name: label })}
          >
            {t("screen-conflicts:questions.open")}
          </Anchor>
        )}
      </div>
      <p className={`${classes.text} ${classes.selectable}`}>{question.text}</p>
    </>
  );
}

/** A field as `official.birth` or `birth`, in words; as it is where this program does not know it. */
function fieldName(t: ReturnType<typeof useTranslation>["t"], field: string): string {
  const path = field.includes(".") ? field : `official.${field}`;
  return t(`domain:field.${path}`, {
    defaultValue: field === "presence" ? t("screen-conflicts:conflicts.presence") : field,
  });
}
