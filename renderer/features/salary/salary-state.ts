/** What the page of steps of pay shows, as its address has it: the session, the unit, and which of its lists. */
import { useMemo } from "react";
import { type SalaryList, salaryLists } from "../../../shared/contract/schemas/salary";
import {
  aroundMonth,
  sessionDays,
  type SessionLength,
  sessionLengths,
} from "../../../shared/due/session-days";
import { useHashLocation, useLocationParts } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { useMoment } from "../../bridge/moment";

export interface SalaryState {
  /** First month of the session, `YYYY-MM`. */
  readonly month: string;
  readonly length: SessionLength;
  readonly from: string;
  readonly to: string;
  readonly unitId: string | null;
  readonly list: SalaryList;
}

type Patch = Partial<Omit<SalaryState, "from" | "to">>;

/** The state of the address, and the way to another one. */
export function useSalaryState(): [SalaryState, (patch: Patch) => void] {
  const { query } = useLocationParts();
  const location = useHashLocation();
  const { on } = useMoment();
  const state = useMemo((): SalaryState => {
    const asked = new URLSearchParams(query);
    const length = sessionLengths.find((one) => String(one) === asked.get("months")) ?? 1;
    const month = aroundMonth(asked.get("month") ?? on.slice(0, 7), length) ?? on.slice(0, 7);
    const days = sessionDays(month, length) ?? { from: on, to: on };
    const list = salaryLists.find((one) => one === asked.get("list")) ?? "due";
    return { month, length, ...days, unitId: asked.get("unit"), list };
  }, [query, on]);
  return [
    state,
    (patch) => {
      const next = { ...state, ...patch };
      const asked = new URLSearchParams({ month: next.month, months: String(next.length), list: next.list });
      if (next.unitId !== null) asked.set("unit", next.unitId);
      void location.go(paths.salary(asked.toString()), { replace: true });
    },
  ];
}
