/** What ticking the values of a column does to its filter, as in a spreadsheet: all are ticked until some are not. */
import { type ViewFilter, viewFilterSchema, viewLimits } from "../../../../shared/contract/schemas/views";

/** Whether a value is let through by what is ticked. */
export function isTicked(filter: ViewFilter | null, value: string): boolean {
  if (filter?.values == null) return true;
  return filter.values.includes(value) !== filter.except;
}

/** The filter after a value was ticked or unticked; null where nothing is filtered any more. */
export function ticked(key: string, filter: ViewFilter | null, value: string): ViewFilter | null {
  const before = filter ?? emptyFilter(key);
  if (before.values === null) return { ...before, values: [value], except: true };
  const values = before.values.includes(value)
    ? before.values.filter((one) => one !== value)
    : [...before.values, value].slice(-viewLimits.values);
  // With nothing ticked there would be nobody, and with nothing unticked there is no filter.
  if (values.length === 0) return orNull({ ...before, values: null, except: false });
  return { ...before, values };
}

/** Only this value, where everything was unticked before. */
export function onlyValue(key: string, filter: ViewFilter | null, value: string): ViewFilter {
  return { ...(filter ?? emptyFilter(key)), values: [value], except: false };
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
