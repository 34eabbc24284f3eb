/** The end of a list that is longer than what is shown of it. */
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import classes from "../exchange.module.css";
import { Button } from "../../../components/button";
import type { Pages } from "./use-pages";

export interface ShowMoreProps {
  readonly shown: number;
  readonly total: number;
  readonly loading?: boolean;
  readonly onMore: () => void;
}

/** The same for a list that comes in pages; nothing before its first page is there. */
export function ShowMorePages({ pages }: { readonly pages: Pages<unknown> }) {
  if (pages.total === null) return null;
  return (
    <ShowMore shown={pages.rows.length} total={pages.total} loading={pages.loadingMore} onMore={pages.more} />
  );
}

export function ShowMore({ shown, total, loading, onMore }: ShowMoreProps) {
  const { t } = useTranslation("screen-exchange");
  if (shown >= total) return null;
  return (
    <div className={classes.more}>
      <span className={classes.muted} role="status">
        {t("shownOf", { shown: formatNumber(shown), total: formatNumber(total) })}
      </span>
      <Button variant="default" loading={loading === true} onClick={onMore}>
        {t("more")}
      </Button>
    </div>
  );
}
