/** One answer for every likely duplicate, and the way back from those that were given. */
import { useTranslation } from "react-i18next";
import type { ImportPlanData } from "../../../../shared/contract/schemas/imports";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import type { ImportActions } from "../use-import";
import classes from "../import.module.css";

export interface DuplicateAnswersProps {
  readonly plan: ImportPlanData;
  readonly onAnswer: ImportActions["answerAll"];
}

export function DuplicateAnswers({ plan, onAnswer }: DuplicateAnswersProps) {
  const { t } = useTranslation("screen-import");
  const { one, all, choices } = plan.duplicateAnswers;
  return (
    <div className={classes.allAnswers}>
      {plan.duplicates < 2
        ? null
        : choices.map((value) => (
            <Button
              key={value}
              variant="default"
              size="compact-sm"
              onClick={() => void onAnswer("duplicates", value, { replan: true })}
            >
              {t(`preview.who.all.${value as "same" | "other" | "leave"}`, {
                text: formatNumber(plan.duplicates),
              })}
            </Button>
          ))}
      {one === 0 && all === null ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void onAnswer("duplicates", null, { replan: true })}
        >
          {one === 0 ? t("preview.who.againAll") : t("preview.who.again", { text: formatNumber(one) })}
        </Button>
      )}
    </div>
  );
}
