/** What offices wrote beyond their authority: it counts for nothing until somebody here, or above, decides about it. */
import { IconCircleCheck, IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { useGo } from "../../../app/navigation/navigation";
import { useCall } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import classes from "../exchange.module.css";
import { AsideList } from "./aside-list";
import { DecidedList } from "./decided-list";
import { ProposalGroupSection } from "./proposal-group";

/** @param props.officialId only proposals about this person; null: of the whole roster */
export function ProposalsTab({ officialId }: { readonly officialId: string | null }) {
  const { t } = useTranslation("screen-proposals");
  const go = useGo();
  const count = useRef<HTMLParagraphElement>(null);
  const { data, error, refetch } = useCall(
    "proposals",
    { officialId, offset: 0, limit: 1 },
    { keepPrevious: true },
  );
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const text = formatNumber(data.count);
  return (
    <>
      <div className={classes.spread}>
        <div>
          <p ref={count} tabIndex={-1} role="status" className={`${classes.text} ${classes.strong}`}>
            {t(officialId === null ? "count" : "countPerson", { text })}
          </p>
          <p className={classes.muted}>{t("hint")}</p>
        </div>
        {officialId === null ? null : (
          <Button
            variant="default"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() => void go.toExchange("proposals", { replace: true })}
          >
            {t("showAll")}
          </Button>
        )}
      </div>
      {data.count === 0 ? (
        <section className={classes.card}>
          <EmptyState
            icon={<IconCircleCheck size={28} aria-hidden />}
            title={t(officialId === null ? "none" : "nonePerson")}
          >
            {t("noneBody")}
          </EmptyState>
        </section>
      ) : (
        data.groups.map((group) => (
          <ProposalGroupSection
            key={`${group.key} ${group.reason}`}
            group={group}
            officialId={officialId}
            // What was decided leaves the list; the focus goes to the count that says so.
            onDecided={() => count.current?.focus({ preventScroll: true })}
          />
        ))
      )}
      <DecidedList officialId={officialId} />
      <AsideList officialId={officialId} />
    </>
  );
}
