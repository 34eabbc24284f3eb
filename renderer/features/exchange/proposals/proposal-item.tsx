/** One proposal: whose record, what would stand where, who wrote it and when, and the two ways to decide. */
import { Checkbox } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../shared/domain/authority";
import type { ProposalData } from "../../../../shared/contract/schemas/proposals";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import classes from "../exchange.module.css";
import { PersonLink } from "./person-link";
import { ProposalValues, useProposalTitle } from "./proposal-values";

export interface ProposalItemProps {
  readonly proposal: ProposalData;
  readonly ticked: boolean;
  readonly disabled: boolean;
  readonly onTick: (on: boolean) => void;
  readonly onDecide: (verdict: Answer) => void;
}

/** What can be done here about a proposal: decided by whoever has authority, taken back by whoever wrote it. */
export function answersTo({
  canDecide,
  canWithdraw,
}: Pick<ProposalData, "canDecide" | "canWithdraw">): Answer[] {
  return [
    ...(canDecide ? (["accept", "refuse"] as const) : []),
    ...(canWithdraw ? (["withdraw"] as const) : []),
  ];
}

export function ProposalItem({ proposal, ticked, disabled, onTick, onDecide }: ProposalItemProps) {
  const { t } = useTranslation(["screen-proposals", "domain"]);
  const titleId = useId();
  const title = useProposalTitle()(proposal);
  const { writings } = proposal;
  return (
    <li className={classes.card} aria-labelledby={titleId}>
      <div className={classes.spread}>
        <div className={classes.row}>
          {answersTo(proposal).length > 0 ? (
            <Checkbox
              aria-label={t("screen-proposals:tick", { name: title })}
              disabled={disabled}
              checked={ticked}
              onChange={(event) => onTick(event.currentTarget.checked)}
            />
          ) : null}
          <h3 id={titleId} className={classes.cardTitle}>
            {title}
          </h3>
        </div>
        <PersonLink proposal={proposal} />
      </div>
      <ProposalValues proposal={proposal} />
      {writings === 1 ? null : (
        <p className={classes.muted}>{t("screen-proposals:writings", { text: formatNumber(writings) })}</p>
      )}
      {answersTo(proposal).length > 0 ? (
        <div className={classes.row}>
          {answersTo(proposal).map((verdict) => (
            <Button
              key={verdict}
              size="compact-sm"
              variant="default"
              disabled={disabled}
              aria-label={`${t(`screen-proposals:answer.${verdict}`)}: ${title}`}
              onClick={() => onDecide(verdict)}
            >
              {t(`screen-proposals:answer.${verdict}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  );
}
