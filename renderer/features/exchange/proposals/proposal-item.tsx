/** One proposal: whose record, what would stand where, who wrote it and when, and the two ways to decide. */
import { Anchor, Checkbox } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Verdict } from "../../../../shared/domain/authority";
import type { ProposalData } from "../../../../shared/contract/schemas/proposals";
import { paths } from "../../../app/navigation/paths";
import { Button } from "../../../components/button";
import { useWords } from "../../../components/words";
import changes from "../../changes/changes.module.css";
import classes from "../exchange.module.css";
import { fieldWord } from "../conflicts/conflict-words";

export interface ProposalItemProps {
  readonly proposal: ProposalData;
  readonly ticked: boolean;
  readonly disabled: boolean;
  readonly onTick: (on: boolean) => void;
  readonly onDecide: (verdict: Verdict) => void;
}

export function ProposalItem({ proposal, ticked, disabled, onTick, onDecide }: ProposalItemProps) {
  const { t } = useTranslation(["screen-proposals", "screen-conflicts", "domain"]);
  const words = useWords();
  const titleId = useId();
  const { entity, kind, label, rowLabel, officialId, canDecide, user, at, values } = proposal;
  const kindWord = t(`domain:proposalKind.${kind}`);
  const title = `${kindWord}: ${label}`;
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
        {officialId === null ? null : (
          <Anchor
            inherit
            href={paths.person(officialId)}
            aria-label={t("screen-proposals:openPersonNamed", { name: label })}
          >
            {t("screen-proposals:openPerson")}
          </Anchor>
        )}
      </div>
      <p className={classes.muted}>
        {[
          entity === "official" ? "" : t(`domain:entity.${entity}`, { defaultValue: entity }),
          rowLabel,
          t("screen-proposals:by", { user, at: words.instant(at) }),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      {values.length === 0 ? null : (
        <div className={classes.tableBox}>
          <table className={changes.detail} aria-label={t("screen-proposals:values", { name: title })}>
            <thead>
              <tr>
                {(["field", "current", "proposed"] as const).map((column) => (
                  <th scope="col" key={column}>
                    {t(`screen-proposals:column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {values.map(({ field, current, proposed }) => (
                <tr key={field}>
                  <th scope="row">{fieldWord(t, entity, field)}</th>
                  <td className={changes.before}>{current ?? t("domain:blank")}</td>
                  <td className={changes.after}>{proposed ?? t("domain:blank")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
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
