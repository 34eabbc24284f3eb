/**
 * Pairs that somebody kept apart, here, on a record or at an import: with who and when, to be looked at side by side, and
 * the way back. A wrong answer among a hundred is found nowhere else.
 */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PairApartData } from "../../../../shared/contract/schemas/conflicts";
import { formatNumber } from "../../../../shared/text/format";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useReadOnly } from "../../../app/session/session";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { useWords } from "../../../components/words";
import { ShowMorePages } from "../parts/show-more";
import type { Pages } from "../parts/use-pages";
import classes from "../exchange.module.css";
import { CompareTable } from "./compare-table";
import { OpenRecord } from "./duplicate-item";

export interface ApartListProps {
  readonly pages: Pages<PairApartData>;
  /** Called when a pair has left the list. */
  readonly onSettled: () => void;
}

export function ApartList({ pages, onSettled }: ApartListProps) {
  const { t } = useTranslation("screen-conflicts");
  const titleId = useId();
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.retry} />;
  if (pages.total === null || pages.total === 0) return null;
  return (
    <section aria-labelledby={titleId} className={classes.stack}>
      <div>
        <h2 id={titleId} className={classes.stepTitle}>
          {t("duplicates.apartTitle", { text: formatNumber(pages.total) })}
        </h2>
        <p className={classes.muted}>{t("duplicates.apartHint")}</p>
      </div>
      <ul className={classes.list} aria-labelledby={titleId}>
        {pages.rows.map((pair) => (
          <ApartItem key={pair.id} pair={pair} onSettled={onSettled} />
        ))}
      </ul>
      <ShowMorePages pages={pages} />
    </section>
  );
}

interface ApartItemProps {
  readonly pair: PairApartData;
  readonly onSettled: () => void;
}

function ApartItem({ pair, onSettled }: ApartItemProps) {
  const { t } = useTranslation("screen-conflicts");
  const words = useWords();
  const readOnly = useReadOnly();
  const titleId = useId();
  const tableId = useId();
  const [open, setOpen] = useState(false);
  const review = useSend("duplicateReview");
  const putBack = async () => {
    try {
      const saved = await review.mutateAsync({ a: pair.a.id, b: pair.b.id });
      onSettled();
      const done = t(saved.why === null ? "duplicates.reviewedUnlike" : "duplicates.reviewed");
      toastSaved(done, saved, { undo: true });
    } catch (error) {
      toastFailed(error);
    }
  };
  const name = t("duplicates.pair", { a: pair.a.fullName, b: pair.b.fullName });
  const who = [pair.user, pair.office].filter((part) => part !== "").join(", ");
  return (
    <li className={classes.card} aria-labelledby={titleId}>
      <div className={classes.spread}>
        <div className={classes.row}>
          <h3 id={titleId} className={classes.cardTitle}>
            {name}
          </h3>
          <span className={classes.mark} data-kind="plain">
            {t(pair.why === null ? "duplicates.unlike" : `duplicates.why.${pair.why}`)}
          </span>
          <span className={classes.muted}>
            {pair.at === null
              ? t("duplicates.apartBy", { who })
              : t("duplicates.apartAt", { who, at: words.instant(pair.at) })}
          </span>
        </div>
        <div className={classes.row}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={open}
            aria-controls={tableId}
            aria-label={t(open ? "duplicates.hideNamed" : "duplicates.lookNamed", { name })}
            onClick={() => setOpen(!open)}
          >
            {t(open ? "duplicates.hide" : "duplicates.look")}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            disabled={readOnly}
            waiting={review.isPending}
            aria-label={t("duplicates.reviewNamed", { name })}
            onClick={() => void putBack()}
          >
            {t("duplicates.review")}
          </Button>
        </div>
      </div>
      <div id={tableId}>
        {open ? (
          <CompareTable
            pair={pair}
            labelledBy={titleId}
            footOf={(side) => <OpenRecord pair={pair} side={side} />}
            foot={null}
          />
        ) : null}
      </div>
    </li>
  );
}
