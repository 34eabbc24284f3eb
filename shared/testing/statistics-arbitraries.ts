/** Random rosters for property tests: the people of shared/standards/arbitraries, put into facts and judged. */
import fc from "fast-check";
import { levelRank, type QualificationKind, qualificationKinds } from "../domain/levels";
import { earliestDay, latestDay, packPartialDate } from "../domain/partial-date";
import { officialCategories, postCategories, postGroups, standards } from "../domain/values";
import * as judging from "./standards-arbitraries";
import { countsAmong } from "../standards/person-view";
import { placeRanks } from "../standards/places";
import { markOf } from "../standards/serving";
import type { Catalog } from "../standards/types";
import { areaFlagsMask, compileRules, type RuleBook } from "../standards/rules";
import type { PersonFacts } from "../standards/types";
import {
  type AssignmentRow,
  type PersonRow,
  type QualificationRow,
  qualificationKindIndex,
  sexCodes,
} from "../statistics/fact-columns";
import { Facts } from "../statistics/facts";
import type { SnapshotContext } from "../statistics/snapshot";

/** People with rules, flags and a day: any day, or one that a date on record begins or ends with. */
export const roster = fc
  .record({
    people: fc.array(judging.person, { minLength: 1, maxLength: 12 }),
    sets: judging.sets,
    rules: judging.rules,
    flags: judging.flagsOfUnits,
    /** The standards chosen to count. */
    chosen: fc.option(fc.subarray([...standards]), { nil: null }),
    anyDay: judging.packedDay,
    edge: fc.option(fc.nat(), { freq: 3 }),
  })
  .map(({ anyDay, edge, ...rest }) => {
    const edges = rest.people.flatMap(edgeDays);
    return { ...rest, asOf: (edge === null ? undefined : edges[edge % Math.max(1, edges.length)]) ?? anyDay };
  });
export type Roster = typeof roster extends fc.Arbitrary<infer R> ? R : never;

/** First days of the units of the random people, the last one not on record. */
const unitStarts = [20180101, 20210701, 0] as const;

/** The same with every standard counted. */
export const rosterOfAll = roster.map((of): Roster => ({ ...of, chosen: [...standards] }));

export function bookOf({ sets, rules, asOf, chosen }: Roster): RuleBook {
  return compileRules(sets, rules, asOf, chosen);
}

/** Units as they are, none of them merged. */
export function unitOnOf({ flags }: Pick<Roster, "flags">): Catalog["unitOn"] {
  return (id) => {
    const areaFlags = areaFlagsMask(flags[judging.unitIds.findIndex((unitId) => id === unitId)] ?? []);
    return { id, areaFlags, start: unitStarts[judging.unitIds.findIndex((unitId) => id === unitId)] ?? 0 };
  };
}

export function contextOf(of: Roster): SnapshotContext {
  return {
    book: bookOf(of),
    unitFlags: Uint8Array.from(judging.unitIds, (id) => unitOnOf(of)(id, of.asOf)?.areaFlags ?? 0),
    unitStart: Int32Array.from(unitStarts),
    countsIn: Int32Array.from(judging.unitIds, (_, place) => place),
    postGroup: Int8Array.from(judging.testPosts, ({ group }) =>
      group === null ? -1 : postGroups.indexOf(group),
    ),
    postCategory: Int8Array.from(judging.testPosts, ({ category }) =>
      category === null ? -1 : postCategories.indexOf(category),
    ),
    postIds: judging.testPosts.map(({ id }) => id),
    postCounts: Uint8Array.from(judging.testPosts, ({ category }) =>
      countsAmong(category, officialCategories) ? 1 : 0,
    ),
    ...placeRanks(
      judging.testPosts,
      judging.unitIds.map((id) => ({ id })),
    ),
  };
}

/** Rows of one person, by the places of `unitIds` and `testPosts`. */
export function rowsOf(person: PersonFacts): {
  assignments: AssignmentRow[];
  qualifications: QualificationRow[];
} {
  return {
    assignments: person.assignments.map((item, place) => ({
      pk: place,
      unit: judging.unitIds.findIndex((id) => id === item.unitId),
      post: item.postGroup === null ? -1 : judging.testPosts.findIndex(({ id }) => id === item.postId),
      from: packPartialDate(item.from),
      to: packPartialDate(item.to),
      mark: markOf(item.main, item.concurrent),
    })),
    qualifications: person.qualifications.map(({ kind, level, major, granted, recorded }) => ({
      kind: qualificationKindIndex(kind),
      rank: levelRank(knownKind(kind), level),
      major,
      granted: packPartialDate(granted),
      recorded,
    })),
  };
}

/** Facts built in bulk: the person at place n has the row number 10 × (n + 1). */
export function factsOf(
  people: readonly PersonFacts[],
  details: (place: number) => Partial<PersonRow> = () => ({}),
): Facts {
  const facts = new Facts({ people: people.length });
  for (const [place, person] of people.entries()) {
    const { assignments, qualifications } = rowsOf(person);
    const sex = person.sex === null ? sexCodes.unknown : sexCodes[person.sex];
    facts.addPerson({ ...personRow(pkOf(place), person.birth), sex, ...details(place) });
    for (const { pk, unit, post, from, to, mark } of assignments) {
      facts.addAssignment(pk, unit, post, from, to, mark);
    }
    for (const { kind, rank, major, granted, recorded } of qualifications) {
      facts.addQualification(kind, rank, major, granted, recorded);
    }
  }
  return facts;
}

/** A person of whom little beside birth and rows matters, with a sex to tell. */
export function personRow(pk: number, birth: PersonFacts["birth"] = "1980"): PersonRow {
  return {
    pk,
    birth: packPartialDate(birth),
    sex: sexCodes.female,
    party: 0,
    ethnicity: "Kinh",
    religion: null,
  };
}

export function pkOf(place: number): number {
  return (place + 1) * 10;
}

function edgeDays({ assignments, qualifications }: PersonFacts): number[] {
  const dates = [
    ...assignments.flatMap(({ from, to }) => [from, to]),
    ...qualifications.map(({ granted }) => granted),
  ];
  return dates.filter((date) => date !== null).flatMap((date) => [earliestDay(date), latestDay(date)]);
}

function knownKind(kind: string): QualificationKind {
  const known = qualificationKinds.find((key) => key === kind);
  if (known === undefined) throw new Error(`Not a kind: ${kind}`);
  return known;
}
