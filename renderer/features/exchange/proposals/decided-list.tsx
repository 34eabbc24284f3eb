/** Proposals about which somebody with authority decided: accepted or refused, by whom and why, as their author is told. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { DecidedProposal } from "../../../../shared/contract/schemas/proposals";
import { formatNumber } from "../../../../shared/text/format";
import { call } from "../../../bridge/bridge";
import { useWords } from "../../../components/words";
import classes from "../exchange.module.css";
import { usePages } from "../parts/use-pages";
import { PagedProposals } from "./paged-proposals";
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
  return (
    <PagedProposals
      pages={pages}
      title={(total) => t("decided.title", { text: formatNumber(total) })}
      hint={t("decided.hint")}
      label={t("decided.list")}
      item={(one) => <DecidedItem key={one.id} decided={one} />}
    />
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
