/** From a proposal to the record that it is about. */
import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ProposalData } from "../../../../shared/contract/schemas/proposals";
import { paths } from "../../../app/navigation/paths";

/** Nothing where no person's record in view is concerned. */
export function PersonLink({
  proposal: { officialId, label },
}: {
  readonly proposal: Pick<ProposalData, "officialId" | "label">;
}) {
  const { t } = useTranslation("screen-proposals");
  if (officialId === null) return null;
  return (
    <Anchor inherit href={paths.person(officialId)} aria-label={t("openPersonNamed", { name: label })}>
      {t("openPerson")}
    </Anchor>
  );
}
