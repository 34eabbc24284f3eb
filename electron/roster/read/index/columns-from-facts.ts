/**
 * Columns whose values stand in memory anyway: what figures are counted from, and what is worked out of it. They are made
 * anew after a change, in a few milliseconds, and never read from the file.
 *
 * A unit is the one that a person counts in on the day, so that a filter finds whom the figures count.
 */
import { type ComputedColumn } from "../../../../shared/columns/computed";
import type { SortKey } from "../../../../shared/columns/value-order";
import { isComputed, type TableColumn } from "../../../../shared/columns/table-column";
import { levelAtRank, levelRank, qualificationKinds } from "../../../../shared/domain/levels";
import { ageOnPacked, unpackPartialDate } from "../../../../shared/domain/partial-date";
import { sexes, type Standard, type StandardOrAll } from "../../../../shared/domain/values";
import { isValidOn, mainRow, type PlaceOrder } from "../../../../shared/standards/serving";
import { statusCodes, statusOfCode } from "../../../../shared/standards/types";
import { qualificationKindIndex } from "../../../../shared/statistics/fact-columns";
import type { Facts } from "../../../../shared/statistics/facts";
import type { Snapshot } from "../../../../shared/statistics/snapshot";
import { textSortKey } from "../../../../shared/text/sort-key";
import type { CatalogFacts } from "./catalog-facts";
import type { CodedColumn } from "./column-index";

export interface FactsAsked {
  readonly facts: Facts;
  readonly snapshot: Snapshot;
  readonly catalog: CatalogFacts;
  /** Which of several posts goes first, among the kinds that count. */
  readonly order: PlaceOrder;
}

/** Row of the assignment, in the facts' columns, by which a person is counted on the day; −1 for none. */
export function mainOf({ facts, snapshot, order }: FactsAsked, person: number): number {
  const start = facts.people.assignmentStart[person] ?? 0;
  const end = start + (facts.people.assignmentCount[person] ?? 0);
  return mainRow(facts.assignments, start, end, order, snapshot.asOf);
}

/** @returns null for a column that must be read from the file */
export function columnFromFacts(column: TableColumn, asked: FactsAsked): CodedColumn | null {
  if (isComputed(column)) return computed(column, asked);
  const { facts, snapshot, catalog } = asked;
  const { people } = facts;
  switch (column.key) {
    case "official.birth":
      return dates(people.birth, facts.peopleCount);
    case "official.partyJoined":
      return dates(people.party, facts.peopleCount);
    case "official.sex":
      return {
        codes: Int32Array.from(people.sex.subarray(0, facts.peopleCount)),
        values: ["", ...sexes],
        keyOf: (value) => sexes.findIndex((sex) => sex === value),
      };
    case "official.ethnicity":
      return texts(people.ethnicity, facts.ethnicities.texts, facts.peopleCount);
    case "official.religion":
      return texts(people.religion, facts.religions.texts, facts.peopleCount);
    case "assignment.unit":
      return {
        codes: oneMore(snapshot.columns.unit, snapshot.count),
        values: ["", ...catalog.units.map(({ id }) => id)],
        keyOf: unitKey(catalog),
      };
    case "assignment.post":
      return {
        codes: oneMore(snapshot.columns.post, snapshot.count),
        values: ["", ...catalog.posts.map(({ id }) => id)],
        keyOf: postKey(catalog),
      };
    default:
      return levels(column, asked);
  }
}

/** Where a unit or post stands among its kind. */
export function unitKey(catalog: CatalogFacts): (id: string) => SortKey {
  return (id) => catalog.unitOfId(id)?.sortKey ?? "~";
}

export function postKey(catalog: CatalogFacts): (id: string) => SortKey {
  return (id) => {
    const post = catalog.postOfId(id);
    return post === null ? "~" : `${String(post.order).padStart(6, "0")} ${textSortKey(post.name)}`;
  };
}

function dates(packed: Int32Array, count: number): CodedColumn {
  const codes = new Int32Array(count);
  const known = new Map<number, number>([[0, 0]]);
  const values = [""];
  for (let person = 0; person < count; person++) {
    const date = packed[person] ?? 0;
    let code = known.get(date);
    if (code === undefined) {
      code = values.push(unpackPartialDate(date) ?? "") - 1;
      known.set(date, code);
    }
    codes[person] = code;
  }
  return { codes, values, keyOf: (value) => value };
}

