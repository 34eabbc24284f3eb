/** What ticking the values of a column does to its filter, as in a spreadsheet: all are ticked until some are not. */
import { periodsOf } from "../../../../shared/columns/date-periods";
import { type ViewFilter, viewFilterSchema, viewLimits } from "../../../../shared/contract/schemas/views";

/** What cannot be a filter: nobody would be left, or more would have to be named than a filter holds. */
export type NoFilter = "nobody" | "tooMany";

/** Whether a value is let through by what is ticked, one by one or in years and months. */
export function isTicked(filter: ViewFilter | null, value: string): boolean {
  if (filter === null) return true;
  const { values, periods, except } = filter;
  const isValue = values === null || values.includes(value) !== except;
  const isPeriod = periods === null || periodsOf(value).some((period) => periods.includes(period)) !== except;
  return isValue && isPeriod;
}

/**
 * The filter after some values were ticked or unticked, all others staying as they are; null where nothing is filtered any
 * more.
 */
export function turned(
  key: string,
  filter: ViewFilter | null,
  values: readonly string[],
  on: boolean,
): ViewFilter | NoFilter | null {
  const before = filter ?? emptyFilter(key);
  // All are ticked until some are not.
  const except = before.values === null || before.except;
  const said = new Set(before.values ?? []);
  for (const value of values) {
    if (on === except) said.delete(value);
    else said.add(value);
  }
  return named(before, said, except);
}

/** The filter that lets through some of the values that were looked for, and with them all others or none. */
export function onlyOf(
  key: string,
  filter: ViewFilter | null,
  found: { readonly on: readonly string[]; readonly off: readonly string[] },
  others: boolean,
): ViewFilter | NoFilter | null {
  return named(filter ?? emptyFilter(key), new Set(others ? found.off : found.on), others);
}

/**
 * The same filter by values in place of years and months, where single days are to be ticked among those.
 * @param all values that the column has in the list
 */
export function byValues(filter: ViewFilter, all: readonly string[]): ViewFilter | NoFilter | null {
  const on = all.filter((value) => isTicked(filter, value));
  const off = all.filter((value) => !isTicked(filter, value));
  // The fewer are named: the address holds them.
  return onlyOf(filter.key, filter, { on, off }, off.length < on.length);
}

function named(before: ViewFilter, said: ReadonlySet<string>, except: boolean): ViewFilter | NoFilter | null {
  // With nothing ticked there would be nobody, and with nothing unticked there is no filter.
  if (said.size === 0)
    return except ? orNull({ ...before, periods: null, values: null, except: false }) : "nobody";
  if (said.size > viewLimits.values) return "tooMany";
  return { ...before, periods: null, values: [...said], except };
}

export function emptyFilter(key: string): ViewFilter {
  return viewFilterSchema.parse({ key });
}

/** A filter that says something, or null. */
export function orNull(filter: ViewFilter): ViewFilter | null {
  const { values, periods, from, to, contains } = filter;
  return values === null &&
    periods === null &&
    from === null &&
    to === null &&
    (contains === null || contains === "")
    ? null
    : filter;
}

/** The filters of a list with that of one column replaced. */
export function withFilter(
  where: readonly ViewFilter[],
  key: string,
  filter: ViewFilter | null,
): readonly ViewFilter[] {
  const others = where.filter((one) => one.key !== key);
  return filter === null ? others : [...others, filter];
}
