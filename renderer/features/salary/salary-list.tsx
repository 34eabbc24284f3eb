/** One list of a session, the people of a unit under a line of its own; lines are chosen as in a spreadsheet. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallArgs } from "../../../shared/contract/contract";
import type { SalaryRowData } from "../../../shared/contract/schemas/salary";
import { formatNumber } from "../../../shared/text/format";
import { useGo } from "../../app/navigation/navigation";
import { call } from "../../bridge/bridge";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { useTranslate } from "../../components/translate";
import type { Selection } from "../../components/virtual-grid/selection";
import { usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import { VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import { salaryColumns } from "./salary-columns";
import classes from "./salary.module.css";

export type SalaryAsked = Omit<CallArgs<"salaryPage">, "offset" | "limit">;

/** CSS pixels. */
const minWidth = 940;

export interface SalaryListProps {
  readonly asked: SalaryAsked;
  /** Null: nobody of this list can be chosen. */
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection) => void;
}

export function SalaryList({ asked, selection, onSelect }: SalaryListProps) {
  const { t } = useTranslation(["screen-salary", "due"]);
  const translate = useTranslate();
  const go = useGo();
  const [active, setActive] = useState(-1);
  const rows = usePagedRows<SalaryRowData>({
    call: "salaryPage",
    key: ["salary", asked],
    fetchPage: (offset, limit) => call("salaryPage", { ...asked, offset, limit }),
  });
  const { list } = asked;
  const columns = useMemo(() => salaryColumns(t, translate, list), [t, translate, list]);
  if (rows.error !== null && rows.error !== undefined)
    return <ErrorNotice error={rows.error} onRetry={rows.retry} />;
  if (rows.rowCount === 0) return <EmptyState title={t(`none.${list}`)}>{t("none.text")}</EmptyState>;
  return (
    <div className={classes.gridBox} aria-busy={rows.isLoading}>
      <VirtualGrid<SalaryRowData>
        label={t(`table.${list}`)}
        listKey={JSON.stringify(asked)}
        rowCount={rows.rowCount ?? 0}
        getRow={rows.getRow}
        rowId={(row) => (row.kind === "person" ? row.person.id : `unit ${row.unitId ?? ""}`)}
        columns={columns}
        onVisible={rows.onVisible}
        activeIndex={active}
        onActiveIndex={setActive}
        onOpen={(row) => {
          if (row.kind === "person") void go.toPerson(row.person.id);
        }}
        groupAt={(index) => {
          const row = rows.getRow(index);
          return row?.kind === "unit"
            ? {
                text: row.name === "" ? t("noUnit") : row.name,
                count: t("people", { text: formatNumber(row.count) }),
                folded: null,
              }
            : null;
        }}
        {...(selection === null ? {} : { selection, onSelect })}
        minWidth={minWidth}
      />
    </div>
  );
}
