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
  const { one, all, choices, reach } = plan.duplicateAnswers;
  const open = plan.duplicates;
  return (
    <div className={classes.allAnswers}>
      {open < 2
        ? null
        : choices
            .filter((value) => (reach[value] ?? 0) > 0)
            .map((value) => {
              const text = formatNumber(reach[value] ?? 0);
              const which = value as "same" | "other" | "leave";
              return (
                <Button
                  key={value}
                  variant="default"
                  size="compact-sm"
                  onClick={() => void onAnswer("duplicates", value, { replan: true })}
                >
                  {which === "same" && reach[value] !== open
                    ? t("preview.who.some.same", { text })
                    : t(`preview.who.all.${which}`, { text })}
                </Button>
              );
            })}
      {one === 0 && all === null ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void onAnswer("duplicates", null, { replan: true })}
        >
          {one === 0 ? t("preview.who.againAll") : t("preview.who.again", { text: formatNumber(one) })}
        </Button>
      )}
      {all === null || open === 0 ? null : (
        <p role="status" className={classes.notice}>
          {t("preview.who.left", { text: formatNumber(open) })}
        </p>
      )}
    </div>
  );
}
