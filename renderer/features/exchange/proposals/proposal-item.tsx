/** One proposal: whose record, what would stand where, who wrote it and when, and the two ways to decide. */
import { Checkbox } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Verdict } from "../../../../shared/domain/authority";
import type { ProposalData } from "../../../../shared/contract/schemas/proposals";
import { Button } from "../../../components/button";
import classes from "../exchange.module.css";
import { PersonLink } from "./person-link";
import { ProposalValues, useProposalTitle } from "./proposal-values";

export interface ProposalItemProps {
  readonly proposal: ProposalData;
  readonly ticked: boolean;
  readonly disabled: boolean;
  readonly onTick: (on: boolean) => void;
  readonly onDecide: (verdict: Verdict) => void;
}

export function ProposalItem({ proposal, ticked, disabled, onTick, onDecide }: ProposalItemProps) {
  const { t } = useTranslation(["screen-proposals", "domain"]);
  const titleId = useId();
  const title = useProposalTitle()(proposal);
  const { canDecide } = proposal;
  return (
    <li className={classes.card} aria-labelledby={titleId}>
      <div className={classes.spread}>
        <div className={classes.row}>
          {canDecide ? (
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
      {canDecide ? (
        <div className={classes.row}>
          {(["accept", "refuse"] as const).map((verdict) => (
            <Button
              key={verdict}
              size="compact-sm"
              variant="default"
              disabled={disabled}
              aria-label={`${t(`domain:verdict.${verdict}`)}: ${title}`}
              onClick={() => onDecide(verdict)}
            >
              {t(`domain:verdict.${verdict}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  );
}
