/**
 * Who of a list holds no post on its day, and how many records it leaves out for that: without it somebody whose post is
 * missing from the record would be one of many lines, and somebody entered for another day in none.
 */
import { useTranslation } from "react-i18next";
import { byName } from "../../../shared/columns/table-column";
import type { OfficialFilter } from "../../../shared/contract/schemas/officials";
import type { ListScope } from "../../../shared/contract/schemas/views";
import { formatNumber } from "../../../shared/text/format";
import { useCall } from "../../bridge/hooks";
import { Button } from "../../components/button";

export interface BesideListProps {
  readonly filter: OfficialFilter;
  readonly onScope: (scope: ListScope) => void;
}

const told = ["unposted", "left"] as const satisfies readonly ListScope[];

export function BesideList({ filter, onScope }: BesideListProps) {
  const { t } = useTranslation("screen-officials");
  const unposted = useCount(filter, "unposted");
  const left = useCount(filter, "left");
  const counts = { unposted, left };
  return told.map((scope) =>
    counts[scope] === 0 ? null : (
      <Button key={scope} variant="subtle" size="compact-sm" onClick={() => onScope(scope)}>
        {t(`beside.${scope}`, { count: counts[scope], text: formatNumber(counts[scope]) })}
      </Button>
    ),
  );
}

/** How many of the same filter are in another scope; 0 where it makes no sense to ask. */
function useCount(filter: OfficialFilter, serving: (typeof told)[number]): number {
  // Behind a figure stand only people who serve; whom a search finds on another day is told of with their day.
  const isFigure =
    filter.standard !== null || (filter.mark ?? null) !== null || (filter.kinds ?? null) !== null;
  const enabled =
    filter.serving === "current" && !isFigure && (serving === "unposted" || filter.search === "");
  const { data } = useCall(
    "officialsPage",
    { filter: { ...filter, serving }, order: byName, offset: 0, limit: 1 },
    { enabled, keepPrevious: true },
  );
  return enabled ? (data?.total ?? 0) : 0;
}
