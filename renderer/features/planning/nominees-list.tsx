/** Who is nominated for which title, how they stand, and what keeps them from it; a line leads to the person. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallArgs } from "../../../shared/contract/contract";
import type { NomineeData } from "../../../shared/contract/schemas/planning";
import { nomineeWhyText } from "../../../shared/i18n/nominee-sentence";
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

export interface NomineesListProps {
  readonly asked: Omit<CallArgs<"nominationPage">, "offset" | "limit">;
  readonly term: string;
}

export function NomineesList({ asked, term }: NomineesListProps) {
  const { t } = useTranslation("planning");
  const translate = useTranslate();
  const go = useGo();
  const [active, setActive] = useState(-1);
  const rows = usePagedRows<NomineeData>({
    call: "nominationPage",
    key: ["planning", asked],
    fetchPage: (offset, limit) => call("nominationPage", { ...asked, offset, limit }),
  });
  const columns = useMemo(
    (): GridColumn<NomineeData>[] => [
      {
        key: "title",
        header: t("column.title"),
        width: "minmax(9rem, 1fr)",
        cell: (row) => <Fitted text={row.title} />,
      },
      {
        key: "unit",
        header: t("column.unit"),
        width: "minmax(7rem, 0.8fr)",
        cell: (row) => <Fitted text={row.unitName ?? ""} />,
      },
      {
        key: "name",
        header: t("column.name"),
        width: "minmax(9.5rem, 1fr)",
        rowHeader: true,
        cell: ({ person }) => (
          <a className={classes.name} href={paths.person(person.id)} tabIndex={-1}>
            {person.name}
          </a>
        ),
      },
      {
        key: "post",
        header: t("column.post"),
        width: "minmax(8rem, 0.9fr)",
        cell: ({ person }) => <Fitted text={person.post ?? ""} />,
      },
      {
        key: "status",
        header: t("column.status"),
        width: "12.5rem",
        cell: (row) => t(`status.${row.status}`),
      },
      {
        key: "why",
        header: t("column.why"),
        width: "minmax(16rem, 2.4fr)",
        cell: (row) => <Fitted text={nomineeWhyText(translate, row, term)} />,
      },
    ],
    [t, translate, term],
  );
  if (rows.error !== null && rows.error !== undefined)
    return <ErrorNotice error={rows.error} onRetry={rows.retry} />;
  if (rows.rowCount === 0)
    return <EmptyState title={t("none.nominees")}>{t("none.nomineesText")}</EmptyState>;
  return (
    <div className={classes.gridBox} aria-busy={rows.isLoading}>
      <VirtualGrid<NomineeData>
        label={t("list.nomineesTable")}
        listKey={JSON.stringify(asked)}
        rowCount={rows.rowCount ?? 0}
        getRow={rows.getRow}
        rowId={(row) => row.id}
        columns={columns}
        onVisible={rows.onVisible}
        activeIndex={active}
        onActiveIndex={setActive}
        onOpen={(row) => void go.toPerson(row.person.id)}
        minWidth={minWidth}
      />
    </div>
  );
}
