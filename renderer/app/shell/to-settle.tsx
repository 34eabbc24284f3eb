/** How many conflicts, proposals, likely duplicates, questions and unreadable values wait for somebody, beside the screen that settles them. */
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../shared/text/format";
import { useCall } from "../../bridge/hooks";
import classes from "./rail.module.css";

/** Nothing where nothing waits. */
export function ToSettle() {
  const { t } = useTranslation("screen-app");
  const { data } = useCall("exchangeOverview", {}, { keepPrevious: true });
  const count =
    data === undefined
      ? 0
      : data.conflicts + data.proposals + data.duplicates + data.questions + data.unreadable;
  if (count === 0) return null;
  const text = formatNumber(count);
  return (
    <span className={classes.count} title={t("rail.toSettle", { text })}>
      <span aria-hidden>{text}</span>
      <span className="visually-hidden">{t("rail.toSettle", { text })}</span>
    </span>
  );
}
