/**
 * The classes that a plan chooses among. Where no class is on record that would help, the plan is made with classes that are
 * only thought of: one for each level that is lacking.
 */
import { levelAtRank } from "../../../shared/domain/levels";
import type { Goal, Learner, Offer } from "../../../shared/training-plan/types";

export interface ThoughtOf {
  /** Places of each class; null: as many as are needed. */
  readonly seats: number | null;
  /** Of each learner, in whole đồng. */
  readonly cost: number;
}

/** One class for each level, and fields of study, that somebody lacks; in time, and beside no other. */
export function thoughtOfOffers(learners: readonly Learner[], { seats, cost }: ThoughtOf): Offer[] {
  const goals = new Map<string, Goal>();
  for (const { goal } of learners) if (goal !== null) goals.set(idOf(goal), goal);
  return [...goals].map(([id, goal]) => ({
    id,
    kind: goal.kind,
    rank: goal.rank,
    major: null,
    madeFor: goal,
    seats,
    from: null,
    to: null,
    cost,
  }));
}

function idOf({ kind, rank, majors }: Goal): string {
  return [`${kind}.${levelAtRank(kind, rank) ?? ""}`, ...majors].join(";");
}
