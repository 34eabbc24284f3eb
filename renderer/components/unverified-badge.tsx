/** Says that a preset was not compared with the text of the law yet, wherever it decides something. */
import { Tooltip } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./unverified-badge.module.css";

export function UnverifiedBadge() {
  const { t } = useTranslation(["screen-app", "domain"]);
  return (
    <Tooltip label={t("screen-app:unverifiedHint")}>
      <span className={classes.badge}>
        <IconAlertCircle size={13} aria-hidden />
        {t("domain:unverified").toLocaleLowerCase("vi")}
      </span>
    </Tooltip>
  );
}
