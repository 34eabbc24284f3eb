/** Filtering a column by one of its cells, written into the list as it is when the values of the column are known. */
import { useEffect, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { OfficialFilter } from "../../../../shared/contract/schemas/officials";
import { toastFailed, toastNotice } from "../../../app/feedback/toast";
import type { ListPatch, ListState } from "../../../app/navigation/list-state";
import { filterByCell } from "./filter-by-cell";
import { withFilter } from "./filter-values";

export interface FilterByCellGiven {
  readonly state: ListState;
  /** Whom the list shows. */
  readonly filter: OfficialFilter;
  /** Columns that are shown. */
  readonly keys: readonly string[];
  readonly onPatch: (patch: ListPatch) => void;
}

/** @returns what filters a column by a cell with this text */
export function useFilterByCell(given: FilterByCellGiven): (columnKey: string, text: string) => void {
  const { t } = useTranslation("grid");
  const { state, filter, onPatch } = given;
  const keys = useRef(given.keys);
  /** The last press of each column; an answer to any other is not waited for. */
  const pressed = useRef(new Map<string, object>());
  useLayoutEffect(() => {
    keys.current = given.keys;
  }, [given.keys]);
  useEffect(() => {
    const waiting = pressed.current;
    return () => waiting.clear();
  }, []);
  return (columnKey, text) => {
    const press = {};
    pressed.current.set(columnKey, press);
    const isMeant = () => pressed.current.get(columnKey) === press && keys.current.includes(columnKey);
    filterByCell(filter, columnKey, text).then((wanted) => {
      if (!isMeant()) return;
      if (wanted === null) toastNotice(t("filter.notHere"));
      else
        onPatch(({ where }) => {
          const isCleared = state.where.length > 0 && where.length === 0;
          return isCleared ? {} : { where: withFilter(where, columnKey, wanted) };
        });
    }, toastFailed);
  };
}
