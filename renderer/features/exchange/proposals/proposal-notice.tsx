/** On a person's screen: that changes of this record wait as proposals, and the way to decide about them. */
import { Anchor } from "@mantine/core";
import { IconHourglass } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { paths } from "../../../app/navigation/paths";
import { useCall } from "../../../bridge/hooks";
import classes from "../conflicts/conflict-notice.module.css";

export function ProposalNotice({ officialId }: { readonly officialId: string }) {
  const { t } = useTranslation("screen-proposals");
  // Only how many there are; the list itself is read on its own screen.
  const { data } = useCall("proposals", { officialId, offset: 0, limit: 1 });
  if (data === undefined || data.count === 0) return null;
  return (
    <p className={classes.notice} role="status">
      <IconHourglass size={17} aria-hidden />
      <span>{t("ofPerson", { text: formatNumber(data.count) })}</span>
      <Anchor inherit href={paths.proposals(officialId)}>
        {t("ofPersonLink")}
      </Anchor>
    </p>
  );
}
