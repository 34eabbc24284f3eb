/** Columns of the list of officials. */
import type { TFunction } from "i18next";
import { type OfficialRow, type OfficialSort, sortColumns } from "../../../shared/contract/schemas/officials";
import { standards } from "../../../shared/domain/values";
import { outsideWords } from "../../components/outside-words";
import { StatusCell } from "../../components/status-mark";
import type { GridColumn } from "../../components/virtual-grid/virtual-grid";
import type { Words } from "../../components/words";
import { shortfallText } from "../why/shortfall-text";
import classes from "./officials.module.css";

/** @param t with the namespaces `screen-officials`, `screen-app`, `screen-person` and `missing` */
export function officialColumns(t: TFunction, words: Words): GridColumn<OfficialRow>[] {
  return [
    {
      key: "name",
      header: t("screen-officials:column.name"),
      width: "minmax(10rem, 1.1fr)",
      sortable: true,
      rowHeader: true,
      cell: (row) => <span className={classes.name}>{row.fullName}</span>,
    },
    {
      key: "birth",
      header: t("screen-officials:column.birth"),
      width: "6.25rem",
      sortable: true,
      cell: (row) => <span className={classes.figures}>{words.date(row.birth)}</span>,
    },
    {
      key: "unit",
      header: t("screen-officials:column.unit"),
      width: "minmax(8rem, 0.9fr)",
      sortable: true,
      cell: (row) =>
        row.unitName ?? (
          <span
            className={classes.muted}
            title={row.outside === null ? undefined : outsideWords(t, row.outside)}
          >
            {row.outside === null ? null : outsideWords(t, row.outside)}
          </span>
        ),
    },
    {
      key: "post",
      header: t("screen-officials:column.post"),
      width: "minmax(11rem, 1.7fr)",
      sortable: true,
      cell: (row) => (
        <>
          <span className={classes.fits} title={row.postName ?? undefined}>
            {row.postName}
          </span>
          {row.otherPosts > 0 ? (
            <span
              className={classes.more}
              title={t("screen-officials:otherPosts", { count: row.otherPosts })}
            >
              {`+${row.otherPosts}`}
              <span className="visually-hidden">
                {t("screen-officials:otherPosts", { count: row.otherPosts })}
              </span>
            </span>
          ) : null}
        </>
      ),
    },
    ...standards.map(
      (standard): GridColumn<OfficialRow> => ({
        key: standard,
        header: words.standard(standard),
        width: "minmax(12.75rem, 1.1fr)",
        sortable: true,
        cell: (row) => (
          <StatusCell status={row.statuses[standard]} level={words.level(standard, row.levels[standard])} />
        ),
      }),
    ),
    ...standards.map(
      (standard): GridColumn<OfficialRow> => ({
        key: `missing.${standard}`,
        header: t("screen-officials:column.missing", { standard: words.standardShort(standard) }),
        headerTitle: t("screen-officials:column.missing", { standard: words.standard(standard) }),
        width: "minmax(18rem, 1.4fr)",
        cell: (row) => {
          const lack = row.shortfalls[standard];
          if (lack === null) return null;
          const text = shortfallText(t, words, standard, lack);
          return (
            <span className={classes.fits} title={text}>
              {text}
            </span>
          );
        },
      }),
    ),
  ];
}

/** The sort column of a grid column's key, or null for one that cannot be sorted by. */
export function sortColumnOf(key: string): OfficialSort["column"] | null {
  return sortColumns.find((column) => column === key) ?? null;
}
