/** How large a list that goes out will be, before it is written. */
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isOfCounted } from "../../../shared/columns/computed";
import { isSensitive, isWritten } from "../../../shared/columns/column";
import { shippedViews } from "../../../shared/columns/shipped-views";
import { isComputed, nameKey, tableColumnLabel, tableColumnOf } from "../../../shared/columns/table-column";
import { writtenKeys } from "../../../shared/columns/typed-in";
import { formatNumber } from "../../../shared/text/format";
import { useCounted } from "../../app/roster/use-counted";
import { useCall } from "../../bridge/hooks";
import { useTranslate } from "../../components/translate";
import { placesCount, type ReportAsk } from "./shown";

interface ListSizeProps {
  readonly ask: ReportAsk;
  /** Rows that follow one another get columns of their own, whose number is known when the file is written. */
  readonly toEdit: boolean;
}

export function ListSize({ ask: { list, moment, unitId, kinds }, toEdit }: ListSizeProps) {
  const { t } = useTranslation("screen-report");
  const say = useTranslate();
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
  const edited = toEdit && list !== undefined ? columnsToEdit(list.columns) : null;
  if (rows === undefined) return null;
  const restricted = restrictedAmong(list?.columns ?? []).map(
    (column) => `“${tableColumnLabel(say, column)}”`,
  );
  const warned = restricted.length === 0 ? null : ` ${t("restricted", { columns: restricted.join(", ") })}`;
  if (edited !== null) {
    const names = edited.left.map((column) => `“${tableColumnLabel(say, column)}”`).join(", ");
    const size = { rows: formatNumber(rows), columns: formatNumber(edited.count ?? 0) };
    return (
      <Text size="sm" role="status">
        {t(edited.count === null ? "sizeRows" : "sizeToEdit", size)}
        {names === "" ? null : ` ${t("leftOut", { columns: names })}`}
        {warned}
      </Text>
    );
  }
  return (
    <Text size="sm" role="status">
      {t(toEdit ? "sizeRows" : "size", { rows: formatNumber(rows), columns: formatNumber(columns) })}
      {warned}
    </Text>
  );
}

/** Columns of sensitive data, which somebody chose by name. */
function restrictedAmong(keys: readonly string[]) {
  return keys
    .flatMap((key) => tableColumnOf(key) ?? [])
    .filter((column) => !isComputed(column) && isSensitive(column));
}

/** How many columns go out, null where rows decide; and those of the list that are worked out and do not. */
function columnsToEdit(keys: readonly string[]) {
  const written = writtenKeys(keys.includes(nameKey) ? keys : [nameKey, ...keys]);
  const columns = written.flatMap((key) => tableColumnOf(key) ?? []);
  const out = columns.filter((column) => !isComputed(column) && isWritten(column));
  const isOpen = out.some((column) => !isComputed(column) && column.pick.kind === "each");
  // The id of each record stands in front.
  return { count: isOpen ? null : out.length + 1, left: columns.filter(isComputed) };
}
