/** What the calls about sessions for steps of pay do. */
import type { CallName } from "../../shared/contract/contract";
import type { SalaryRowData } from "../../shared/contract/schemas/salary";
import { lineData } from "../services/salary-line";
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
