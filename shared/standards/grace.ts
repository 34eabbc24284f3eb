/**
 * Whether somebody is within the time that a rule grants to make up for a level, and until when: up to a day that the
 * rule names, or for some years from an event (the start of the unit, the first entry to the post, the day on which the
 * rule came in force), and only for those in service since a day where it says so. The detailed judge and the columns of
 * the statistics ask here, so that nobody is in grace in a figure and not on the card.
 *
 * An event of which the day is not known leaves it open whether grace still runs.
 */
import { addDays, type PackedDay } from "../domain/partial-date";
import type { GraceEvent } from "../domain/values";
import { type Answer, answers } from "./decide";
import { type AssignmentView, openEnd, servedThroughout } from "./serving";

/** What grace is granted on. */
export interface GraceTerms {
  /** Last day of grace, 0 when the rule names none. */
  readonly graceUntil: PackedDay;
  /** Years from the event, 0 where grace is by a day or there is none. */
  readonly graceYears: number;
  /** Only events that differ from person to person. */
  readonly graceEvent: Exclude<GraceEvent, "ruleStart"> | null;
  /** Grace is for people in service on this day and ever since; 0 when the rule does not ask. */
  readonly graceServingOn: PackedDay;
  /** Bit i is set when service in the i-th post group of `postGroups` counts for grace. */
  readonly graceGroupMask: number;
}

/** One person's assignments on a day, as columns. */
export interface Service {
  readonly view: AssignmentView;
  /** The person's rows, and that of the main assignment. */
  readonly first: number;
  readonly end: number;
  readonly main: number;
  /** Place of each post's group, by index; −1 where it is not known. */
  readonly groupOf: ArrayLike<number>;
  /** First day of the unit that they count in, 0 where it is not known. */
  readonly unitStart: PackedDay;
  readonly asOf: PackedDay;
}

/** Whether the rule grants any grace at all. */
export function grantsGrace({ graceUntil, graceEvent }: GraceTerms): boolean {
  return graceUntil !== 0 || graceEvent !== null;
}

/** The eve of the day on which so many years are over; 0 and `openEnd` stay what they are. */
export function lastDayOfYears(event: PackedDay, years: number): PackedDay {
  if (event === 0 || event >= openEnd) return event;
  // The 29/02 of a year that has none is the 01/03, whose eve is the 28/02.
  const anniversary = event + years * 10_000;
  return anniversary % 100 > 1 ? anniversary - 1 : addDays(anniversary, -1);
}

/** Whether the day is still within the time that is granted, whoever it is granted to. */
export function withinGrace(terms: GraceTerms, service: Service): Answer {
  const { asOf } = service;
  if (!grantsGrace(terms)) return answers.no;
  if (asOf <= firstPossibleEnd(terms, service)) return answers.yes;
  return asOf <= lastPossibleEnd(terms, service) ? answers.unknown : answers.no;
}

/** Whether they were in service since the day that grace hangs on. */
export function servedForGrace(terms: GraceTerms, service: Service): Answer {
  const { graceServingOn, graceGroupMask } = terms;
  if (graceServingOn === 0) return answers.yes;
  const { view, first, end, groupOf, asOf } = service;
  return servedThroughout(view, first, end, groupOf, graceGroupMask, graceServingOn, asOf);
}

/** The last day on which grace surely runs. */
export function graceEnd(terms: GraceTerms, service: Service): PackedDay {
  return firstPossibleEnd(terms, service);
}

function firstPossibleEnd(terms: GraceTerms, service: Service): PackedDay {
  const { graceEvent, graceYears, graceUntil } = terms;
  if (graceEvent === null) return graceUntil;
  return lastDayOfYears(graceEvent === "unitStart" ? service.unitStart : entryFrom(service), graceYears);
}

function lastPossibleEnd(terms: GraceTerms, service: Service): PackedDay {
  const { graceEvent, graceYears, graceUntil } = terms;
  if (graceEvent === null) return graceUntil;
  const day = graceEvent === "unitStart" ? service.unitStart || openEnd : entryTo(service);
  return lastDayOfYears(day, graceYears);
}

/** The first day on which they can have come to the post of their main assignment, in whichever unit. */
export function entryFrom({ view, first, end, main }: Service): PackedDay {
  let day: PackedDay = openEnd;
  for (let row = first; row < end; row++) {
    if (view.post[row] === view.post[main]) day = Math.min(day, view.fromEarliest[row] ?? 0);
  }
  return day;
}

/** The last day on which they can have come to it; `openEnd` where no start is on record. */
export function entryTo({ view, first, end, main }: Service): PackedDay {
  let day: PackedDay = openEnd;
  for (let row = first; row < end; row++) {
    if (view.post[row] === view.post[main]) day = Math.min(day, view.fromLatest[row] ?? openEnd);
  }
  return day;
}
