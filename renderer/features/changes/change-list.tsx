/**
 * Changes newest first, page by page, each with its details and its way back. The screen of changes shows all of them, a
 * person's screen those of that person.
 */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { anyChange, type ChangeFilterData } from "../../../shared/contract/schemas/changes";
import { formatNumber } from "../../../shared/text/format";
import { isNarrowed } from "../../app/navigation/change-state";
import { type BridgeError, call } from "../../bridge/bridge";
import { Button } from "../../components/button";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { ChangeItem } from "./change-item";
import classes from "./changes.module.css";

export interface ChangeListProps {
  /** Only changes of this person; null: of the whole roster. */
  readonly officialId: string | null;
  /** What else narrows the list; left out: nothing. */
  readonly filter?: ChangeFilterData;
  /** For a narrow column: without links to the person. */
  readonly compact?: boolean;
}

const pageSize = 50;

export function ChangeList({ officialId, filter = anyChange, compact }: ChangeListProps) {
  const { t } = useTranslation("screen-changes");
  const query = useInfiniteQuery<
    Awaited<ReturnType<typeof page>>,
    BridgeError,
    { pages: Awaited<ReturnType<typeof page>>[] },
    readonly ["changesPage", { readonly officialId: string | null; readonly filter: ChangeFilterData }],
    number | null
  >({
    queryKey: ["changesPage", { officialId, filter }],
    queryFn: ({ pageParam }) => page(officialId, filter, pageParam),
    placeholderData: keepPreviousData,
    initialPageParam: null,
    getNextPageParam: (last) => (last.more ? (last.rows.at(-1)?.id ?? null) : null),
  });
  if (query.error !== null) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.pages.flatMap((one) => one.rows) ?? [];
  const crowd = query.data?.pages[0]?.crowd ?? null;
  if (rows.length === 0) {
    const none = crowd !== null ? "crowd" : isNarrowed(filter) ? "noneFound" : "none";
    return query.isPending ? null : (
      <EmptyState
        icon={<IconHistory size={28} aria-hidden />}
        title={t(`${none}.title`, { text: formatNumber(crowd ?? 0) })}
      >
        {t(`${none}.body`)}
      </EmptyState>
    );
  }
  return (
    <>
      <ol className={classes.list} aria-label={t("list")} data-compact={compact === true || undefined}>
        {rows.map((row) => (
          <ChangeItem
            key={`${row.id} ${row.takenBack?.reception ?? ""}`}
            row={row}
            officialId={officialId}
            compact={compact === true}
          />
        ))}
      </ol>
      {query.hasNextPage ? (
        <Button
          variant="default"
          className={classes.more ?? ""}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("more")}
        </Button>
      ) : (
        <p className={classes.end}>{t("end", { count: rows.length })}</p>
      )}
    </>
  );
}

function page(officialId: string | null, filter: ChangeFilterData, before: number | null) {
  return call("changesPage", { before, limit: pageSize, officialId, filter });
}
