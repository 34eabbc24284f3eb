/** Proposals about which somebody with authority decided: accepted or refused, by whom and why, as their author is told. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { DecidedProposal } from "../../../../shared/contract/schemas/proposals";
import { formatNumber } from "../../../../shared/text/format";
import { call } from "../../../bridge/bridge";
import { ErrorNotice } from "../../../components/error-notice";
import { FormSection } from "../../../components/form-section";
import { useWords } from "../../../components/words";
import classes from "../exchange.module.css";
import { ShowMore } from "../parts/show-more";
import { usePages } from "../parts/use-pages";
import { PersonLink } from "./person-link";
import { ProposalValues, useProposalTitle } from "./proposal-values";
import { useAuthorName } from "./proposal-words";

const pageSize = 20;

/** Nothing where nothing was decided. @param props.officialId only about this person; null: about the whole roster */
export function DecidedList({ officialId }: { readonly officialId: string | null }) {
  const { t } = useTranslation("screen-proposals");
  const pages = usePages<DecidedProposal>(
    ["decidedProposals", officialId],
    pageSize,
    async (offset, limit) => {
      const { total, decided } = await call("decidedProposals", { officialId, offset, limit });
      return { total, rows: decided };
    },
  );
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.retry} />;
  if (pages.total === null || pages.total === 0) return null;
  return (
    <FormSection
      title={t("decided.title", { text: formatNumber(pages.total) })}
      description={t("decided.hint")}
    >
      <ul className={classes.list} aria-label={t("decided.list")}>
        {pages.rows.map((one) => (
          <DecidedItem key={one.id} decided={one} />
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

function DecidedItem({ decided }: { readonly decided: DecidedProposal }) {
  const { t } = useTranslation(["screen-proposals", "domain"]);
  const words = useWords();
  const authorName = useAuthorName();
  const titleId = useId();
  const { verdict, note, decidedBy } = decided;
  return (
    <li className={classes.card} aria-labelledby={titleId}>
      <div className={classes.spread}>
        <div className={classes.row}>
          <h3 id={titleId} className={classes.cardTitle}>
            {useProposalTitle()(decided)}
          </h3>
          <span className={classes.mark} data-kind={verdict === "accept" ? "good" : "bad"}>
            {t(`domain:verdict.${verdict}`)}
          </span>
        </div>
        <PersonLink proposal={decided} />
      </div>
      <p className={classes.text}>
        {t(`screen-proposals:decided.${verdict}`, {
          user: decidedBy.user,
          office: decidedBy.office,
          at: words.instant(decidedBy.at),
        })}{" "}
        {note === null
          ? verdict === "refuse"
            ? t("screen-proposals:decided.noNote")
            : ""
          : t("screen-proposals:decided.note", { note })}
      </p>
      <ProposalValues
        proposal={decided}
        author={t("screen-proposals:decided.from", { office: authorName(decided) })}
      />
    </li>
  );
}
