/** The groups of a list that is parted by a column, for the grid and for what goes out. */
import { tableColumnOf } from "../../shared/columns/table-column";
import type { Translate } from "../../shared/i18n";
import type { IndexedColumn } from "../roster/read/index/column-index";
import { countPeople } from "../roster/read/index/filter-people";
import type { PeopleList } from "./people-lists";
import { valueText } from "./value-text";

export interface ListGroup {
  /** The value; empty for nobody's. */
  readonly key: string;
  readonly text: string;
  readonly count: number;
}

/** In the order of the list, whose people of one value follow each other. @param t the language of the texts */
export function listGroups(
  { index, people, column }: PeopleList & { readonly column: IndexedColumn },
  key: string,
  t: Translate,
): ListGroup[] {
  const shown = tableColumnOf(key);
  const counts = countPeople(people, column);
  const places = new Set<number>();
  for (const person of people) places.add(column.places[person] ?? 0);
  return [...places].map((place) => {
    const value = column.values[place] ?? "";
    const text = shown === null ? value : valueText({ index, t }, shown, value);
    return { key: value, text, count: counts[place] ?? 0 };
  });
}
