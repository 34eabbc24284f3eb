/** What the calls about sessions for steps of pay do. */
import type { CallName } from "../../shared/contract/contract";
import type { SalaryLineData, SalaryRowData } from "../../shared/contract/schemas/salary";
import type { SessionLine } from "../services/salary-session";
import type { Reports } from "../services/report/reports";
import type { Workspace } from "../services/workspace";
import type { Handlers } from "./answer";

type SalaryCall = Extract<CallName, `salary${string}`>;
type Asked = Parameters<typeof import("../services/salary-session").SalarySession.of>[1];

/** Lines that are shown before somebody agrees; the others are counted. */
const shownFirst = 200;

export function salaryHandlers(
  workspace: Workspace,
  reports: Reports,
  onProgress: (done: number, total: number, isOver: boolean) => void,
): Pick<Handlers, SalaryCall> {
  const sessionOf = async (asked: Asked) => {
    const { SalarySession } = await import("../services/salary-session");
    return SalarySession.of(workspace.roster, asked);
  };
  return {
    salaryCounts: async (asked) => {
      const session = await sessionOf(asked);
      return { version: session.version, lists: session.counts() };
    },
    salaryPage: async ({ list, offset, limit, ...asked }) => {
      const session = await sessionOf(asked);
      const entries = await session.entries(list);
      const part = entries.slice(offset, offset + limit);
      const found = part.flatMap((entry) => (entry.kind === "person" ? [entry.person] : []));
      const lines = new Map([...session.lines(found)].map((line) => [line.index, lineData(line)]));
      const rows = part.map((entry): SalaryRowData | undefined =>
        entry.kind === "unit" ? entry : lines.get(entry.person),
      );
      return {
        total: entries.length,
        version: session.version,
        rows: rows.filter((row) => row !== undefined),
      };
    },
    salaryChosen: async ({ list, ranges, ...asked }) => {
      const session = await sessionOf(asked);
      const entries = await session.entries(list);
      const isChosen = (at: number) => ranges.some(([first, last]) => first <= at && at <= last);
      const found = entries.flatMap((entry, at) =>
        entry.kind === "person" && isChosen(at) ? [entry.person] : [],
      );
      return {
        ids: session.idsOf(found),
        first: [...session.lines(found.slice(0, shownFirst))].map(lineData),
      };
    },
    salaryPapersWrite: ({ people, folder, ...asked }) =>
      workspace
        .working((signal) =>
          reports.writeSalaryPapers(
            workspace.roster,
            { asked, people, folder },
            { signal, onProgress: (done, total) => onProgress(done, total, false) },
          ),
        )
        .finally(() => onProgress(0, 0, true)),
    salaryRaise: async ({ people, number, date, signer, ...asked }) => {
      const { raiseSteps } = await import("../services/salary-raise");
      const decision = { number, date, signer };
      return raiseSteps(workspace.roster, workspace.environment, asked, people, decision);
    },
  };
}

function lineData({ person, standing }: SessionLine): SalaryLineData {
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
