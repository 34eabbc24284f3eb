/** Changes that are set aside: kept and counted nowhere, and to be found here by whoever looks for them. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { AsideChange } from "../../../../shared/contract/schemas/proposals";
import { formatNumber } from "../../../../shared/text/format";
import { call } from "../../../bridge/bridge";
import { ErrorNotice } from "../../../components/error-notice";
import { FormSection } from "../../../components/form-section";
import classes from "../exchange.module.css";
import { ShowMore } from "../parts/show-more";
import { usePages } from "../parts/use-pages";
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
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.retry} />;
  if (pages.total === null || pages.total === 0) return null;
  const title = t("aside.title", { text: formatNumber(pages.total) });
  return (
    <FormSection title={title} description={t("aside.hint")}>
      <ul className={classes.list} aria-label={title}>
        {pages.rows.map((one) => (
          <AsideItem key={one.id} change={one} />
        ))}
      </ul>
      <ShowMore
        shown={pages.rows.length}
        total={pages.total}
        loading={pages.loadingMore}
        onMore={pages.more}
      />
    </FormSection>
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