function texts(codes: Int32Array, values: readonly string[], count: number): CodedColumn {
  return { codes: codes.slice(0, count), values, keyOf: textSortKey };
}

function oneMore(places: Int32Array | Int16Array, count: number): Int32Array {
  return Int32Array.from(places.subarray(0, count), (place) => place + 1);
}

/** The highest level of a kind that surely is held on the day. */
function levels(
  column: Exclude<TableColumn, ComputedColumn>,
  { facts, snapshot }: FactsAsked,
): CodedColumn | null {
  const { pick, definition, entity } = column;
  if (entity !== "qualification" || pick.kind !== "best" || definition.ladder !== pick.by) return null;
  const kind = qualificationKinds.find((one) => one === pick.value);
  if (kind === undefined) return null;
  const wanted = qualificationKindIndex(kind);
  const codes = new Int32Array(facts.peopleCount);
  let highest = 0;
  for (let person = 0; person < codes.length; person++) {
    const rank = heldRank(facts, person, wanted, snapshot.asOf);
    codes[person] = rank;
    if (rank > highest) highest = rank;
  }
  const values = Array.from({ length: highest + 1 }, (_none, rank) => levelAtRank(kind, rank) ?? "");
  return { codes, values, keyOf: (value) => levelRank(kind, value) };
}

/** The highest level of a kind that surely is held on a day, by its place on the ladder; 0 for none. */
export function heldRank(
  { people, qualifications }: Facts,
  person: number,
  kind: number,
  asOf: number,
): number {
  const start = people.qualificationStart[person] ?? 0;
  const end = start + (people.qualificationCount[person] ?? 0);
  let best = 0;
  for (let row = start; row < end; row++) {
    if (qualifications.kind[row] !== kind || (qualifications.sureDay[row] ?? 0) > asOf) continue;
    best = Math.max(best, qualifications.rank[row] ?? 0);
  }
  return best;
}

function computed(column: ComputedColumn, asked: FactsAsked): CodedColumn | null {
  switch (column.kind) {
    case "number":
      return null;
    case "age":
      return ages(asked);
    case "postCount":
      return counts(asked);
    case "otherPosts":
      return otherPosts(asked);
    case "parentUnit":
      return parents(asked);
    case "status":
      return statusesOf(asked.snapshot, column.standard ?? "all");
    case "missing":
      return column.standard === null || column.standard === "all"
        ? allShortfalls(asked)
        : shortfalls(asked, column.standard);
  }
}

function ages({ facts, snapshot }: FactsAsked): CodedColumn {
  const { codes, values } = dates(facts.people.birth, facts.peopleCount);
  const ageOf = values.map((birth) => (birth === "" ? "" : ageText(birth, snapshot.asOf)));
  const distinct = [...new Set(["", ...ageOf])];
  const codeOf = new Map(distinct.map((age, code) => [age, code]));
  const byBirth = ageOf.map((age) => codeOf.get(age) ?? 0);
  const mean = (age: string) => {
    const [from = 0, to = from] = age.split("–").map(Number);
    return from + to;
  };
  return { codes: codes.map((code) => byBirth[code] ?? 0), values: distinct, keyOf: mean };
}

/** "45", or "44–45" where the date of birth leaves it open. @param asOf full packed day */
export function ageText(birth: string, asOf: number): string {
  const { min, max } = ageOnPacked(Number(birth.replaceAll("-", "").padEnd(8, "0")), asOf);
  return min === max ? String(min) : `${min}–${max}`;
}

function eachPost({ facts, snapshot }: FactsAsked, person: number, take: (row: number) => void): void {
  const { people, assignments } = facts;
  const start = people.assignmentStart[person] ?? 0;
  const end = start + (people.assignmentCount[person] ?? 0);
  for (let row = start; row < end; row++) {
    if (isValidOn(assignments.fromEarliest[row] ?? 0, assignments.toLatest[row] ?? 0, snapshot.asOf))
      take(row);
  }
}

/** Rows, in the facts' columns, of the posts that somebody holds on the day. */
export function postsHeld(asked: FactsAsked, person: number): number[] {
  const held: number[] = [];
  eachPost(asked, person, (row) => held.push(row));
  return held;
}

