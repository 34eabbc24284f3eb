/**
 * Which officials a list shows, in which order: the grid, the people behind a number and `people` on the command
 * line all come through here.
 */
import { isoToPacked } from "../../../../shared/domain/partial-date";
import type { OfficialFilter, OfficialSort } from "../../../../shared/contract/schemas/officials";
import { appError } from "../../../../shared/contract/errors";
import { officialCategories } from "../../../../shared/domain/values";
import { type CellFilter, peopleBehind } from "../../../../shared/statistics/people";
import type { Snapshot } from "../../../../shared/statistics/snapshot";
import { textSortKey } from "../../../../shared/text/sort-key";
import type { Unit } from "./catalog-facts";
import type { NameList } from "./name-list";
import type { RosterIndex } from "./roster-index";

/**
 * Everybody whom a filter shows, whatever is searched for, in order.
 * @throws AppError row-unknown when the filter names a unit or post that is not in the roster
 */
export function listOfficials(
  index: RosterIndex,
  { order }: NameList,
  filter: OfficialFilter,
  sort: OfficialSort,
): Int32Array {
  const snapshot = index.snapshot(isoToPacked(filter.moment.on), filter.kinds ?? officialCategories);
  const sorted = sortedOrder(index, order, snapshot, sort);
  const inScope = serving(index, snapshot, filter, sorted);
  return ofPost(index, snapshot, filter, inScope);
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
  const kinds = filter.kinds ?? null;
  if (filter.serving === "all" && scope === null && cell === null && kinds === null) return order;
  if (filter.serving !== "left") {
    const units = scope === null ? {} : { units: scope };
    return peopleBehind(snapshot, { ...units, ...cell, anyKind: kinds === null }, order);
  }
  const { unit: unitOf } = snapshot.columns;
  // Somebody who left belongs to the unit of the last assignment; a scope keeps those who served in it.
  return order.filter(
    (person) => unitOf[person] === -1 && (scope === null || servedIn(index, person, scope)),
  );
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

/** Everybody in the order of a column, ties by name; by name alone it is the order kept anyway. */
function sortedOrder(
  index: RosterIndex,
  order: Int32Array,
  snapshot: Snapshot,
  sort: OfficialSort,
): Int32Array {
  const keys = sortKeys(index, snapshot, sort);
  if (keys === null) return sort.descending ? order.slice().reverse() : order;
  // Key and place in one number, so that the fast numeric sort keeps ties in name order. Blank keys go last.
  const direction = sort.descending ? -1 : 1;
  const packed = new Float64Array(order.length);
  const span = 2 ** 22;
  for (let place = 0; place < order.length; place++) {
    const key = keys(order[place] ?? 0);
    packed[place] = (key === null ? blankKey : key * direction) * span + place;
  }
  packed.sort();
  return Int32Array.from(packed, (value) => order[((value % span) + span) % span] ?? 0);
}

/** Above every real key in either direction. */
const blankKey = 2 ** 30;

function sortKeys(
  index: RosterIndex,
  snapshot: Snapshot,
  sort: OfficialSort,
): ((person: number) => number | null) | null {
  const { unit, post } = snapshot.columns;
  switch (sort.column) {
    case "name":
      return null;
    case "birth": {
      const { birth } = index.facts.people;
      return (person) => birth[person] || null;
    }
    case "unit": {
      const ranks = ranksOf(index.catalog.units.map(({ sortKey }) => sortKey));
      return (person) => ranks[unit[person] ?? -1] ?? null;
    }
    case "post": {
      const ranks = ranksOf(
        index.catalog.posts.map(
          ({ order, name }) => `${String(order).padStart(6, "0")} ${textSortKey(name)}`,
        ),
      );
      return (person) => ranks[post[person] ?? -1] ?? null;
    }
    default: {
      const status = snapshot.status[sort.column];
      return (person) => status[person] || null;
    }
  }
}

/** Place of each text when all are sorted, equal texts sharing one. */
function ranksOf(texts: readonly string[]): number[] {
  const sorted = [...new Set(texts)].sort();
  const places = new Map(sorted.map((text, place) => [text, place + 1]));
  return texts.map((text) => places.get(text) ?? 0);
}
