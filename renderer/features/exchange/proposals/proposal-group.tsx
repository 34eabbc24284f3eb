/** The proposals of one office for one reason: ticked one by one, decided one by one, together, or all of them. */
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProposalData, ProposalGroup } from "../../../../shared/contract/schemas/proposals";
import { formatNumber } from "../../../../shared/text/format";
import { useReadOnly } from "../../../app/session/session";
import { call } from "../../../bridge/bridge";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { FormSection } from "../../../components/form-section";
import { ShowMore } from "../parts/show-more";
import { usePages } from "../parts/use-pages";
import classes from "../exchange.module.css";
import { answersTo, ProposalItem } from "./proposal-item";
import { useProposalTitle } from "./proposal-values";
import { useAuthorName } from "./proposal-words";
import { useDecide } from "./use-decide";

const pageSize = 50;

export interface ProposalGroupProps {
  readonly group: ProposalGroup;
  readonly officialId: string | null;
  readonly onDecided: () => void;
}

export function ProposalGroupSection({ group, officialId, onDecided }: ProposalGroupProps) {
  const { t } = useTranslation(["screen-proposals", "domain"]);
  const readOnly = useReadOnly();
  const authorName = useAuthorName();
  const titleOf = useProposalTitle();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { key, reason } = group;
  const pages = usePages<ProposalData>(
    ["proposals", key, reason, officialId],
    pageSize,
    async (offset, limit) => {
      const { count, proposals } = await call("proposals", {
        author: key,
        reason,
        officialId,
        offset,
        limit,
      });
      return { total: count, rows: proposals };
    },
  );
  const { decide, deciding } = useDecide(onDecided);
  const open = pages.rows.filter((one) => answersTo(one).length > 0);
  // What stands here has one author and one reason, so what can be done is the same for all of it.
  const answers = open[0] === undefined ? [] : answersTo(open[0]);
  const isOurs = answers.includes("withdraw");
  const chosenOnes = open.filter(({ id }) => ticked.has(id));
  const chosen = chosenOnes.map(({ id }) => id);
  const [only] = chosen.length === 0 ? open : chosenOnes;
  const total = pages.total ?? group.count;
  const name = authorName(group);
  const disabled = readOnly || deciding;
  const tick = (ids: readonly string[], on: boolean) => {
    const next = new Set(ticked);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setTicked(next);
  };
  // Of one person only, "all of this office" would decide about others as well.
  const all = officialId === null ? ({ author: key, reason } as const) : { ids: open.map(({ id }) => id) };
  return (
    <FormSection
      title={t("screen-proposals:groupTitle", { office: name, text: formatNumber(total) })}
      description={t(`screen-proposals:why.${reason}`, { office: name })}
    >
      <div className={classes.stack}>
        {pages.error === null ? null : <ErrorNotice error={pages.error} onRetry={pages.retry} />}
        {answers.includes("accept") || pages.rows.length === 0 ? null : (
          <p className={classes.muted}>
            {t(isOurs ? "screen-proposals:ownWait" : "screen-proposals:higherDecides")}
          </p>
        )}
        {open.length === 0 || total === 1 ? null : (
          <div className={classes.row}>
            <Checkbox
              label={t("screen-proposals:tickAll")}
              disabled={disabled}
              checked={chosen.length === open.length}
              indeterminate={chosen.length > 0 && chosen.length < open.length}
              onChange={(event) =>
                tick(
                  open.map(({ id }) => id),
                  event.currentTarget.checked,
                )
              }
            />
            {answers.map((verdict) => (
              <Button
                key={verdict}
                size="compact-sm"
                variant="default"
                disabled={disabled}
                aria-label={t(`screen-proposals:${verdict}Named`, {
                  what:
                    chosen.length === 0
                      ? t("screen-proposals:allOf", { text: formatNumber(total) })
                      : t("screen-proposals:chosenOf", { text: formatNumber(chosen.length) }),
                  office: name,
                })}
                onClick={() =>
                  void decide(
                    chosen.length === 0 ? all : { ids: chosen },
                    verdict,
                    chosen.length === 0 ? total : chosen.length,
                    only === undefined ? "" : titleOf(only),
                  )
                }
              >
                {t(`screen-proposals:${verdict}Many`, {
                  what:
                    chosen.length === 0
                      ? t("screen-proposals:allOf", { text: formatNumber(total) })
                      : t("screen-proposals:chosenOf", { text: formatNumber(chosen.length) }),
                })}
              </Button>
            ))}
          </div>
        )}
        <ul className={classes.list} aria-label={t("screen-proposals:list", { office: name })}>
          {pages.rows.map((proposal) => (
            <ProposalItem
              key={proposal.id}
              proposal={proposal}
              ticked={ticked.has(proposal.id)}
              disabled={disabled}
              onTick={(on) => tick([proposal.id], on)}
              onDecide={(verdict) => void decide({ ids: [proposal.id] }, verdict, 1, titleOf(proposal))}
            />
          ))}
        </ul>
        <ShowMore shown={pages.rows.length} total={total} loading={pages.loadingMore} onMore={pages.more} />
      </div>
    </FormSection>
  );
}
