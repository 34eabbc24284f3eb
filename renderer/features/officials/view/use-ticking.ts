/**
 * What ticking does to the filter of a column: one value, all that a search finds, the rest beside those. What has to be
 * asked first is worked out from the filter as it stands when the answer is there.
 */
import { useTranslation } from "react-i18next";
import { measureOf, tableColumnOf } from "../../../../shared/columns/table-column";
import type { OfficialFilter } from "../../../../shared/contract/schemas/officials";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { toastNotice } from "../../../app/feedback/toast";
import type { Ticks } from "./filter-periods";
import { byValues, isTicked, type NoFilter, onlyOf, turned } from "./filter-values";
import { foundValues } from "./found-values";
import type { Standing, StandingFilter } from "./use-standing-filter";

export interface TickingGiven {
  readonly columnKey: string;
  readonly standing: StandingFilter;
  readonly list: OfficialFilter;
  readonly search: string;
}

export interface Ticking {
  readonly turn: (value: string, on: boolean) => void;
  /** All that the search finds. */
  readonly turnFound: (on: boolean) => void;
  /** All that it does not find. */
  readonly turnOthers: (on: boolean) => void;
}

type Wanted = ViewFilter | NoFilter | null;
/** Values of a column; null for more than a filter can name. */
type Named = readonly string[] | null;

/** How much is ticked beside the values that a search found. */
export function othersTicked(filter: ViewFilter | null, found: readonly string[]): Ticks {
  if (filter === null || (filter.values === null && filter.periods === null)) return "all";
  if (filter.values === null) return "some";
  const beside = filter.values.some((value) => !found.includes(value));
  if (beside) return "some";
  return filter.except ? "all" : "none";
}

export function useTicking({ columnKey: key, standing, list, search }: TickingGiven): Ticking {
  const { t } = useTranslation("grid");

  const set = (wanted: Wanted) => {
    if (wanted === "tooMany") toastNotice(t("filter.tooMany"), { key: "filter" });
    // Nothing is ticked until something is; the list stays meanwhile.
    else if (wanted === "nobody") standing.write({ ...standing.now(), none: true });
    else standing.write({ filter: wanted, none: false });
  };
  const found = (): Promise<Named> => foundValues(list, key, search);
  /** Days among years and months are named one by one, whether those are ticked now or while the answer is awaited. */
  const all = async (): Promise<Named> => {
    const column = tableColumnOf(key);
    return column !== null && measureOf(column) === "date" ? foundValues(list, key, "") : [];
  };
  return {
    turn: (value, on) => {
      const { filter, none } = standing.now();
      if (none || filter === null || filter.periods === null)
        set(valuesTurned(key, standing.now(), [value], on, []));
      else standing.later(all(), (every) => set(valuesTurned(key, standing.now(), [value], on, every)));
    },
    turnFound: (on) => {
      standing.later(Promise.all([found(), all()]), ([values, every]) =>
        set(values === null ? "tooMany" : valuesTurned(key, standing.now(), values, on, every)),
      );
    },
    turnOthers: (on) => {
      standing.later(found(), (values) =>
        set(values === null ? "tooMany" : othersTurned(key, standing.now(), values, on)),
      );
    },
  };
}

/** @param every what the column has, where years and months may be ticked */
function valuesTurned(
  key: string,
  { filter, none }: Standing,
  values: readonly string[],
  on: boolean,
  every: Named,
): Wanted {
  if (none) return on ? onlyOf(key, filter, { on: values, off: [] }, false) : "nobody";
  if (filter === null || filter.periods === null) return turned(key, filter, values, on);
  const before = every === null ? "tooMany" : byValues(filter, every);
  return typeof before === "string" ? before : turned(key, before, values, on);
}

function othersTurned(
  key: string,
  { filter, none }: Standing,
  values: readonly string[],
  on: boolean,
): Wanted {
  const isOn = (value: string) => !none && isTicked(filter, value);
  const parts = { on: values.filter(isOn), off: values.filter((value) => !isOn(value)) };
  return onlyOf(key, filter, parts, on);
}
