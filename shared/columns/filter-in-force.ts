/**
 * What of a column's filter counts. A kept view may bear what nobody could type here: an end of a range that is no date or no
 * number, an end on a column of text. The list, the boxes on screen and the words on paper all ask here, so that nothing is
 * said to limit a list that lets everybody through, and nothing limits it unsaid.
 */
import { type ViewFilter, viewLimits } from "../contract/schemas/views";
import { formatPartialDate, parsePartialDate } from "../domain/partial-date";
import { formatDecimal } from "../text/format";
import { isComputed, isFiltered, measureOf, type TableColumn, tableColumnOf } from "./table-column";
import { spanOf } from "./value-order";

export type Measure = ReturnType<typeof measureOf>;

const plainNumber = /^-?\d+(?:\.(\d+))?$/;

/** Decimals of an end that are written. */
const mostDecimals = 20;

/** Whether a text is an end of a range: a date as the roster writes it, a number in digits with a point; of texts none is. */
export function isRangeEnd(measure: Measure, text: string): boolean {
  if (text.length > viewLimits.end) return false;
  switch (measure) {
    case "date":
      return parsePartialDate(text) !== null;
    case "number":
      return plainNumber.test(text);
    case "text":
      return false;
  }
}

/** The numbers between which an end lies, of a date the days that it can mean; null where it does not count. */
export function rangeEndSpan(measure: Measure, text: string | null): readonly [number, number] | null {
  return text !== null && isRangeEnd(measure, text) ? spanOf(measure, text) : null;
}

/** An end that counts as a person reads it: 05/1980, 12.500,5; years without a point. */
export function rangeEndText(column: TableColumn, end: string): string {
  if (measureOf(column) === "date") return formatPartialDate(end);
  if (!isComputed(column) && column.definition.type === "year") return end.replace(".", ",");
  const decimals = plainNumber.exec(end)?.[1]?.length ?? 0;
  return formatDecimal(Number(end), Math.min(decimals, mostDecimals));
}

/** A filter without what does not count; null where nobody is left out by it, or its column is not known here. */
export function filterInForce(filter: ViewFilter): ViewFilter | null {
  const column = tableColumnOf(filter.key);
  if (column === null || !isFiltered(column)) return null;
  const measure = measureOf(column);
  const end = (text: string | null) => (text !== null && isRangeEnd(measure, text) ? text : null);
  const from = end(filter.from);
  const to = end(filter.to);
  const contains = filter.contains === "" ? null : filter.contains;
  const { values, periods } = filter;
  return values === null && periods === null && from === null && to === null && contains === null
    ? null
    : { ...filter, from, to, contains };
}
