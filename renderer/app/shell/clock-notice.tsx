/** Says over every screen that this PC's clock cannot be believed, before anything is entered by a wrong day. */
import { IconClockExclamation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatDay } from "../../../shared/text/format";
import { instantText } from "../../../shared/i18n";
import { useCall } from "../../bridge/hooks";
import classes from "./shell.module.css";

export function ClockNotice() {
  const { t } = useTranslation("screen-app");
  const { data } = useCall("clockCheck", {});
  if (data === undefined || data.state === "right") return null;
  const last = data.last === null ? "" : instantText(data.last);
  return (
    <div className={classes.held} role="alert">
      <IconClockExclamation size={16} aria-hidden />
      {t(`clock.${data.state}`, { today: formatDay(data.today), last })}
    </div>
  );
}
