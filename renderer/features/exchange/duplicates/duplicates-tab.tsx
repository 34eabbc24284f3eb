/** People who may be on record twice, pair by pair, until somebody joins them or says that they are two; and who was said to be. */
import { IconUsers } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DuplicateData, PairApartData } from "../../../../shared/contract/schemas/conflicts";
import { formatNumber } from "../../../../shared/text/format";
import { call } from "../../../bridge/bridge";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import { ShowMorePages } from "../parts/show-more";
import { usePages } from "../parts/use-pages";
import classes from "../exchange.module.css";
import { ApartList } from "./apart-list";
import { DuplicateItem } from "./duplicate-item";

const pageSize = 20;

export function DuplicatesTab() {
  const { t } = useTranslation("screen-conflicts");
  const count = useRef<HTMLParagraphElement>(null);
  const pages = usePages<DuplicateData>(["duplicatesPage"], pageSize, (offset, limit) =>
    call("duplicatesPage", { offset, limit }),
  );
  const apart = usePages<PairApartData>(["pairsApartPage"], pageSize, (offset, limit) =>
    call("pairsApartPage", { offset, limit }),
  );
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.retry} />;
  if (pages.total === null || (apart.total === null && apart.error === null)) return null;
  const onSettled = () => count.current?.focus({ preventScroll: true });
  const keptApart = apart.total ?? 0;
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
            {keptApart === 0
              ? t("duplicates.noneBody")
              : t("duplicates.noneBodyApart", { text: formatNumber(keptApart) })}
          </EmptyState>
        </section>
      ) : (
        <ul className={classes.list} aria-label={t("duplicates.list")}>
          {pages.rows.map((pair) => (
            <DuplicateItem key={pair.id} pair={pair} onSettled={onSettled} />
          ))}
        </ul>
      )}
      <ShowMorePages pages={pages} />
      <ApartList pages={apart} onSettled={onSettled} />
    </>
  );
}
