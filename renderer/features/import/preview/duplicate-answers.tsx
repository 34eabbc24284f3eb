/** One answer for every likely duplicate, and the way back from those that were given. */
import { useTranslation } from "react-i18next";
import type { ImportPlanData } from "../../../../shared/contract/schemas/imports";
import { formatNumber } from "../../../../shared/text/format";
import { AnswersAtOnce } from "../parts/answers-at-once";
import type { ImportActions } from "../use-import";
import classes from "../import.module.css";

export interface DuplicateAnswersProps {
  readonly plan: ImportPlanData;
  readonly onAnswer: ImportActions["answerAll"];
}

export function DuplicateAnswers({ plan, onAnswer }: DuplicateAnswersProps) {
  const { t } = useTranslation("screen-import");
  const { one, all, choices, reach, several, taken } = plan.duplicateAnswers;
  const open = plan.duplicates;
  const isTaken = one > 0 || all !== null;
  return (
    <>
      <AnswersAtOnce
        className={classes.allAnswers ?? ""}
        size="compact-sm"
        answers={[
          ...choices.map((value) => {
            const reached = reach[value] ?? 0;
            const text = formatNumber(reached);
            const which = value as "same" | "other" | "leave";
            return {
              key: value,
              label:
                which === "same" && reached !== open
                  ? t("preview.who.some.same", { text })
                  : t(`preview.who.all.${which}`, { text }),
              applies: open > 1 && reached > 0,
              done: t("answersAtOnce.rows", { text }),
              onPress: () => onAnswer("duplicates", value, { replan: true }),
            };
          }),
          {
            key: "back",
            label:
              one === 0 ? t("preview.who.againAll") : t("preview.who.again", { text: formatNumber(one) }),
            applies: isTaken,
            done: t("answersAtOnce.back"),
            isBack: true,
            onPress: () => onAnswer("duplicates", null, { replan: true }),
          },
        ]}
      />
      {all === null || open === 0 ? null : (
        <p role="status" className={`${classes.notice} ${classes.left}`}>
          {[
            t("preview.who.left", { text: formatNumber(open) }),
            ...(several === 0 ? [] : [t("preview.who.leftSeveral", { text: formatNumber(several) })]),
            ...(taken === 0 ? [] : [t("preview.who.leftTaken", { text: formatNumber(taken) })]),
          ].join(" ")}
        </p>
      )}
    </>
  );
}
