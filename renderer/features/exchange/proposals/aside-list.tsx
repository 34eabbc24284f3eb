/** Changes that are set aside: kept and counted nowhere, and to be found here by whoever looks for them. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { AsideChange } from "../../../../shared/contract/schemas/proposals";
import { formatNumber } from "../../../../shared/text/format";
import { call } from "../../../bridge/bridge";
import classes from "../exchange.module.css";
import { usePages } from "../parts/use-pages";
import { PagedProposals } from "./paged-proposals";
import { ProposalValues, useProposalTitle } from "./proposal-values";
import { useAuthorName } from "./proposal-words";

const pageSize = 20;

/** Nothing where there is none. @param props.officialId only about this person; null: about the whole roster */
export function AsideList({ officialId }: { readonly officialId: string | null }) {
  const { t } = useTranslation("screen-proposals");
  const pages = usePages<AsideChange>(["asideChanges", officialId], pageSize, async (offset, limit) => {
    const { total, changes } = await call("asideChanges", { officialId, offset, limit });
    return { total, rows: changes };
  });
  return (
    <PagedProposals
      pages={pages}
      title={(total) => t("aside.title", { text: formatNumber(total) })}
      hint={t("aside.hint")}
      item={(one) => <AsideItem key={one.id} change={one} />}
    />
  );
}

function AsideItem({ change }: { readonly change: AsideChange }) {
  const { t } = useTranslation("screen-proposals");
  const authorName = useAuthorName();
  const titleId = useId();
  return (
    <li className={classes.card} aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.cardTitle}>
        {useProposalTitle()(change)}
      </h3>
      <ProposalValues proposal={change} author={t("aside.from", { office: authorName(change) })} />
    </li>
  );
}
