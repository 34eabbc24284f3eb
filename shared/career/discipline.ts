/**
 * Whether a discipline is in force on a day, and what it keeps an office from doing with somebody.
 *
 * It runs from the day of its decision for the months of its form; the day of the same number is the first one free of it.
 * An end that the record says itself goes before the rule. Where a date or a rule does not tell, the answer is "unknown".
 */
import { addMonthsToDate } from "../domain/months";
import {
  addDays,
  earliestDay,
  isoToPacked,
  latestDay,
  type PackedDay,
  type PartialDate,
  packedToIso,
} from "../domain/partial-date";
import type { DisciplineForm, DisciplineSide } from "../domain/values";
import { type DisciplineEffect, type DisciplineRule, shippedDisciplines } from "./discipline-rules";
import { holdsOn, type StaffKind } from "./types";

/** A discipline as it is on record. */
export interface Discipline {
  readonly side: DisciplineSide;
  readonly form: DisciplineForm;
  /** The day on which its decision took effect. */
  readonly from: PartialDate | null;
  /** The last day in force, where it is written. */
  readonly to: PartialDate | null;
}

export interface DisciplineTerm {
  /** The first and the last day that can be the last one in force; null: nothing says it. */
  readonly end: { readonly earliest: PackedDay; readonly latest: PackedDay } | null;
  /** Whether the record says the end itself. */
  readonly isWritten: boolean;
  /** What its effects and, unless written, its end follow from; null: none that is known. */
  readonly rule: DisciplineRule | null;
}

/** Until when a discipline is in force. */
export function disciplineTerm(
  discipline: Discipline,
  kind: StaffKind,
  table: readonly DisciplineRule[] = shippedDisciplines,
): DisciplineTerm {
  const { from, to } = discipline;
  const first = from === null ? null : ruleFor(table, discipline, kind, earliestDay(from));
  const last = from === null ? null : ruleFor(table, discipline, kind, latestDay(from));
  // Where the date spans two rules, the one that nobody confirmed speaks for both.
  const rule = first === null || last === null ? null : first.verified ? last : first;
  if (to !== null) {
    return { end: { earliest: earliestDay(to), latest: latestDay(to) }, isWritten: true, rule };
  }
  if (from === null || first === null || last === null) return { end: null, isWritten: false, rule };
  const ends = [lastDayAfter(earliestDay(from), first.months), lastDayAfter(latestDay(from), last.months)];
  const known = ends.filter((end) => end !== null);
  const end =
    known.length < ends.length ? null : { earliest: Math.min(...known), latest: Math.max(...known) };
  return { end, isWritten: false, rule };
}

export type DisciplineState = "notYet" | "inForce" | "over" | "unknown";

/** Whether a discipline is in force on a day. @param day full packed day */
export function disciplineOn(
  discipline: Discipline,
  kind: StaffKind,
  day: PackedDay,
  table: readonly DisciplineRule[] = shippedDisciplines,
): DisciplineState {
  const { from } = discipline;
  const { end } = disciplineTerm(discipline, kind, table);
  if (end !== null && day > end.latest) return "over";
  if (from === null) return "unknown";
  if (day < earliestDay(from)) return "notYet";
  return day >= latestDay(from) && end !== null && day <= end.earliest ? "inForce" : "unknown";
}

export interface DisciplinesOn {
  /** What may not be done, or comes later, with the discipline and the rule that say so. */
  readonly effects: readonly {
    readonly effect: DisciplineEffect;
    readonly discipline: Discipline;
    readonly rule: DisciplineRule;
    /** The last day that can be the last one in force. */
    readonly until: PackedDay;
  }[];
  /** For somebody to look at: whether they are in force, or what follows from them, is not known. */
  readonly doubtful: readonly Discipline[];
}

/** What somebody's disciplines keep an office from doing on a day. @param day full packed day */
export function disciplinesOn(
  disciplines: readonly Discipline[],
  kind: StaffKind,
  day: PackedDay,
  table: readonly DisciplineRule[] = shippedDisciplines,
): DisciplinesOn {
  const effects: DisciplinesOn["effects"][number][] = [];
  const doubtful: Discipline[] = [];
  for (const discipline of disciplines) {
    const state = disciplineOn(discipline, kind, day, table);
    if (state === "notYet" || state === "over") continue;
    const { end, rule } = disciplineTerm(discipline, kind, table);
    if (state === "unknown" || rule === null || end === null) doubtful.push(discipline);
    else effects.push(...rule.effects.map((effect) => ({ effect, discipline, rule, until: end.latest })));
  }
  return { effects, doubtful };
}

/** The last of some months that begin with a day; null beyond the calendar. */
function lastDayAfter(start: PackedDay, months: number): PackedDay | null {
  const free = addMonthsToDate(packedToIso(start), months);
  return free === null ? null : addDays(isoToPacked(free), -1);
}

function ruleFor(
  table: readonly DisciplineRule[],
  { side, form }: Discipline,
  kind: StaffKind,
  day: PackedDay,
): DisciplineRule | null {
  const iso = packedToIso(day);
  return (
    table.find(
      (rule) => rule.side === side && rule.form === form && rule.kinds.includes(kind) && holdsOn(rule, iso),
    ) ?? null
  );
}
