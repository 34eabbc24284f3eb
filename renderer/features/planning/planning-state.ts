/** What the page of quy hoạch shows, as its address has it: the term, the unit, which list, and whose standing. */
import { useMemo } from "react";
import { type NomineeStatus, nomineeStatuses } from "../../../shared/domain/nominee";
import { useHashLocation, useLocationParts } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";

export interface PlanningState {
  /** Null: the one that the day lies in. */
  readonly term: string | null;
  readonly unitId: string | null;
  /** The ways to key posts, instead of the nominees. */
  readonly posts: boolean;
  /** Null: all. */
  readonly status: NomineeStatus | null;
}

function planningAddress({ term, unitId, posts, status }: PlanningState): string {
  const query = new URLSearchParams();
  if (term !== null) query.set("term", term);
  if (unitId !== null) query.set("unit", unitId);
  if (posts) query.set("list", "posts");
  if (status !== null) query.set("status", status);
  return paths.planning(query.toString());
}

/** The state of the address, and the way to another one. */
export function usePlanningState(): [PlanningState, (patch: Partial<PlanningState>) => void] {
  const { query } = useLocationParts();
  const location = useHashLocation();
  const state = useMemo((): PlanningState => {
    const asked = new URLSearchParams(query);
    return {
      term: asked.get("term"),
      unitId: asked.get("unit"),
      posts: asked.get("list") === "posts",
      status: nomineeStatuses.find((status) => status === asked.get("status")) ?? null,
    };
  }, [query]);
  return [state, (patch) => void location.go(planningAddress({ ...state, ...patch }), { replace: true })];
}
