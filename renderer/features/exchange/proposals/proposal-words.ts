/** Whose a proposal is, in words: an office as it was confirmed here, or that nobody knows whose key it is. */
import { useTranslation } from "react-i18next";
import type { ProposalGroup } from "../../../../shared/contract/schemas/proposals";

export function useAuthorName(): (of: Pick<ProposalGroup, "author" | "key">) => string {
  const { t } = useTranslation("domain");
  return ({ author, key }) => author?.office ?? t("officeNotCompared", { key: key.slice(0, 8) });
}
