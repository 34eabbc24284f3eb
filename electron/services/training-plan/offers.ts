/**
 * The classes that a plan chooses among: those on record that begin after today and prove a level. Where none of them helps
 * anybody, the plan is made with classes that are only thought of: one for each level that is lacking.
 */
import { takesSeat } from "../../../shared/domain/entities/enrolment";
import { ladderNamed, levelAtRank, levelRank } from "../../../shared/domain/levels";
import { earliestDay, latestDay, type PackedDay } from "../../../shared/domain/partial-date";
import { dateOf, type RowFields, textOf } from "../../../shared/domain/validate/fields";
import type { Busy, Goal, Learner, Offer } from "../../../shared/training-plan/types";
import type { ReadHandle } from "../../roster/file/handle";
import { allRows } from "../../roster/read/rows";

interface ThoughtOf {
  /** Places of each class; null: as many as are needed. */
  readonly seats: number | null;
  /** Of each learner, in whole đồng. */
  readonly cost: number;
  /** How long each class takes; null: some days. */
  readonly months: number | null;
}

/** What is on record of classes. */
export interface ClassesOnRecord {
  readonly offers: readonly Offer[];
  /** Names, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** How many prove a level and have not begun, as far as is written, and lack a day, so that nothing can be planned with them. */
  readonly undated: number;
  /** Days that people are in class after today, by id of the person. */
  readonly busy: ReadonlyMap<string, readonly Busy[]>;
}

/** @param on today */
export function classesOnRecord(db: ReadHandle, on: PackedDay): ClassesOnRecord {
  const rows = allRows(db, "trainingClass");
  const running = new Map<string, Busy>();
  for (const { id, fields } of rows) {
    const days = daysOf(fields);
    if (days !== null && days.to > on) running.set(id, days);
  }
  const taken = new Map<string, Set<string>>();
  const busy = new Map<string, Busy[]>();
  // Of classes that are over nothing is asked, and they are most.
  for (const { fields } of running.size === 0 ? [] : allRows(db, "enrolment")) {
    const [course, person] = [textOf(fields, "trainingClass"), textOf(fields, "official")];
    const days = running.get(course ?? "");
    if (course === null || person === null || days === undefined || !takesSeat(fields["result"])) continue;
    taken.set(course, (taken.get(course) ?? new Set()).add(person));
    busy.set(person, [...(busy.get(person) ?? []), days]);
  }
  const offers = rows.flatMap(({ id, fields }): Offer[] => {
    const kind = ladderNamed(textOf(fields, "provesKind"));
    const days = running.get(id);
    const rank = kind === null ? 0 : levelRank(kind, textOf(fields, "provesLevel") ?? "");
    if (kind === null || rank === 0 || days === undefined || days.from <= on) return [];
    const seats = numberOf(fields, "seats");
    const used = (numberOf(fields, "learnersElsewhere") ?? 0) + (taken.get(id)?.size ?? 0);
    const budget = numberOf(fields, "budget");
    return [
      {
        id,
        kind,
        rank,
        major: textOf(fields, "provesMajor"),
        madeFor: null,
        months: null,
        seats: seats === null ? null : Math.max(0, seats - used),
        ...days,
        cost: budget === null || seats === null || seats === 0 ? 0 : Math.ceil(budget / seats),
      },
    ];
  });
  const undated = rows.filter(
    ({ fields }) => provesLevel(fields) && daysOf(fields) === null && !hasBegun(fields, on),
  );
  return {
    offers,
    undated: undated.length,
    names: new Map(rows.map(({ id, fields }) => [id, textOf(fields, "name") ?? ""])),
    busy,
  };
}

function provesLevel(fields: RowFields): boolean {
  const kind = ladderNamed(textOf(fields, "provesKind"));
  return kind !== null && levelRank(kind, textOf(fields, "provesLevel") ?? "") > 0;
}

function hasBegun(fields: RowFields, on: PackedDay): boolean {
  const from = dateOf(fields, "from");
  return from !== null && earliestDay(from) <= on;
}

/** First and last day, as early and as late as what is written can mean; null where one of them is not on record. */
function daysOf(fields: RowFields): Busy | null {
  const [from, to] = [dateOf(fields, "from"), dateOf(fields, "to")];
  return from === null || to === null ? null : { from: earliestDay(from), to: latestDay(to) };
}

function numberOf(fields: RowFields, field: string): number | null {
  const value = fields[field];
  return typeof value === "number" ? value : null;
}

/** One class for each level, and fields of study, that somebody lacks; in time, and beside no other. */
export function thoughtOfOffers(learners: readonly Learner[], { seats, cost, months }: ThoughtOf): Offer[] {
  const goals = new Map<string, Goal>();
  for (const { goal } of learners) if (goal !== null) goals.set(idOf(goal), goal);
  return [...goals].map(([id, goal]) => ({
    id,
    kind: goal.kind,
    rank: goal.rank,
    major: null,
    madeFor: goal,
    months,
    seats,
    from: null,
    to: null,
    cost,
  }));
}

function idOf({ kind, rank, majors }: Goal): string {
  return [`${kind}.${levelAtRank(kind, rank) ?? ""}`, ...majors].join(";");
}
