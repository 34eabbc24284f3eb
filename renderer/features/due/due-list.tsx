/** Who has something due in the time shown: day, person, and why. */
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CallArgs } from "../../../shared/contract/contract";
import type { DueItemData } from "../../../shared/contract/schemas/due";
import { formatPartialDate } from "../../../shared/domain/partial-date";
import { dueWhyText } from "../../../shared/i18n/due-sentence";
import { useTranslate } from "../../components/translate";
import { call } from "../../bridge/bridge";
import type { GridColumn } from "../../components/virtual-grid/virtual-grid";
import { usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import { fitted, PeopleGrid, personColumns } from "./people-grid";

export type DueAsked = Omit<CallArgs<"duePage">, "offset" | "limit">;

export function DueList({ asked }: { readonly asked: DueAsked }) {
  const { t } = useTranslation(["screen-due", "due"]);
  const translate = useTranslate();
  const rows = usePagedRows<DueItemData>({
    call: "duePage",
    key: ["due", asked],
    fetchPage: (offset, limit) => call("duePage", { ...asked, offset, limit }),
  });
  const isOfOne = asked.kinds.length === 1;
  const columns = useMemo(
    () => columnsOf(t, (row) => dueWhyText(translate, row.why), isOfOne),
    [t, translate, isOfOne],
  );
  return (
    <PeopleGrid
      label={t("list.table")}
      listKey={JSON.stringify(asked)}
      rows={rows}
      columns={columns}
      none={{ title: t("none.due"), text: t("none.dueText") }}
    />
  );
}

function columnsOf(
  t: TFunction<["screen-due", "due"]>,
  whyOf: (row: DueItemData) => string,
  isOfOne: boolean,
): GridColumn<DueItemData>[] {
  const kind: GridColumn<DueItemData> = {
    key: "kind",
    header: t("column.kind"),
    width: "9.25rem",
    cell: (row) => fitted(t(`due:kind.${row.kind}`)),
  };
  return [
    {
      key: "on",
      header: t("column.on"),
      width: "6rem",
      align: "end",
      cell: (row) => formatPartialDate(row.on),
    },
    ...personColumns<DueItemData>(t),
    ...(isOfOne ? [] : [kind]),
    {
      key: "why",
      header: t("column.why"),
      width: "minmax(16rem, 3fr)",
      cell: (row) => fitted(`${whyOf(row)}${row.unverified ? ` (${t("due:unverified")})` : ""}`),
    },
  ];
}
