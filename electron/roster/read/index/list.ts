/**
 * Which officials a list shows, in which order: the grid, the people behind a number and `people` on the command
 * line all come through here.
 */
import { isoToPacked } from "../../../../shared/domain/partial-date";
import {
  groupKeys,
  isComputed,
  isFiltered,
  isSorted,
  measureOf,
  nameKey,
  postKey,
  type TableColumn,
  tableColumnOf,
  unitKey,
} from "../../../../shared/columns/table-column";
import type { ListOrder, OfficialFilter } from "../../../../shared/contract/schemas/officials";
import type { ViewSort } from "../../../../shared/contract/schemas/views";
import { appError } from "../../../../shared/contract/errors";
import { officialCategories } from "../../../../shared/domain/values";
import { type CellFilter, peopleBehind } from "../../../../shared/statistics/people";
import type { Snapshot } from "../../../../shared/statistics/snapshot";
import type { Unit } from "./catalog-facts";
import type { IndexedColumn } from "./column-index";
import { admitted, filterPeople } from "./filter-people";
import { type SortedBy, sortPeople } from "./sort-people";
import type { NameList } from "./name-list";
import { isOfficeWide } from "./office-wide";
import type { RosterIndex } from "./roster-index";

/** What a list is sorted and filtered by beside what the index holds. */
export interface ListColumns {
  /** Of every column that the filter or the order names. */
  readonly column: (key: string) => IndexedColumn;
  /** A value of a column as a person reads it. */
  readonly textOf: (column: TableColumn, value: string) => string;
}

/** Keys of the columns without which a list cannot be made. */
export function columnsNeeded(filter: OfficialFilter, order: ListOrder): string[] {
  const filtered = (filter.where ?? []).map(({ key }) => key);
  // The order of names is kept anyway.
  const sorted = sortsOf(order).flatMap(({ key }) => (key === nameKey ? [] : [key]));
  return [...new Set([...filtered, ...sorted])];
}

/**
 * Everybody whom a filter shows, whatever is searched for, in order.
 * @throws AppError row-unknown when the filter names a unit or post that is not in the roster
 */
export function listOfficials(
  index: RosterIndex,
  { order: byName }: NameList,
  filter: OfficialFilter,
  order: ListOrder,
  columns: ListColumns,
): Int32Array {
  const snapshot = index.snapshot(isoToPacked(filter.moment.on), filter.kinds ?? officialCategories);
  let people = ofPost(index, snapshot, filter, serving(index, snapshot, filter, byName));
  for (const one of filter.where ?? []) {
    const column = knownColumn(one.key);
    if (column === null) continue;
    const indexed = columns.column(one.key);
    const passes = admitted(one, {
      column: indexed,
      measure: measureOf(column),
      scale: isComputed(column) ? 0 : (column.definition.scale ?? 0),
      textOf: (value) => columns.textOf(column, value),
    });
    people = filterPeople(people, indexed, passes);
  }
  const sorts = sortsOf(order).map(({ key, descending }): SortedBy => {
    if (key === nameKey) return { ...index.columns.byName(byName), descending };
    const { places, values } = columns.column(key);
    return { places, size: values.length - 1, descending };
  });
  return sortPeople(people, sorts);
}

/** As a list is read out: unit by unit, in each the posts in their order; namesakes and equals by name. */
const protocolOrder: readonly ViewSort[] = [
  { key: unitKey, descending: false },
  { key: postKey, descending: false },
];

/** What decides first comes first; a group holds together whatever its people are sorted by. */
function sortsOf({ sorts, group }: ListOrder): ViewSort[] {
  const known = sorts.filter(({ key }) => {
    const column = tableColumnOf(key);
    return column !== null && isSorted(column);
  });
  const groupKey = group === null ? null : groupKeys[group];
  const [ofGroup] = known.filter(({ key }) => key === groupKey);
  const others = (known.length === 0 ? protocolOrder : known).filter(({ key }) => key !== groupKey);
  if (groupKey === null) return [...others];
  return [ofGroup ?? { key: groupKey, descending: false }, ...others];
}

function knownColumn(key: string): TableColumn | null {
  const column = tableColumnOf(key);
  return column !== null && isFiltered(column) ? column : null;
}

