/** Who is chosen in a list of a session, looked up when something is to be done with them. */
import type { CallArgs, CallResult } from "../../../shared/contract/contract";
import { call } from "../../bridge/bridge";
import type { Selection } from "../../components/virtual-grid/selection";
import type { SalaryAsked } from "./salary-list";

export type Chosen = CallResult<"salaryChosen">;

/** The session that papers and raises are asked of. */
export type SessionAsked = Omit<CallArgs<"salaryCounts">, never>;

/** @param selection nothing in it: everybody of the list */
export function askChosen(asked: SalaryAsked, selection: Selection, total: number): Promise<Chosen> {
  const ranges = selection.ranges.length === 0 ? [[0, Math.max(0, total - 1)] as const] : selection.ranges;
  return call("salaryChosen", { ...asked, ranges: ranges.map(([first, last]) => [first, last]) });
}
