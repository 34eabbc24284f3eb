/** Of whom no day can be worked out, and what is missing for it: the list to work off beside what is due. */
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DueUnknownData } from "../../../shared/contract/schemas/due";
import { dueMissingText } from "../../../shared/i18n/due-sentence";
import { call } from "../../bridge/bridge";
import { useTranslate } from "../../components/translate";
import type { GridColumn } from "../../components/virtual-grid/virtual-grid";
import { usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import type { DueAsked } from "./due-list";
import { fitted, PeopleGrid, personColumns } from "./people-grid";

export function UnknownList({ asked }: { readonly asked: DueAsked }) {
  const { t } = useTranslation(["screen-due", "due"]);
  const translate = useTranslate();
  const rows = usePagedRows<DueUnknownData>({
    call: "dueUnknownPage",
    key: ["unknown", asked],
    fetchPage: (offset, limit) => call("dueUnknownPage", { ...asked, offset, limit }),
  });
  const columns = useMemo(
    () => columnsOf(t, (row) => dueMissingText(translate, row.missing)),
    [t, translate],
  );
  return (
    <PeopleGrid
      label={t("list.unknownTable")}
      listKey={JSON.stringify(asked)}
      rows={rows}
      columns={columns}
      none={{ title: t("none.unknown"), text: t("none.unknownText") }}
    />
  );
}

function columnsOf(
  t: TFunction<["screen-due", "due"]>,
  missingOf: (row: DueUnknownData) => string,
): GridColumn<DueUnknownData>[] {
  return [
    ...personColumns<DueUnknownData>(t),
    {
      key: "kind",
      header: t("column.kind"),
      width: "9.25rem",
      cell: (row) => fitted(t(`due:kind.${row.kind}`)),
    },
    {
      key: "missing",
      header: t("column.missing"),
      width: "minmax(14rem, 2fr)",
      cell: (row) => fitted(missingOf(row)),
    },
  ];
}
