/** The lines of the list on screen: its people, and in front of each group, where the list is parted, a line of its own. */
import { useMemo, useState } from "react";
import type { ListOrder, OfficialFilter, OfficialRow } from "../../../shared/contract/schemas/officials";
import { formatNumber } from "../../../shared/text/format";
import { useCall } from "../../bridge/hooks";
import type { Range } from "../../components/virtual-grid/selection";
import type { GroupLine } from "../../components/virtual-grid/types";
import type { PagedRows } from "../../components/virtual-grid/use-paged-rows";
import { GroupedLines } from "./grouped-lines";

export interface ListLines {
  readonly count: number;
  readonly getRow: (line: number) => OfficialRow | undefined;
  readonly onVisible: (first: number, last: number) => void;
  /** The line of a person by their place in the list. */
  readonly lineOf: (place: number) => number;
  /** Place of who stands in a line; −1 for a group's own. */
  readonly placeOf: (line: number) => number;
  readonly placesOf: (ranges: readonly Range[]) => readonly Range[];
  /** Null for the line of a person. */
  readonly groupAt: ((line: number) => GroupLine | null) | null;
  /** Folds a group, or opens it again. */
  readonly fold: (line: number) => void;
}

/** @param unnamed what a group without a name is called */
export function useListLines(
  rows: PagedRows<OfficialRow>,
  filter: OfficialFilter,
  order: ListOrder,
  unnamed: string,
): ListLines {
  const isParted = order.group !== null;
  const { data } = useCall("officialsGroups", { filter, order }, { enabled: isParted, keepPrevious: true });
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(
    () => (isParted && data !== undefined ? new GroupedLines(data.groups, folded) : null),
    [isParted, data, folded],
  );
  if (lines === null) {
    return {
      count: rows.rowCount ?? 0,
      getRow: rows.getRow,
      onVisible: rows.onVisible,
      lineOf: (place) => place,
      placeOf: (line) => line,
      placesOf: (ranges) => ranges,
      groupAt: null,
      fold: () => undefined,
    };
  }
  const placeOf = (line: number) => {
    const at = lines.at(line);
    return at?.kind === "person" ? at.place : -1;
  };
  return {
    count: lines.count,
    placeOf,
    getRow: (line) => rows.getRow(placeOf(line)),
    onVisible: (first, last) => {
      const places = lines.placesOf([[first, last]]);
      const [from] = places[0] ?? [];
      const to = places.at(-1)?.[1];
      if (from !== undefined && to !== undefined) rows.onVisible(from, to);
    },
    lineOf: (place) => lines.lineOf(place),
    placesOf: (ranges) => lines.placesOf(ranges),
    groupAt: (line) => {
      const at = lines.at(line);
      if (at?.kind !== "group") return null;
      const { text, count } = at.group;
      return { text: text === "" ? unnamed : text, count: formatNumber(count), folded: at.folded };
    },
    fold: (line) => {
      const at = lines.at(line);
      if (at?.kind !== "group") return;
      const { key } = at.group;
      setFolded((before) => new Set(at.folded ? [...before].filter((one) => one !== key) : [...before, key]));
    },
  };
}
