/** What is said in place of "saved" where a change waits as a proposal: that it does, whose it is to accept, and the way there. */
import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Proposed } from "../../../shared/contract/schemas/proposed";
import { formatNumber } from "../../../shared/text/format";
import { paths } from "../navigation/paths";

export interface ProposedSentenceProps {
  /** What would be said if all of it counted. */
  readonly saved: string;
  readonly proposed: Proposed;
}

export function ProposedSentence({ saved, proposed }: ProposedSentenceProps) {
  const { t } = useTranslation("screen-proposals");
  const { count, whole, by, officialId } = proposed;
  const who = by.length === 0 ? t("saved.somebody") : by.join(", ");
  return (
    <>
      {whole ? "" : `${saved.endsWith(".") ? saved : `${saved}.`} `}
      {t(`saved.${whole ? "whole" : "part"}`, { who, text: formatNumber(count) })}{" "}
      <Anchor inherit underline="always" href={paths.proposals(officialId)}>
        {t("ofPersonLink")}
      </Anchor>
    </>
  );
}
