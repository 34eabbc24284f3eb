/** Says of pairs that were kept apart here and that an office joined; each leads to the record that stands. */
import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ReceiveSummary } from "../../../../shared/contract/schemas/exchange";
import { paths } from "../../../app/navigation/paths";
import classes from "../exchange.module.css";

export interface ApartJoinedProps {
  readonly pairs: ReceiveSummary["apartJoined"];
  /** Nothing can be opened as long as it is only previewed. */
  readonly received?: boolean;
}

export function ApartJoined({ pairs, received = false }: ApartJoinedProps) {
  const { t } = useTranslation("screen-conflicts");
  return pairs.map(({ office, joined, into, officialId }, place) => (
    <p key={`${officialId} ${place}`} className={classes.notice}>
      {t("duplicates.apartJoined", { office: office || t("duplicates.apartJoinedUnnamed"), joined, into })}{" "}
      {received ? (
        <Anchor
          inherit
          href={paths.person(officialId)}
          aria-label={t("conflicts.openPersonNamed", { name: into })}
        >
          {t("duplicates.open")}
        </Anchor>
      ) : null}
    </p>
  ));
}