function counts(asked: FactsAsked): CodedColumn {
  const codes = new Int32Array(asked.facts.peopleCount);
  let most = 0;
  for (let person = 0; person < codes.length; person++) {
    let count = 0;
    eachPost(asked, person, () => count++);
    codes[person] = count;
    if (count > most) most = count;
  }
  const values = Array.from({ length: most + 1 }, (_none, count) => (count === 0 ? "" : String(count)));
  return { codes, values, keyOf: Number };
}

function otherPosts(asked: FactsAsked): CodedColumn {
  const { facts, catalog } = asked;
  const codes = new Int32Array(facts.peopleCount);
  const more = new Map<number, readonly number[]>();
  for (let person = 0; person < codes.length; person++) {
    const main = mainOf(asked, person);
    const found: number[] = [];
    eachPost(asked, person, (row) => {
      const post = facts.assignments.post[row] ?? -1;
      if (row !== main && post >= 0) found.push(post + 1);
    });
    const [first = 0, ...others] = found;
    codes[person] = first;
    if (others.length > 0) more.set(person, others);
  }
  return { codes, more, values: ["", ...catalog.posts.map(({ id }) => id)], keyOf: postKey(catalog) };
}

function parents({ snapshot, catalog }: FactsAsked): CodedColumn {
  const parentOf = catalog.units.map(({ parentPk }) =>
    parentPk === null ? 0 : catalog.unitOfPk(parentPk) + 1,
  );
  const codes = Int32Array.from(
    snapshot.columns.unit.subarray(0, snapshot.count),
    (unit) => parentOf[unit] ?? 0,
  );
  return { codes, values: ["", ...catalog.units.map(({ id }) => id)], keyOf: unitKey(catalog) };
}

function statusesOf(snapshot: Snapshot, standard: StandardOrAll): CodedColumn {
  const codes = Int32Array.from(snapshot.status[standard].subarray(0, snapshot.count));
  const most = Math.max(...Object.values(statusCodes));
  const values: string[] = Array.from({ length: most + 1 }, (_none, code) =>
    code === 0 ? "" : (statusOfCode(code) ?? ""),
  );
  return { codes, values, keyOf: (value) => values.indexOf(value) };
}

/** By what is missing of the first standard, and of whom that is the same by the next; whoever lacks nothing of one goes last. */
function allShortfalls(asked: FactsAsked): CodedColumn {
  const each = asked.snapshot.book.counted.map((standard) => shortfalls(asked, standard));
  const codes = new Int32Array(asked.snapshot.count);
  const values = [""];
  const keys: (readonly number[])[] = [[]];
  const known = new Map<string, number>();
  for (let person = 0; person < codes.length; person++) {
    if (each.every((column) => column.codes[person] === 0)) continue;
    const lacked = each.map((column) => column.values[column.codes[person] ?? 0] ?? "");
    const value = lacked.join(" ");
    let place = known.get(value);
    if (place === undefined) {
      place = values.push(value) - 1;
      keys.push(lacked.map((key) => (key === "" ? Infinity : Number(key))));
      known.set(value, place);
    }
    codes[person] = place;
  }
  const compare = (a: readonly number[], b: readonly number[]) => {
    const differs = a.findIndex((key, place) => key !== b[place]);
    return differs < 0 ? 0 : (a[differs] ?? 0) < (b[differs] ?? 0) ? -1 : 1;
  };
  const inOrder = keys.map((key, place) => ({ key, place })).sort((a, b) => compare(a.key, b.key));
  const rank = new Map(inOrder.map(({ place }, at) => [values[place] ?? "", at]));
  return { codes, values, keyOf: (value) => rank.get(value) ?? 0 };
}

/** Whoever lacks the same by the same rule stands together, those of whom it is certain first. */
function shortfalls({ facts, snapshot }: FactsAsked, standard: Standard): CodedColumn {
  const codes = new Int32Array(snapshot.count);
  const values = [""];
  const status = snapshot.status[standard];
  const kind = qualificationKindIndex(standard);
  const known = new Map<number, number>();
  const { notMet, unknown, grace } = statusCodes;
  for (let person = 0; person < codes.length; person++) {
    const code = status[person];
    if (code !== notMet && code !== unknown && code !== grace) continue;
    const rule = (snapshot.rule[standard][person] ?? -1) + 1;
    const key = (code * 40_000 + rule) * 32 + heldRank(facts, person, kind, snapshot.asOf);
    let place = known.get(key);
    if (place === undefined) {
      place = values.push(String(key)) - 1;
      known.set(key, place);
    }
    codes[person] = place;
  }
  return { codes, values, keyOf: Number };
}
