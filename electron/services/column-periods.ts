/** The years and months that a column of dates has in a list, each with how many people: what its filter offers. */
import { leastPeriod, yearOf } from "../../shared/columns/date-periods";
import { byName, isFiltered, measureOf, tableColumnOf } from "../../shared/columns/table-column";
import type { CallResult, ParsedArgs } from "../../shared/contract/contract";
import type { IndexedColumn } from "../roster/read/index/column-index";
import { countPeople } from "../roster/read/index/filter-people";
import type { Officials } from "./officials";

/** @throws AppError row-unknown */
export async function columnPeriods(
  officials: Officials,
  { filter, key }: ParsedArgs<"columnPeriods">,
): Promise<CallResult<"columnPeriods">> {
  const shown = tableColumnOf(key);
  if (shown === null || !isFiltered(shown) || measureOf(shown) !== "date") return { blank: 0, years: [] };
  const others = (filter.where ?? []).filter((one) => one.key !== key);
  const { people, column } = await officials.withColumn({ ...filter, where: others }, byName, key);
  const months = countsBy(people, column, leastPeriod);
  const years = countsBy(people, column, yearOf);
  return {
    blank: months.get("") ?? 0,
    years: [...years]
      .filter(([year]) => year !== "")
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([year, count]) => ({
        year,
        count,
        months: [...months]
          .filter(([period]) => period !== "" && yearOf(period) === year)
          .map(([period, met]) => ({ period, count: met }))
          .sort((a, b) => (placeInYear(a.period) < placeInYear(b.period) ? -1 : 1)),
      })),
  };
}

/** Of which no month is known comes last. */
function placeInYear(period: string): string {
  return period.length < 7 ? "~" : period;
}

/** How many people have a value of each kind; somebody with several of one kind counts once in it. */
function countsBy(
  people: Int32Array,
  { places, more, values }: IndexedColumn,
  kindOf: (value: string) => string,
): ReadonlyMap<string, number> {
  const kinds = [...new Set(["", ...values.map(kindOf)])];
  const placeOfKind = new Map(kinds.map((kind, place) => [kind, place]));
  const kindAt = values.map((value) => placeOfKind.get(kindOf(value)) ?? 0);
  const counts = countPeople(people, {
    places: places.map((place) => kindAt[place] ?? 0),
    more: new Map([...more].map(([person, others]) => [person, others.map((place) => kindAt[place] ?? 0)])),
    values: kinds,
    placeOf: (kind) => placeOfKind.get(kind) ?? -1,
  });
  return new Map(kinds.flatMap((kind, place) => (counts[place] === 0 ? [] : [[kind, counts[place] ?? 0]])));
}
