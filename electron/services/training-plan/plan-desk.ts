/**
 * The plan that somebody works on in the window: made, changed by hand, looked over after each change, kept. Held here, so that
 * the page reads it page by page; it is gone when the next one is made.
 */
import type { CallResult } from "../../../shared/contract/contract";
import { appError } from "../../../shared/contract/errors";
import type { PlanLeft, PlanSummary } from "../../../shared/contract/schemas/training-plan";
import { checkPlan } from "../../../shared/training-plan/check";
import type { Environment } from "../environment";
import type { OpenRoster } from "../open-roster";
import { type PlanQuestion, type SolvedPlan, solvedPlan } from "../training-plan";
import { keepPlan } from "./keep";

type Sent = CallResult<"planSent">["rows"][number];

/** Units named that do not reach the target. */
const mostShort = 5;

interface Held {
  readonly id: string;
  readonly roster: OpenRoster;
  readonly question: PlanQuestion;
  readonly solved: SolvedPlan;
  /** By id of the person; in the order of the lists. */
  readonly sent: Map<string, Sent>;
  readonly left: Map<string, PlanLeft>;
  version: number;
}

interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

interface PlanLists {
  readonly summary: PlanSummary;
  readonly sent: readonly Sent[];
  readonly left: readonly PlanLeft[];
  /** Of the unit that the plan is for; null: all. */
  readonly unitName: string | null;
}

/** Where a plan that is worked on is read from. */
export interface HeldPlans {
  /** Both lists of a plan as a whole; null: another one is held, or none. */
  readonly lists: (id: string) => PlanLists | null;
}

export class PlanDesk {
  #held: Held | null = null;

  /** @throws AppError as `trainingPlan` */
  async solve(
    roster: OpenRoster,
    environment: Environment,
    question: PlanQuestion,
    watch: Watch,
  ): Promise<PlanSummary> {
    const solved = await solvedPlan(roster, environment, question, watch);
    const { assignments, cannot } = solved.answer;
    const spare = solved.spare.map((person): PlanLeft => ({ person, reason: null, rule: null }));
    this.#held = {
      id: environment.newId(),
      roster,
      question,
      solved,
      sent: new Map(assignments.map((one) => [one.person.id, one])),
      left: new Map([...cannot, ...spare].map((one) => [one.person.id, one])),
      version: 1,
    };
    return summaryOf(this.#held);
  }

  /** @throws AppError plan-gone */
  sent(id: string, offset: number, limit: number): CallResult<"planSent"> {
    const { sent, version } = this.#of(id);
    return { total: sent.size, version, rows: [...sent.values()].slice(offset, offset + limit) };
  }

  /** @throws AppError plan-gone */
  left(id: string, offset: number, limit: number): CallResult<"planLeft"> {
    const { left, version } = this.#of(id);
    return { total: left.size, version, rows: [...left.values()].slice(offset, offset + limit) };
  }

  /** For files and paper of a roster: a plan of one that was closed meanwhile is none of its own. */
  heldOf(now: OpenRoster): HeldPlans {
    return { lists: (id) => (this.#held?.roster === now ? this.#lists(id) : null) };
  }

  #lists(id: string): PlanLists | null {
    const held = this.#held;
    if (held?.id !== id) return null;
    const { unitId } = held.question;
    return {
      summary: summaryOf(held),
      sent: [...held.sent.values()],
      left: [...held.left.values()],
      unitName: unitId === null ? null : (held.roster.catalog().unitOfId(unitId)?.fullName ?? null),
    };
  }

  /** @param classId null: takes the person out @throws AppError plan-gone */
  change(id: string, person: string, classId: string | null): PlanSummary {
    const held = this.#of(id);
    const { sent, left, solved } = held;
    const now = sent.get(person);
    const shown = now?.person ?? left.get(person)?.person;
    const offer = solved.offers.find((one) => one.id === classId);
    if (shown === undefined || (classId !== null && offer === undefined)) throw appError("plan-gone");
    held.version++;
    if (offer === undefined) {
      sent.delete(person);
      if (now !== undefined) left.set(person, { person: shown, reason: null, rule: null });
    } else {
      left.delete(person);
      const unclear = solved.learners.find((one) => one.id === person)?.unclear === true;
      sent.set(person, { person: shown, classes: [offer.id], unclear, cost: offer.cost });
    }
    return summaryOf(held);
  }

  /** @throws AppError plan-gone, roster-readonly, busy */
  async keep(now: OpenRoster, id: string, name: string): Promise<CallResult<"planKeep">> {
    const { roster, question, solved, sent } = this.#of(id);
    // Of a roster that was closed meanwhile nothing is kept in another one.
    if (roster !== now) throw appError("plan-gone");
    const assignments = [...sent.values()].map(({ person, ...rest }) => ({ ...rest, person: person.id }));
    const { answer } = solved;
    return keepPlan(roster, {
      name,
      answer,
      assignments,
      unitId: question.unitId,
      made: question.moment.on,
    });
  }

  #of(id: string): Held {
    if (this.#held?.id !== id) throw appError("plan-gone");
    return this.#held;
  }
}

function summaryOf({ id, solved, sent, left }: Held): PlanSummary {
  const { assignments: _sent, cannot: _left, units, ...plan } = solved.answer;
  const { learners, offers, asked } = solved;
  const placed = [...sent.values()];
  const taken = new Map<string, number>();
  for (const one of placed)
    for (const classId of one.classes) taken.set(classId, (taken.get(classId) ?? 0) + 1);
  const faults = checkPlan(
    placed.map(({ person, classes }) => ({ person: person.id, classes })),
    learners,
    offers,
    asked,
  );
  // Whose way is broken does not come to meet it, or is gone on the day.
  const broken = new Set(faults.map(({ person }) => person));
  const coming = placed.filter(({ person }) => !broken.has(person.id)).map(({ person }) => person.id);
  const reached = plan.total.met + coming.length;
  const unitOf = new Map(learners.map((one) => [one.id, one.unit]));
  const comingTo = new Map<string, number>();
  for (const person of coming) {
    const unit = unitOf.get(person) ?? "";
    comingTo.set(unit, (comingTo.get(unit) ?? 0) + 1);
  }
  const short = asked.eachUnit
    ? units
        .map((unit) => ({ ...unit, reached: unit.met + (comingTo.get(unit.unitId ?? "") ?? 0) }))
        .filter((unit) => unit.reached < unit.wanted)
        .sort((a, b) => b.wanted - b.reached - (a.wanted - a.reached))
    : [];
  return {
    id,
    short: { count: short.length, units: short.slice(0, mostShort) },
    plan: {
      ...plan,
      reached: asked.eachUnit ? short.length === 0 : reached >= plan.total.wanted,
      total: { ...plan.total, reached },
      turns: placed.reduce((sum, { classes }) => sum + classes.length, 0),
      cost: placed.reduce((sum, { cost }) => sum + cost, 0),
      classes: plan.classes.map((one) => ({ ...one, taken: taken.get(one.id) ?? 0 })),
    },
    sent: sent.size,
    left: left.size,
    faults: faults.map(({ fault, person, offer }) => ({
      fault,
      person: person === null ? null : (sent.get(person)?.person.name ?? person),
      classId: offer,
    })),
  };
}
