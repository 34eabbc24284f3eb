/** One question: what it is about, how often it stands there, and its answers. */
import { Radio } from "@mantine/core";
import { useId } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ImportQuestion } from "../../../../shared/contract/schemas/imports";
import { placeParts } from "../../../../shared/import/line";
import { keepAsText } from "../../../../shared/import/questions";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import classes from "../import.module.css";
import { answerOf, chosenBy, type Held } from "./half-answers";
import { MeaningField } from "./meaning-field";
import { WhichAnswer } from "./which-answer";

export interface QuestionCardProps {
  readonly question: ImportQuestion;
  readonly held: Held;
  readonly onAnswer: (answer: string | null) => void;
}

export function QuestionCard({ question, held, onAnswer }: QuestionCardProps) {
  const { t } = useTranslation("screen-import");
  const id = useId();
  const { kind, message, answer, recalled, which } = question;
  // The same post of many villages is one text, and its cells say which.
  const saysItsText = kind === "word" && question.samples.every((sample) => sample === question.text);
  const means = kind === "word" || kind === "number" || kind === "unit";
  return (
    <section aria-labelledby={id} className={classes.card} data-answered={answer !== null || undefined}>
      <header className={classes.cardHead}>
        <h3 id={id} className={classes.cardTitle}>
          {message}
        </h3>
        <span className={classes.muted}>
          {[...(recalled ? [t("questions.recalled")] : []), whereOf(question, t)].join(" · ")}
        </span>
      </header>
      {saysItsText || kind === "number" || which !== null ? null : <Samples question={question} />}
      {question.near.length === 0 ? null : (
        <div className={classes.answers}>
          <span className={classes.muted}>{t("questions.near")}</span>
          {question.near.map(({ value, label }) => (
            <Button
              key={value}
              variant={answer === value ? "filled" : "default"}
              size="compact-sm"
              aria-pressed={answer === value}
              onClick={() => onAnswer(answer === value ? null : value)}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {means ? (
        <MeaningField question={question} onAnswer={onAnswer} />
      ) : which !== null ? (
        <WhichAnswer
          labelledBy={id}
          choices={question.choices}
          which={which}
          chosen={held.half ?? chosenBy(answer)}
          isTold={held.led !== null}
          led={held.led?.key === question.key ? held.led : null}
          onChoose={(chosen) => {
            held.hold(chosen);
            const next = answerOf(chosen, which);
            if (next !== answer) onAnswer(next);
          }}
        />
      ) : (
        <Radio.Group value={answer} aria-labelledby={id} onChange={onAnswer}>
          <div className={classes.answers}>
            {question.choices.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </div>
        </Radio.Group>
      )}
      {answer === null && held.half === null ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.takeBack}
          onClick={() => {
            held.hold(null);
            if (answer !== null) onAnswer(null);
          }}
        >
          {t(answer === keepAsText ? "questions.takeBackText" : "questions.takeBack")}
        </Button>
      )}
    </section>
  );
}

/** Where it stands: how many cells or people it is about, or the line of whom it is about. */
function whereOf({ kind, which, samples, count }: ImportQuestion, t: TFunction<"screen-import">): string {
  if (which !== null) {
    const { sheet, row } = placeParts(samples[0] ?? "");
    return t(sheet === "" ? "preview.at" : "preview.atSheet", { sheet, rows: String(row) });
  }
  return t(kind === "unit" ? "questions.people" : "questions.cells", { text: formatNumber(count) });
}

/** How texts of old codes are told: before and after. */
const arrow = " → ";

function Samples({ question: { kind, samples, who } }: { readonly question: ImportQuestion }) {
  const { t } = useTranslation("screen-import");
  if (samples.length === 0) return null;
  if (kind !== "encoding") {
    const said = samples.map((text, place) =>
      place === 0 && who !== "" && who !== text ? t("questions.sampleOf", { text, who }) : text,
    );
    return <p className={classes.samplesLine}>{t("questions.samples", { texts: said.join(" · ") })}</p>;
  }
  return (
    <table className={`${classes.table} ${classes.codes}`}>
      <thead>
        <tr>
          <th scope="col">{t("questions.before")}</th>
          <th scope="col">{t("questions.after")}</th>
        </tr>
      </thead>
      <tbody>
        {samples.map((sample) => {
          const at = sample.indexOf(arrow);
          return (
            <tr key={sample}>
              <td className={classes.selectable}>{sample.slice(0, at)}</td>
              <td className={classes.selectable}>{sample.slice(at + arrow.length)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
