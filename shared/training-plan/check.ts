/**
 * Looks a plan over that somebody changed by hand, by the rules that the solver keeps to. Says everything that is broken, so
 * that a screen can show it beside the person or the class; nothing is put right in silence.
 */
import type { PlanFault } from "../domain/training-plan";
import { heldAfter, isInTime, isPrepared, overlap, reaches, refusalOf } from "./ways";
import type { Learner, Offer, PlanAsked } from "./types";

/** Somebody in the plan, by ids; classes in the order in which they are taken. */
export interface Placed {
  readonly person: string;
  readonly classes: readonly string[];
}

/** What is broken: of somebody, of a class, or of the whole where both are null. */
export interface Fault {
  readonly fault: PlanFault;
  readonly person: string | null;
  readonly offer: string | null;
}

export function checkPlan(
  placed: readonly Placed[],
  learners: readonly Learner[],
  offers: readonly Offer[],
  asked: PlanAsked,
): Fault[] {
  const byPerson = new Map(learners.map((learner) => [learner.id, learner]));
  const byOffer = new Map(offers.map((offer) => [offer.id, offer]));
  const faults: Fault[] = [];
  const taken = new Map<string, number>();
  const seen = new Set<string>();
  let cost = 0;
  for (const { person, classes } of placed) {
    const learner = byPerson.get(person);
    const way = classes.flatMap((id) => byOffer.get(id) ?? []);
    for (const { id } of way) taken.set(id, (taken.get(id) ?? 0) + 1);
    cost += way.reduce((sum, offer) => sum + offer.cost, 0);
    if (learner === undefined || seen.has(person)) {
      faults.push({ fault: "notLacking", person, offer: null });
      continue;
    }
    seen.add(person);
    faults.push(...faultsOf(learner, way, asked).map((found) => ({ person, ...found })));
  }
  for (const { id, seats } of offers) {
    if (seats !== null && (taken.get(id) ?? 0) > seats)
      faults.push({ fault: "seats", person: null, offer: id });
  }
  if (asked.budget !== null && cost > asked.budget)
    faults.push({ fault: "budget", person: null, offer: null });
  return faults;
}

function faultsOf(
  learner: Learner,
  way: readonly Offer[],
  asked: PlanAsked,
): Pick<Fault, "fault" | "offer">[] {
  const faults: Pick<Fault, "fault" | "offer">[] = [];
  if (learner.retires !== null && learner.retires < asked.by) faults.push({ fault: "retires", offer: null });
  let { held } = learner;
  way.forEach((offer, place) => {
    const add = (fault: PlanFault) => faults.push({ fault, offer: offer.id });
    if (!isInTime(offer, asked)) add("tooLate");
    if (refusalOf(learner, offer, asked) !== null) add("notEligible");
    if (!isPrepared(held, offer)) add("prerequisite");
    const others = [...learner.busy, ...way.slice(0, place)];
    if (others.some((other) => other === offer || overlap(offer, other))) add("overlap");
    held = heldAfter(held, offer);
  });
  const { goal } = learner;
  if (goal === null || !way.some((offer) => reaches(offer, goal)))
    faults.push({ fault: "levelNotReached", offer: null });
  return faults;
}
