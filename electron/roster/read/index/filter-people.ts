/** Whom the filters of columns let through, by one look at a table of places for each person and column. */
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { periodsOf } from "../../../../shared/columns/date-periods";
import { type Measure, rangeEndSpan } from "../../../../shared/columns/filter-in-force";
import { spanOf } from "../../../../shared/columns/value-order";
import { foldSearch } from "../../../../shared/text/fold";
import type { IndexedColumn } from "./column-index";

/** What a filter asks of its column beside where people stand in it. */
export interface FilteredColumn {
  readonly column: IndexedColumn;
  readonly measure: Measure;
  /** Decimal places of stored numbers. */
  readonly scale: number;
  /** A value as a person reads it. */
  readonly textOf: (value: string) => string;
}

/** 1 at the places that a filter lets through; at 0 whether whoever has no value is. */
export function admitted(filter: ViewFilter, asked: FilteredColumn): Uint8Array {
  const { values } = asked.column;
  const passes = new Uint8Array(values.length).fill(1);
  const keep = (of: (value: string, place: number) => boolean) => {
    for (let place = 0; place < values.length; place++) {
      if (passes[place] === 1 && !of(values[place] ?? "", place)) passes[place] = 0;
    }
  };
  if (filter.values !== null) {
    // A few are looked for among as many as there are people, not the other way round.
    passes.fill(filter.except ? 1 : 0);
    for (const value of filter.values) {
      const place = asked.column.placeOf(value);
      if (place >= 0) passes[place] = filter.except ? 0 : 1;
    }
  }
  if (filter.periods !== null) {
    const within = new Set(filter.periods);
    keep((value) => periodsOf(value).some((period) => within.has(period)) !== filter.except);
  }
  const from = rangeEndSpan(asked.measure, filter.from);
  const to = rangeEndSpan(asked.measure, filter.to);
  if (from !== null || to !== null) {
    keep((value) => {
      const span = spanOf(asked.measure, value, asked.scale);
      return span !== null && (from === null || span[1] >= from[0]) && (to === null || span[0] <= to[1]);
    });
  }
  if (filter.contains !== null && filter.contains !== "") {
    const sought = foldSearch(filter.contains);
    keep((value, place) => place > 0 && foldSearch(asked.textOf(value)).includes(sought));
  }
  return passes;
}

/** Those of some people whom a column lets through, in their order. @param passes by place, as `admitted` gives it */
export function filterPeople(
  people: Int32Array,
  { places, more }: IndexedColumn,
  passes: Uint8Array,
): Int32Array {
  const found = new Int32Array(people.length);
  let count = 0;
  for (let at = 0; at < people.length; at++) {
    const person = people[at] ?? 0;
    const admits =
      passes[places[person] ?? 0] === 1 ||
      (more.size > 0 && more.get(person)?.some((place) => passes[place] === 1) === true);
    if (admits) found[count++] = person;
  }
  return found.slice(0, count);
}

/** How many of some people have each value, by place; at 0 how many have none. */
export function countPeople(people: Int32Array, { places, more, values }: IndexedColumn): Int32Array {
  const counts = new Int32Array(values.length);
  for (let at = 0; at < people.length; at++) {
    const person = people[at] ?? 0;
    const place = places[person] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
    const others = more.size === 0 ? undefined : more.get(person);
    if (others !== undefined)
      for (const other of new Set(others)) if (other !== place) counts[other] = (counts[other] ?? 0) + 1;
  }
  return counts;
}
