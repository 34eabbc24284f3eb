/** One answer for every likely duplicate, and the way back from those that were given. */
import { useTranslation } from "react-i18next";
import type { ImportPlanData, ImportQuestion } from "../../../../shared/contract/schemas/imports";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import type { ImportActions } from "../use-import";
import classes from "../import.module.css";

export interface DuplicateAnswersProps {
  readonly plan: ImportPlanData;
  /** Questions about one line that were answered. */
  readonly answered: readonly ImportQuestion[];
  readonly onAnswer: ImportActions["answer"];
}

export function DuplicateAnswers({ plan, answered, onAnswer }: DuplicateAnswersProps) {
  const { t } = useTranslation("screen-import");
  const all = plan.questions.find(({ kind }) => kind === "duplicates");
  return (
    <div className={classes.allAnswers}>
      {all === undefined || plan.duplicates < 2
        ? null
        : all.choices.map(({ value }) => (
            <Button
              key={value}
              variant="default"
              size="compact-sm"
              onClick={() => void onAnswer([{ key: all.key, answer: value }], true)}
            >
              {t(`preview.who.all.${value}`, { text: formatNumber(plan.duplicates) })}
            </Button>
          ))}
      {answered.length === 0 && (all?.answer ?? null) === null ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            void onAnswer(
              [...answered, ...(all === undefined ? [] : [all])].map(({ key }) => ({ key, answer: null })),
              true,
            )
          }
        >
          {t("preview.who.again", { text: formatNumber(answered.length) })}
        </Button>
      )}
    </div>
  );
}
