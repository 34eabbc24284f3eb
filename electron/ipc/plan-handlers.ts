/** What the calls about training plans do. */
import type { CallName } from "../../shared/contract/contract";
import { keptPlans, comparePlans } from "../services/training-plan/kept-plans";
import { removePlan } from "../services/training-plan/keep";
import type { PlanDesk } from "../services/training-plan/plan-desk";
import type { Workspace } from "../services/workspace";
import type { Handlers } from "./answer";

type PlanCall = Extract<CallName, `plan${string}`>;

/** Steps of the bar. */
const steps = 1000;

export function planHandlers(workspace: Workspace, desk: PlanDesk): Pick<Handlers, PlanCall> {
  const { events } = workspace;
  return {
    planSolve: (question) =>
      workspace
        .working((signal) =>
          desk.solve(workspace.roster, workspace.environment, question, {
            signal,
            onProgress: (share) => events.progress("plan", Math.round(share * steps), steps, false),
          }),
        )
        .finally(() => events.progress("plan", 0, 0, true)),
    planSent: ({ id, offset, limit }) => desk.sent(id, offset, limit),
    planLeft: ({ id, offset, limit }) => desk.left(id, offset, limit),
    planChange: ({ id, person, classId }) => desk.change(id, person, classId),
    planKeep: ({ id, name }) => desk.keep(workspace.roster, id, name),
    planRemove: ({ id }) => removePlan(workspace.roster, id, null),
    planList: () => keptPlans(workspace.roster),
    planCompare: ({ one, other }) => comparePlans(workspace.roster, one, other),
  };
}
