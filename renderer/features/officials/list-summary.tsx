/** How many are in the list and who they are, in words; with the way to those of the same unit who are not in it. */
import { useTranslation } from "react-i18next";
import { filterInForce } from "../../../shared/columns/filter-in-force";
import { byName, tableColumnLabel, tableColumnOf } from "../../../shared/columns/table-column";
import type { OfficialFilter } from "../../../shared/contract/schemas/officials";
import { filterWords } from "../../../shared/i18n/list-words";
import { formatNumber } from "../../../shared/text/format";
import type { ListState } from "../../app/navigation/list-state";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { useTranslate } from "../../components/translate";
import { BesideList, type BesideListProps } from "./beside-list";
import classes from "./officials.module.css";

export interface ListSummaryProps {
  readonly state: ListState;
  readonly filter: OfficialFilter;
  /** Null while it is on its way. */
  readonly count: number | null;
  readonly onComplement: (complement: boolean) => void;
  readonly onScope: BesideListProps["onScope"];
}

export function ListSummary({ state, filter, count, onComplement, onScope }: ListSummaryProps) {
  const { t } = useTranslation(["screen-officials", "domain", "grid"]);
  const say = useTranslate();
  const { knownOn } = useMoment();
  const unit = useCall("unitGet", { id: state.unitId ?? "", knownOn }, { enabled: state.unitId !== null });
  const posts = useCall("postsList", { knownOn }, { enabled: state.postId !== null });
  const byStandard = (state.standard !== null && state.statuses !== null) || state.mark !== null;
  const others = useCall(
    "officialsPage",
    { filter: { ...filter, complement: !filter.complement }, order: byName, offset: 0, limit: 1 },
    { enabled: byStandard },
  );
  const words = filterWords(say, state, {
    unitName: unit.data?.fullName ?? null,
    postName: posts.data?.find((post) => post.id === state.postId)?.name ?? null,
  });
  const filtered = state.where.flatMap((one) => {
    const column = tableColumnOf(one.key);
    return column === null || filterInForce(one) === null ? [] : [tableColumnLabel(say, column)];
  });
  if (filtered.length > 0) words.push(t("grid:filter.columns", { columns: filtered.join(", ") }));
  const otherCount = byStandard ? others.data?.total : undefined;
  return (
    <div className={classes.summary}>
      <p className={classes.summaryText} role="status">
        {count === null ? (
          t("screen-officials:summary.loading")
        ) : (
          <>
            <strong>{t("screen-officials:summary.count", { count, text: formatNumber(count) })}</strong>
            {words.map((word) => ` · ${word}`).join("")}
          </>
        )}
      </p>
      <BesideList filter={filter} onScope={onScope} />
      {otherCount === undefined || otherCount === 0 ? null : (
        <Button variant="light" size="compact-sm" onClick={() => onComplement(!state.complement)}>
          {t("screen-officials:summary.others", { count: otherCount, text: formatNumber(otherCount) })}
        </Button>
      )}
    </div>
  );
}
