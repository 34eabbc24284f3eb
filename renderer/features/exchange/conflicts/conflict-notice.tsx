/** On a person's screen: that offices disagree about this record, and the way to settle it. */
import { Anchor } from "@mantine/core";
import { IconArrowsSplit2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { paths } from "../../../app/navigation/paths";
import { useCall } from "../../../bridge/hooks";
import classes from "./conflict-notice.module.css";

export function ConflictNotice({ officialId }: { readonly officialId: string }) {
  const { t } = useTranslation("screen-conflicts");
  // Only how many there are; the list itself is read on its own screen.
  const { data } = useCall("conflictsPage", { offset: 0, limit: 1, officialId });
  if (data === undefined || data.total === 0) return null;
  return (
    <p className={classes.notice} role="status">
      <IconArrowsSplit2 size={17} aria-hidden />
      <span>{t("conflicts.ofPerson", { text: formatNumber(data.total) })}</span>
      <Anchor inherit href={paths.conflicts(officialId)}>
        {t("conflicts.ofPersonLink")}
      </Anchor>
    </p>
  );
}
