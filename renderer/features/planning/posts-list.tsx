/** Each key post: who holds it, when they leave, and who could take it when; a line leads to who holds it. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallArgs } from "../../../shared/contract/contract";
import type { PostLineData } from "../../../shared/contract/schemas/planning";
import { allLeaveText, candidateText } from "../../../shared/i18n/nominee-sentence";
import { useGo } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { call } from "../../bridge/bridge";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { useTranslate } from "../../components/translate";
import { usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import { type GridColumn, VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import { Fitted } from "./fitted";
import classes from "./planning.module.css";

/** CSS pixels. */
const minWidth = 980;

export interface PostsListProps {
  readonly asked: Omit<CallArgs<"nominationPostsPage">, "offset" | "limit">;
  readonly term: string;
}

export function PostsList({ asked, term }: PostsListProps) {
  const { t } = useTranslation("planning");
  const translate = useTranslate();
  const go = useGo();
  const [active, setActive] = useState(-1);
  const rows = usePagedRows<PostLineData>({
    call: "nominationPostsPage",
    key: ["planning-posts", asked],
    fetchPage: (offset, limit) => call("nominationPostsPage", { ...asked, offset, limit }),
  });
  const columns = useMemo(
    (): GridColumn<PostLineData>[] => [
      {
        key: "title",
        header: t("column.keyPost"),
        width: "minmax(9rem, 1fr)",
        rowHeader: true,
        cell: (row) => <Fitted text={row.title} />,
      },
      {
        key: "unit",
        header: t("column.unit"),
        width: "minmax(7rem, 0.8fr)",
        cell: (row) => <Fitted text={row.unitName ?? ""} />,
      },
      {
        key: "holder",
        header: t("column.holder"),
        width: "minmax(9.5rem, 1fr)",
        cell: ({ holders: [first, ...others] }) =>
          first === undefined ? (
            <span className={classes.muted}>{t("holder.vacant")}</span>
          ) : (
            <a className={classes.name} href={paths.person(first.person.id)} tabIndex={-1}>
              <Fitted text={[first, ...others].map(({ person }) => person.name).join(", ")} />
            </a>
          ),
      },
      {
        key: "leaves",
        header: t("column.leaves"),
        width: "minmax(18rem, 1.6fr)",
        cell: ({ holders }) => <Fitted text={allLeaveText(translate, holders)} />,
      },
      {
        key: "candidates",
        header: t("column.candidates"),
        width: "minmax(16rem, 2.4fr)",
        cell: ({ candidates }) =>
          candidates.length === 0 ? (
            <span className={classes.muted}>{t("candidate.none")}</span>
          ) : (
            <Fitted text={candidates.map((one) => candidateText(translate, one, term)).join("; ")} />
          ),
      },
    ],
    [t, translate, term],
  );
  if (rows.error !== null && rows.error !== undefined)
    return <ErrorNotice error={rows.error} onRetry={rows.retry} />;
  if (rows.rowCount === 0) return <EmptyState title={t("none.posts")}>{t("none.postsText")}</EmptyState>;
  return (
    <div className={classes.gridBox} aria-busy={rows.isLoading}>
      <VirtualGrid<PostLineData>
        label={t("list.postsTable")}
        listKey={JSON.stringify(asked)}
        rowCount={rows.rowCount ?? 0}
        getRow={rows.getRow}
        rowId={(row) => `${row.unitCode ?? ""} ${row.unitName ?? ""} ${row.title}`}
        columns={columns}
        onVisible={rows.onVisible}
        activeIndex={active}
        onActiveIndex={setActive}
        onOpen={({ holders: [first] }) => {
          if (first !== undefined) void go.toPerson(first.person.id);
        }}
        minWidth={minWidth}
      />
    </div>
  );
}
