/** What stands under the list: how many lines are chosen, and what they have in the column that the keys are in. */
import { useDebouncedValue } from "@mantine/hooks";
import { IconUsersGroup } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isSorted, tableColumnLabel, tableColumnOf } from "../../../shared/columns/table-column";
import type { ListOrder, OfficialFilter } from "../../../shared/contract/schemas/officials";
import { formatDecimal, formatNumber } from "../../../shared/text/format";
import { useCall } from "../../bridge/hooks";
import { Button } from "../../components/button";
import type { Range } from "../../components/virtual-grid/selection";
import { useTranslate } from "../../components/translate";
import classes from "./officials.module.css";

/** A hand that still draws is not asked after at each line. */
const pauseMs = 120;

export interface ListFootProps {
  readonly filter: OfficialFilter;
  readonly order: ListOrder;
  /** Places of the lines that are chosen; none: all of them. */
  readonly ranges: readonly Range[];
  /** Of the column that the keys are in; null before they are in one. */
  readonly columnKey: string | null;
  /** Null: nobody is there, or nothing may be edited. */
  readonly onEditMany: (() => void) | null;
}

export function ListFoot({ filter, order, ranges, columnKey, onEditMany }: ListFootProps) {
  const { t } = useTranslation(["grid", "command"]);
  const say = useTranslate();
  const [asked] = useDebouncedValue({ ranges, columnKey }, pauseMs);
  const keyed = asked.columnKey === null ? null : tableColumnOf(asked.columnKey);
  // A place in the list is nothing that anybody has; only what can be put in order has figures.
  const column = keyed !== null && isSorted(keyed) ? keyed : null;
  const chosen = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const { data } = useCall(
    "listFigures",
    {
      filter,
      order,
      key: asked.columnKey ?? "",
      ranges: asked.ranges.map(([first, last]): [number, number] => [first, last]),
    },
    { enabled: column !== null, keepPrevious: true },
  );
  return (
    <div className={classes.footBar} data-none={chosen === 0 || undefined}>
      <div className={classes.foot} role="status" aria-label={t("grid:foot.label")}>
        <span>
          {chosen === 0
            ? t("grid:foot.none")
            : t("grid:foot.chosen", { count: chosen, text: formatNumber(chosen) })}
        </span>
        {column === null || data === undefined ? null : (
          <>
            <span className={classes.footColumn}>{tableColumnLabel(say, column)}:</span>
            <span>
              {t("grid:foot.filled", { text: formatNumber(data.filled), all: formatNumber(data.count) })}
            </span>
            {data.mean === null ? null : (
              <span>{t("grid:foot.mean", { text: formatDecimal(data.mean, 1) })}</span>
            )}
            {data.least === null || data.most === null ? (
              <span>{t("grid:foot.distinct", { text: formatNumber(data.distinct) })}</span>
            ) : (
              <span>{t("grid:foot.span", { least: data.least, most: data.most })}</span>
            )}
          </>
        )}
      </div>
      {onEditMany === null ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconUsersGroup size={16} aria-hidden />}
          aria-keyshortcuts="Control+Shift+E"
          onClick={onEditMany}
        >
          {t("command:editMany")}…
        </Button>
      )}
    </div>
  );
}
