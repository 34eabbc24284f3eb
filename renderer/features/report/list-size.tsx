/** How large a list that goes out will be, before it is written. */
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isOfCounted } from "../../../shared/columns/computed";
import { shippedViews } from "../../../shared/columns/shipped-views";
import { formatNumber } from "../../../shared/text/format";
import { useCounted } from "../../app/roster/use-counted";
import { useCall } from "../../bridge/hooks";
import { placesCount, type ReportAsk } from "./shown";

interface ListSizeProps {
  readonly ask: ReportAsk;
  /** Rows that follow one another get columns of their own, whose number is known when the file is written. */
  readonly toEdit: boolean;
}

export function ListSize({ ask: { list, moment, unitId, kinds }, toEdit }: ListSizeProps) {
  const { t } = useTranslation("screen-report");
  const counted = useCounted();
  const chosen = placesCount(list?.ranges ?? []);
  const { data } = useCall(
    "officialsPage",
    {
      filter: list?.filter ?? { moment, unitId, kinds },
      order: list?.order ?? { sorts: [], group: null },
      offset: 0,
      limit: 1,
    },
    { enabled: chosen === 0, keepPrevious: true },
  );
  const rows = chosen > 0 ? chosen : data?.total;
  const usual = shippedViews.list.columns.filter(({ key }) => isOfCounted(key, counted));
  const columns = (list?.columns ?? usual).length;
  if (rows === undefined) return null;
  return (
    <Text size="sm" role="status">
      {t(toEdit ? "sizeRows" : "size", { rows: formatNumber(rows), columns: formatNumber(columns) })}
    </Text>
  );
}
