/** Says which rules would ask less than the text that their set details: a warning, since the text may allow it. */
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { WeakRuleData } from "../../../../shared/contract/schemas/rules";
import { weakSentence } from "../../../../shared/i18n/weak-sentence";
import { useTranslate } from "../../../components/translate";
import classes from "./rules.module.css";

export function WeakRules({ weaker }: { readonly weaker: readonly WeakRuleData[] }) {
  const { t } = useTranslation("screen-rules");
  const say = useTranslate();
  if (weaker.length === 0) return null;
  return (
    <div className={classes.weaker} role="note" aria-label={t("weaker.title")}>
      <p className={classes.weakerTitle}>
        <IconAlertTriangle size={16} aria-hidden />
        {t("weaker.title")}
      </p>
      <ul>
        {weaker.map((one) => (
          <li key={`${one.rule} ${one.baseRule}`}>{weakSentence(say, one)}</li>
        ))}
      </ul>
      <p className={classes.hint}>{t("weaker.hint")}</p>
    </div>
  );
}
