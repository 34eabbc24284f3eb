/** What ticking does to the filter of a column: one value, all that a search finds, the rest beside those. */
import { useTranslation } from "react-i18next";
import type { OfficialFilter } from "../../../../shared/contract/schemas/officials";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { toastFailed, toastNotice } from "../../../app/feedback/toast";
import type { Ticks } from "./filter-periods";
import { byValues, isTicked, type NoFilter, onlyOf, orNull, turned } from "./filter-values";
import { foundValues } from "./found-values";

export interface TickingGiven {
  readonly columnKey: string;
  readonly filter: ViewFilter | null;
  readonly list: OfficialFilter;
  readonly search: string;
  readonly none: boolean;
  readonly onNone: (none: boolean) => void;
  readonly onChange: (filter: ViewFilter | null) => void;
}

export interface Ticking {
  readonly turn: (value: string, on: boolean) => void;
  /** All values of the column. */
  readonly turnAll: (on: boolean) => void;
  /** All that the search finds. */
  readonly turnFound: (on: boolean) => void;
  /** All that it does not find. */
  readonly turnOthers: (on: boolean) => void;
}

/** How much is ticked beside the values that a search found. */
export function othersTicked(filter: ViewFilter | null, found: readonly string[]): Ticks {
  if (filter === null || (filter.values === null && filter.periods === null)) return "all";
  if (filter.values === null) return "some";
  const beside = filter.values.some((value) => !found.includes(value));
  if (beside) return "some";
  return filter.except ? "all" : "none";
}

export function useTicking(given: TickingGiven): Ticking {
  const { t } = useTranslation("grid");
  const { columnKey: key, filter, list, search, none, onNone, onChange } = given;

  const set = (wanted: ViewFilter | NoFilter | null) => {
    if (wanted === "tooMany") toastNotice(t("filter.tooMany"), { key: "filter" });
    // Nothing is ticked until something is; the list stays meanwhile.
    else if (wanted === "nobody") onNone(true);
    else {
      onNone(false);
      onChange(wanted);
    }
  };
  /** Days among years and months are named one by one. */
  const inValues = async (of: ViewFilter): Promise<ViewFilter | NoFilter | null> => {
    const all = await foundValues(list, key, "");
    return all === null ? "tooMany" : byValues(of, all);
  };
  const turnValues = (values: readonly string[], on: boolean) => {
    const turn = (before: ViewFilter | NoFilter | null) =>
      set(typeof before === "string" ? before : turned(key, before, values, on));
    if (filter === null || filter.periods === null) turn(filter);
    else inValues(filter).then(turn, toastFailed);
  };
  const ofFound = (work: (values: readonly string[]) => void) => {
    foundValues(list, key, search).then(
      (values) => (values === null ? set("tooMany") : work(values)),
      toastFailed,
    );
  };
  const isOn = (value: string) => !none && isTicked(filter, value);
  return {
    turn: (value, on) => {
      if (none) set(onlyOf(key, filter, { on: [value], off: [] }, false));
      else turnValues([value], on);
    },
    turnAll: (on) => {
      onNone(!on);
      if (on && filter !== null) onChange(orNull({ ...filter, values: null, except: false }));
    },
    turnFound: (on) => {
      ofFound((values) => {
        if (none && on) set(onlyOf(key, filter, { on: values, off: [] }, false));
        else turnValues(values, on);
      });
    },
    turnOthers: (on) => {
      ofFound((values) => {
        const parts = { on: values.filter(isOn), off: values.filter((value) => !isOn(value)) };
        set(onlyOf(key, filter, parts, on));
      });
    },
  };
}
