/** People who may be on record twice, pair by pair, until somebody joins them or says that they are two. */
import { IconUsers } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DuplicateData } from "../../../../shared/contract/schemas/conflicts";
import { formatNumber } from "../../../../shared/text/format";
import { call } from "../../../bridge/bridge";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import { ShowMorePages } from "../parts/show-more";
import { usePages } from "../parts/use-pages";
import classes from "../exchange.module.css";
import { DuplicateItem } from "./duplicate-item";

const pageSize = 20;

export function DuplicatesTab() {
  const { t } = useTranslation("screen-conflicts");
  const count = useRef<HTMLParagraphElement>(null);
  const pages = usePages<DuplicateData>(["duplicatesPage"], pageSize, (offset, limit) =>
    call("duplicatesPage", { offset, limit }),
  );
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.retry} />;
  if (pages.total === null) return null;
  return (
    <>
      <div>
        <p ref={count} tabIndex={-1} role="status" className={`${classes.text} ${classes.strong}`}>
          {t("duplicates.count", { text: formatNumber(pages.total) })}
        </p>
        <p className={classes.muted}>{t("duplicates.hint")}</p>
      </div>
      {pages.total === 0 ? (
        <section className={classes.card}>
          <EmptyState icon={<IconUsers size={28} aria-hidden />} title={t("duplicates.none")}>
            {t("duplicates.noneBody")}
          </EmptyState>
        </section>
      ) : (
        <ul className={classes.list} aria-label={t("duplicates.list")}>
          {pages.rows.map((pair) => (
            <DuplicateItem
              key={pair.id}
              pair={pair}
              onSettled={() => count.current?.focus({ preventScroll: true })}
            />
          ))}
        </ul>
      )}
      <ShowMorePages pages={pages} />
    </>
  );
}
