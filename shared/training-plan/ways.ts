/**
 * The ways by which somebody can come to what they lack: classes one after the other, never two at a time, each of them
 * needed. Everything that keeps a class from somebody is decided here, so that the solver only chooses among ways that all hold.
 */
import type { PlanReason } from "../domain/training-plan";
import type { QualificationKind } from "../domain/levels";
import { addMonths } from "../domain/months";
import type { PackedDay } from "../domain/partial-date";
import { answers } from "../standards/decide";
import { majorsAsked } from "../standards/majors";
import { levelsBefore, refusal, type StudyRule } from "./study-rules";
import type { Busy, Goal, Learner, Offer, PlanAsked } from "./types";

/** Classes that one way takes at most: nobody is planned through three courses for one standard. */
const mostClasses = 3;

/** Offers in the order in which they are taken. */
export type Way = readonly Offer[];

export type Ways =
  | { readonly ways: readonly Way[] }
  | { readonly ways: null; readonly reason: PlanReason; readonly rule: StudyRule | null };

type Held = Learner["held"];

/** @param offers in a fixed order, which ways keep */
export function waysOf(learner: Learner, offers: readonly Offer[], asked: PlanAsked): Ways {
  const { goal } = learner;
  if (learner.retires !== null && learner.retires < asked.by) return none("retires");
  if (goal === null) return none("requirementUnknown");
  if (!isPreparable(goal, learner, offers)) return none("noClass");
  const inTime = offers.filter((offer) => isInTime(offer, asked));
  if (!isPreparable(goal, learner, inTime)) return none("tooLate");
  const open = inTime.filter((offer) => refusalOf(learner, offer, asked) === null);
  if (!isPreparable(goal, learner, open)) {
    const refused = inTime.find((offer) => reaches(offer, goal) && refusalOf(learner, offer, asked) !== null);
    return none("notEligible", refused === undefined ? null : refusalOf(learner, refused, asked));
  }
  const free = open.filter((offer) => learner.busy.every((taken) => !overlap(offer, taken)));
  const ways = search(learner, goal, free);
  return ways.length === 0 ? none("busy") : { ways };
}

/** Learners who are alike in this have the same ways. */
export function waysKey(
  { goal, held, theory, isPartyMember, isOfMinority, sex, busy, retires }: Learner,
  asked: PlanAsked,
): string {
  return JSON.stringify([
    goal,
    Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)),
    theory,
    isPartyMember,
    isOfMinority,
    sex,
    busy,
    retires !== null && retires < asked.by,
  ]);
}

/** Whether a class that is over by the day begins after today; one that is only thought of begins tomorrow at the earliest. */
export function isInTime({ from, to, madeFor, months }: Offer, { on, by }: PlanAsked): boolean {
  if (madeFor !== null) return on < by && (months === null || addMonths(on, months) <= by);
  return (from === null || from > on) && (to === null || to <= by);
}

/** Whether a pass proves what is lacking. */
export function reaches(offer: Offer, goal: Goal): boolean {
  if (offer.kind !== goal.kind || offer.rank < goal.rank) return false;
  if (goal.majors.length === 0) return true;
  if (offer.madeFor !== null) return offer.madeFor.majors.join(";") === goal.majors.join(";");
  return majorsAsked({ majors: goal.majors.join(";") })?.answer(offer.major) === answers.yes;
}

/** The text that keeps somebody from a class on the day it begins. */
export function refusalOf(learner: Learner, offer: Offer, asked: PlanAsked): StudyRule | null {
  return refusal(learner, offer, offer.from ?? asked.on);
}

/** Whether what a class asks to be held before is held, or may be. */
export function isPrepared(held: Held, offer: Offer): boolean {
  return levelsBefore(offer).every((choices) =>
    choices.some(({ kind, rank }) => {
      const has = held[kind];
      return has === undefined || has >= rank;
    }),
  );
}

/** What is held after a class. */
export function heldAfter(held: Held, { kind, rank }: Offer): Held {
  return { ...held, [kind]: Math.max(held[kind] ?? 0, rank) };
}

/** Whether two things fall on one day; what has no days is beside nothing. */
export function overlap(one: { from: PackedDay | null; to: PackedDay | null }, other: Busy | Offer): boolean {
  if (one.from === null || one.to === null || other.from === null || other.to === null) return false;
  return one.from <= other.to && other.from <= one.to;
}

/** Whether some order of the classes leads to the goal, days apart. */
function isPreparable(goal: Goal, learner: Learner, offers: readonly Offer[]): boolean {
  let held = learner.held;
  for (let grown = true; grown; ) {
    grown = false;
    for (const offer of offers) {
      if (!isPrepared(held, offer)) continue;
      if (reaches(offer, goal)) return true;
      if ((held[offer.kind] ?? 0) >= offer.rank) continue;
      held = heldAfter(held, offer);
      grown = true;
    }
  }
  return false;
}

function search(learner: Learner, goal: Goal, offers: readonly Offer[]): Way[] {
  const wanted = preparing(goal);
  const useful = offers.filter((offer) => reaches(offer, goal) || wanted.has(offer.kind));
  const found: Way[] = [];
  const go = (way: Way, held: Held): void => {
    for (const offer of useful) {
      if (!isAfter(offer, way) || !isPrepared(held, offer)) continue;
      const longer = [...way, offer];
      if (reaches(offer, goal)) {
        if (isNeeded(longer, learner.held)) found.push(longer);
      } else if (longer.length < mostClasses && (held[offer.kind] ?? 0) < offer.rank) {
        go(longer, heldAfter(held, offer));
      }
    }
  };
  go([], learner.held);
  return found;
}

/** Kinds of level that something on the way to a goal may ask for. */
function preparing(goal: Goal): ReadonlySet<QualificationKind> {
  const kinds = new Set<QualificationKind>([goal.kind]);
  for (let rank = 1; rank < 10; rank++) {
    for (const choices of levelsBefore({ kind: goal.kind, rank }))
      for (const { kind } of choices) kinds.add(kind);
  }
  return kinds;
}

/** Whether a class begins when those before it are over, and is none of them. */
function isAfter(offer: Offer, way: Way): boolean {
  return way.every((before) => {
    if (before === offer) return false;
    return before.to === null || offer.from === null || before.to < offer.from;
  });
}

/** Whether no class of a way can be left out. */
function isNeeded(way: Way, held: Held): boolean {
  return way.slice(0, -1).every((_one, place) => {
    let has = held;
    return way.some((offer, at) => {
      if (at === place) return false;
      if (!isPrepared(has, offer)) return true;
      has = heldAfter(has, offer);
      return false;
    });
  });
}

function none(reason: PlanReason, rule: StudyRule | null = null): Ways {
  return { ways: null, reason, rule };
}
