/** On a person's screen: that another office wrote values of this record which cannot be read, and the way to them. */
import { Anchor } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { paths } from "../../../app/navigation/paths";
import { useCall } from "../../../bridge/hooks";
import classes from "../conflicts/conflict-notice.module.css";

export function UnreadableNotice({ officialId }: { readonly officialId: string }) {
  const { t } = useTranslation("screen-exchange");
  // Only how many there are; the list itself is read on its own screen.
  const { data } = useCall("unreadablePage", { officialId, offset: 0, limit: 1 });
  if (data === undefined || data.total === 0) return null;
  return (
    <p className={classes.notice} role="status">
      <IconAlertTriangle size={17} aria-hidden />
      <span>{t("unreadable.ofPerson", { text: formatNumber(data.total) })}</span>
      <Anchor inherit href={paths.exchange("unreadable")}>
        {t("unreadable.ofPersonLink")}
      </Anchor>
    </p>
  );
}
