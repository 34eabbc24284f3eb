/** Says what a rule without a level does: nobody whom it asks is judged, which a level that was forgotten does too. */
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./rules.module.css";

export function NoLevel() {
  const { t } = useTranslation("screen-rules");
  return (
    <div className={classes.weaker} role="note" aria-label={t("noLevel.title")}>
      <p className={classes.weakerTitle}>
        <IconAlertTriangle size={16} aria-hidden />
        {t("noLevel.title")}
      </p>
      <p className={classes.hint}>{t("noLevel.hint")}</p>
    </div>
  );
}