/**
 * Those of a list who match a search, in its order, except that names with the marks as typed go first.
 * @param search blank: everybody
 */
export function searchOfficials({ names }: NameList, search: string, people: Int32Array): Int32Array {
  const matches = names.search(search);
  if (matches === null) return people;
  const found = new Int32Array(people.length);
  const unmarked = new Int32Array(people.length);
  let exactCount = 0;
  let otherCount = 0;
  for (let place = 0; place < people.length; place++) {
    const person = people[place] ?? 0;
    const match = matches[person];
    if (match === 2) found[exactCount++] = person;
    else if (match === 1) unmarked[otherCount++] = person;
  }
  found.set(unmarked.subarray(0, otherCount), exactCount);
  return found.slice(0, exactCount + otherCount);
}

function serving(
  index: RosterIndex,
  snapshot: Snapshot,
  filter: OfficialFilter,
  order: Int32Array,
): Int32Array {
  const unit = filter.unitId === null ? null : index.catalog.unitOfId(filter.unitId);
  if (filter.unitId !== null && unit === null) throw appError("row-unknown", { id: filter.unitId });
  const scope = unit === null ? null : scopeOf(index, unit, filter.unitOnly);
  const cell = cellOf(filter);
  const standard = cell?.standard ?? "all";
  if (standard !== "all" && !snapshot.book.counted.includes(standard))
    throw appError("standard-not-counted", { standard });
  const kinds = filter.kinds ?? null;
  const asked = filter.serving;
  if (asked === "all" && scope === null && cell === null && kinds === null) return order;
  const { unit: unitOf, unposted } = snapshot.columns;
  const tellsUnposted = isOfficeWide(index.catalog, scope);
  if (asked === "unposted") return order.filter((person) => tellsUnposted && unposted[person] === 1);
  // Somebody who left belongs to the unit of the last assignment; a scope keeps those who served in it.
  const left = (person: number) =>
    unitOf[person] === -1 && unposted[person] !== 1 && (scope === null || servedIn(index, person, scope));
  if (asked === "left") return order.filter(left);
  const units = scope === null ? {} : { units: scope };
  // Whoever holds no post is behind no figure.
  const withUnposted = asked !== "serving" && cell === null && tellsUnposted;
  const found = peopleBehind(snapshot, { ...units, ...cell, anyKind: kinds === null, withUnposted }, order);
  if (asked !== "all" || cell !== null) return found;
  const isFound = new Uint8Array(index.facts.peopleCount);
  for (const person of found) isFound[person] = 1;
  return order.filter((person) => isFound[person] === 1 || left(person));
}

/** The part of a filter that names a figure; null where it names none. */
function cellOf({ standard, statuses, mark = null, complement }: OfficialFilter): CellFilter | null {
  const isFigure = standard !== null && statuses !== null;
  if (!isFigure && mark === null) return null;
  return {
    ...(standard === null ? {} : { standard }),
    ...(isFigure ? { statuses } : {}),
    ...(mark === null ? {} : { mark }),
    complement,
  };
}

function scopeOf(index: RosterIndex, unit: Unit, unitOnly: boolean): Uint8Array {
  if (!unitOnly) return index.catalog.scopeOf(unit);
  const scope = new Uint8Array(index.catalog.units.length);
  scope[unit.index] = 1;
  return scope;
}

function servedIn(index: RosterIndex, person: number, scope: Uint8Array): boolean {
  const { people, assignments } = index.facts;
  const start = people.assignmentStart[person] ?? 0;
  const end = start + (people.assignmentCount[person] ?? 0);
  for (let row = start; row < end; row++) if (scope[assignments.unit[row] ?? -1] === 1) return true;
  return false;
}

function ofPost(
  index: RosterIndex,
  snapshot: Snapshot,
  filter: OfficialFilter,
  people: Int32Array,
): Int32Array {
  if (filter.postId === null) return people;
  const post = index.catalog.postOfId(filter.postId);
  if (post === null) throw appError("row-unknown", { id: filter.postId });
  return people.filter((person) => snapshot.columns.post[person] === post.index);
}
