/** A line of a session for steps of pay as the window and papers carry it. */
import type { SalaryLineData } from "../../shared/contract/schemas/salary";
import type { SessionLine } from "./salary-session";

export function lineData({ person, standing }: SessionLine): SalaryLineData {
  const line = { kind: "person" as const, person, now: standing.now, next: null, delays: [], missing: [] };
  switch (standing.kind) {
    case "unknown":
      return { ...line, missing: [...standing.missing], mismatch: null };
    case "mismatch":
      return { ...line, mismatch: { problem: standing.problem, expected: standing.expected } };
    case "next": {
      const { earliest: _earliest, ...next } = standing.next;
      const delays = standing.delays.map(({ event, months, rule }) => ({
        event,
        months,
        clause: rule.clause,
        unverified: !rule.verified,
      }));
      return { ...line, next, delays, mismatch: null };
    }
  }
}
